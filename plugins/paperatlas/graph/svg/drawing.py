"""A layout with what its template looks up: the nodes behind the boxes, colours, line styles, legends.

The template `graph.svg.jinja` writes the SVG from these values; `FILTERS` give it paths, classes and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from paperatlas.graph.boxes import MARK, PAD
from paperatlas.graph.model import Box, Caption, Graph, GraphNode, Layout
from paperatlas.graph.svg.paths import format_number, format_path
from paperatlas.graph.svg.styles import ARROW_HEADS, FAINT, assign_line_styles, group_class, group_mark
from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT

_SMALLEST = 11.0
"""In pixels; smaller type is hard to read on a screen."""

TextLine = tuple[float, float, str]
"""Where a line of text begins, on its baseline, and the line."""


@dataclass(frozen=True, slots=True)
class GroupLook:
    """How a group is shown: the number of its colour, and the titles of what it is in and of itself."""

    colour: int
    titles: tuple[str, ...] = ()
    href: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A line of the legend: a kind of edge (none for the faint ones) or a group, and how often it occurs."""

    slug: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that the template draws. `id` is unique on its page."""

    font_size: ClassVar[float] = FONT_SIZE
    baseline: ClassVar[float] = 4.4
    """From the middle of a line of text down to its baseline: half the height of a capital, which is 0.7 em."""
    padding: ClassVar[float] = PAD

    id: str
    layout: Layout
    nodes: Mapping[str, GraphNode]
    """By key."""
    groups: Mapping[str, GroupLook]
    """By slug, every one that a node, an area or a caption names."""
    labels: Mapping[str, str]
    """By kind of edge."""
    styles: Mapping[str, str]
    """The line style of each kind of edge that occurs; that of faint edges under the empty name."""
    edge_legend: tuple[LegendRow, ...]
    group_legend: tuple[LegendRow, ...]
    group_choices: tuple[LegendRow, ...]
    """The groups (on the map, the regions) that no row of the legend stands for, if there are several."""

    @property
    def least_width(self) -> float:
        """Shown narrower than this, labels would fall below 11 pixels: the page scrolls instead."""
        return self.layout.width * _SMALLEST / FONT_SIZE


def make_drawing(graph: Graph, layout: Layout, *, id: str) -> Drawing:  # noqa: A002
    """Return what the template draws: a graph in its layout."""
    labels = {kind.name: kind.label for kind in graph.kinds}
    counts = Counter("" if route.faint else route.edge.kind for route in layout.routes)
    kinds = [*(kind for kind in labels if counts[kind]), *sorted(set(counts) - set(labels) - {""})]
    styles = assign_line_styles(kinds) | ({"": FAINT} if counts[""] else {})
    return Drawing(
        id=id,
        layout=layout,
        nodes={node.key: node for node in graph.nodes},
        groups=_group_looks(graph),
        labels={kind: labels.get(kind, kind) for kind in {edge.kind for edge in graph.edges}},
        styles=styles,
        edge_legend=tuple(LegendRow(kind, labels.get(kind, kind), counts[kind]) for kind in styles),
        group_legend=tuple(_group_legend(graph, layout)),
        group_choices=tuple(_group_choices(graph, layout)),
    )


def _group_looks(graph: Graph) -> dict[str, GroupLook]:
    unknown = GroupLook(graph.colours.get("", len(graph.groups)))
    looks = {node.group: unknown for node in graph.nodes} | {"": unknown}
    for colour, group in enumerate(graph.groups):
        looks[group.slug] = GroupLook(colour, (group.title,), group.href, group.outside)
        looks |= {inner.slug: GroupLook(colour, (group.title, inner.title)) for inner in group.groups}
    return looks


def _group_legend(graph: Graph, layout: Layout) -> Iterator[LegendRow]:
    """Yield the groups whose marks stand on boxes; the others are named by captions."""
    group_of = {node.key: node.group for node in graph.nodes}
    counts = Counter(group_of[box.key] for box in layout.boxes if box.marked)
    for group in graph.groups:
        if counts[group.slug]:
            yield LegendRow(group.slug, group.title, counts[group.slug])


def _group_choices(graph: Graph, layout: Layout) -> Iterator[LegendRow]:
    """Yield the groups where captions name them: no mark on a box, so none in the legend."""
    if any(box.marked for box in layout.boxes) or len(graph.groups) < 2:
        return
    counts = Counter(node.group for node in graph.nodes)
    for group in graph.groups:
        yield LegendRow(group.slug, group.title, sum(counts[slug] for slug in group.slugs))


def label_lines(box: Box, label: str) -> Iterator[TextLine]:
    """Yield the lines of a box's label, in its middle, right of the group's mark if it has one."""
    x, y = (
        box.x + PAD + (MARK if box.marked else 0),
        box.middle[1] - LINE_HEIGHT * (len(box.lines) - 1) / 2 + Drawing.baseline,
    )
    for index, line in enumerate(_with_spaces(label, box.lines)):
        yield x, y + index * LINE_HEIGHT, line


def caption_lines(caption: Caption, title: str) -> Iterator[TextLine]:
    """Yield the lines of a caption; one without lines of its own has `title` for its line."""
    for index, line in enumerate(_with_spaces(title, caption.lines or (title,))):
        yield caption.x + (MARK if caption.marked else 0), caption.y + index * LINE_HEIGHT, line


def _with_spaces(text: str, lines: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines that `text` is broken into, each with the space it was broken at: in a row they are `text`."""
    for line in lines:
        _, found, after = text.partition(line)
        yield f"{line} " if found and after.startswith(" ") else line
        text = after if found else text


FILTERS: Mapping[str, Callable[..., object]] = {
    "number": format_number,
    "path_data": format_path,
    "label_lines": label_lines,
    "caption_lines": caption_lines,
    "group_class": group_class,
    "group_mark": group_mark,
    "arrow_head": ARROW_HEADS.__getitem__,
}
"""What the templates of drawings need besides the values."""
