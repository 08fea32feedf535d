"""A layout as SVG: what the template looks up in it, path data, and how kinds of edges and groups look.

The template `graph.svg.jinja` writes the SVG; `FILTERS` give it lines, classes and numbers.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from paperatlas.graph.boxes import MARK, PAD
from paperatlas.graph.model import Box, Caption, Graph, GraphEdge, GraphNode, Layout, Point, Route
from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT

HEAD = 8.0
"""The length of an arrow's head; the line starts behind it."""
_RADIUS = 7.0
"""Of a rounded corner: behind a head, it still fits between a track and a box."""
_SMALLEST = 11.0
"""In pixels; smaller type is hard to read on a screen."""

ARROW_HEADS = {
    "extends": "M-8,0L0,-4V4Z",
    "accelerates": "M-8,0L-4,-3.6V3.6ZM-4,0L0,-3.6V3.6Z",
    "applies": "M-8,0L0,-3.6V3.6Z",
    "combines": "M-8,0L-4,-3.6L0,0L-4,3.6Z",
    "compares": "M-7.5,0a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0Z",
    "evaluates": "M-7.5,0a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0Z",
    "unifies": "M-8,0L-4,-3.6L0,0L-4,3.6Z",
    "uses": "M1,0H-8M-1,-3.8L-8,0L-1,3.8",
    "alternative": "M1,0H-7M-7,-4V4",
    "faint": "M-6,0L0,-2.4V2.4Z",
}
"""By the names of the line styles: the shape of the arrow's head. A kind of edge of that name has that style.

The line runs to the right from 0,0, the target's box ends at -8; dashes, weight and colour are the
style sheet's, under `pa-line--<name>`.
"""

FAINT_STYLE = "faint"
"""The style of what leads out of its group in a crowded drawing, whatever its kind."""

_MARKS = (
    "M-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0Z",
    "M-3.5,-3.5H3.5V3.5H-3.5Z",
    "M0,-4.4L4.3,3.4H-4.3Z",
    "M0,-4.8L4.8,0L0,4.8L-4.8,0Z",
)
_HUES = 6


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
    edges: tuple[tuple[GraphEdge, str, str], ...]
    """Each with its line style and the data of its path, those first that others may cover: the faint ones."""
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
    styles = assign_line_styles(kinds) | ({"": FAINT_STYLE} if counts[""] else {})
    nodes = {node.key: node for node in graph.nodes}
    # Groups whose marks stand on boxes are in the legend; where there are none, captions name the groups.
    marked = Counter(nodes[box.key].group for box in layout.boxes if box.marked)
    placed = Counter(node.group for node in graph.nodes)
    choices = graph.groups if not marked and len(graph.groups) > 1 else ()
    return Drawing(
        id=id,
        layout=layout,
        nodes=nodes,
        groups=_group_looks(graph),
        labels={kind: labels.get(kind, kind) for kind in {edge.kind for edge in graph.edges}},
        styles=styles,
        edges=tuple(
            (route.edge, styles["" if route.faint else route.edge.kind], format_path(route))
            for route in sorted(layout.routes, key=lambda route: not route.faint)
        ),
        edge_legend=tuple(LegendRow(kind, labels.get(kind, kind), counts[kind]) for kind in styles),
        group_legend=tuple(
            LegendRow(each.slug, each.title, marked[each.slug]) for each in graph.groups if marked[each.slug]
        ),
        group_choices=tuple(
            LegendRow(each.slug, each.title, sum(placed[slug] for slug in each.slugs)) for each in choices
        ),
    )


def assign_line_styles(kinds: Iterable[str]) -> dict[str, str]:
    """Return a line style for each kind of edge; one that has none of its own takes one not in use."""
    kinds = list(dict.fromkeys(kinds))
    styles = [style for style in ARROW_HEADS if style != FAINT_STYLE]
    free = [style for style in reversed(styles) if style not in kinds] or styles
    own = iter(range(len(kinds)))
    return {kind: kind if kind in styles else free[next(own) % len(free)] for kind in kinds}


def _group_looks(graph: Graph) -> dict[str, GroupLook]:
    unknown = GroupLook(graph.colours.get("", len(graph.groups)))
    looks = {node.group: unknown for node in graph.nodes} | {"": unknown}
    for colour, group in enumerate(graph.groups):
        looks[group.slug] = GroupLook(colour, (group.title,), group.href, group.outside)
        looks |= {inner.slug: GroupLook(colour, (group.title, inner.title)) for inner in group.groups}
    return looks


def format_path(route: Route) -> str:
    """Return the `d` of a route's path, from the foot of its arrow's head to its source: curves, or rounded corners."""
    points = list(route.points)
    x, y = points[0]
    towards = next((point for point in points if point != points[0]), None)
    if towards is not None:
        length = math.dist(points[0], towards)
        step = min(HEAD, 0.8 * length) / length
        points[0] = x + (towards[0] - x) * step, y + (towards[1] - y) * step
    start = f"M{_pair(points[0])}"
    if route.curve == "bezier":
        curves = zip(points[1::3], points[2::3], points[3::3], strict=True)
        return " ".join([start, *(f"C{_pair(a)} {_pair(b)} {_pair(c)}" for a, b, c in curves)])
    parts = [start]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        bend = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(f"L{_pair(bend[0])}Q{_pair(corner)} {_pair(bend[1])}")
    return "".join([*parts, f"L{_pair(points[-1])}"])


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = math.dist(start, end)
    if whole == 0:
        return start
    return start[0] + (end[0] - start[0]) * length / whole, start[1] + (end[1] - start[1]) * length / whole


def _pair(point: Point) -> str:
    return f"{format_number(point[0])},{format_number(point[1])}"


def format_number(value: float) -> str:
    """Return a coordinate to one decimal, without a superfluous `.0`."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


TextLine = tuple[float, float, str]
"""Where a line of text begins, on its baseline, and the line."""


def label_lines(box: Box, label: str) -> Iterator[TextLine]:
    """Yield the lines of a box's label, in its middle, right of the group's mark if it has one."""
    x = box.x + PAD + (MARK if box.marked else 0)
    y = box.middle[1] - LINE_HEIGHT * (len(box.lines) - 1) / 2 + Drawing.baseline
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


def group_class(colour: int) -> str:
    """Return the class that colours a group: six hues that colour-blind readers tell apart."""
    return f"pa-hue--{colour % _HUES}"


def group_mark(colour: int) -> str:
    """Return the mark of a group: with its hue it is unique among twelve groups."""
    return _MARKS[colour % len(_MARKS)]


FILTERS: Mapping[str, Callable[..., object]] = {
    "number": format_number,
    "label_lines": label_lines,
    "caption_lines": caption_lines,
    "group_class": group_class,
    "group_mark": group_mark,
    "arrow_head": ARROW_HEADS.__getitem__,
}
"""What the templates of drawings need besides the values."""
