"""A layout as the template draws it: classes, paths, names for those who cannot see it, a legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from paperatlas.graph.boxes import MARK, PAD
from paperatlas.graph.model import Area, Box, Caption, Layout, Route, Year
from paperatlas.graph.svg.model import (
    Drawing,
    DrawnArea,
    DrawnCaption,
    DrawnEdge,
    DrawnNode,
    DrawnYear,
    GraphTexts,
    Head,
    LegendRow,
    Text,
)
from paperatlas.graph.svg.paths import number, path_data
from paperatlas.graph.svg.styles import FAINT, STYLES, group_class, group_mark, line_styles
from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT

__all__ = ["Drawing", "GraphTexts", "draw"]

_SMALLEST = 11.0
_BASELINE = 4.4
"""From the middle of a line of text down to its baseline."""


def draw(
    layout: Layout,
    *,
    id: str,  # noqa: A002
    type_labels: Mapping[str, str] | None = None,
    texts: GraphTexts | None = None,
    described_by: str = "",
) -> Drawing:
    """The values of `graph.svg.jinja` for a layout.

    `id` must be unique on the page. `type_labels` names the relation types in the page's language,
    in the order of the legend. `described_by` is the id of the same relations as text, if the page
    has them.
    """
    texts = texts or GraphTexts()
    labels = dict(type_labels or {})
    names = {box.node.key: box.node.label for box in layout.boxes}
    titles = {group.slug: group.title for group in layout.groups}
    counts = Counter("" if route.faint else route.edge.type for route in layout.routes)
    order = [*(type_ for type_ in labels if counts[type_]), *sorted(set(counts) - set(labels) - {""})]
    styles = line_styles(order) | ({"": FAINT} if counts[""] else {})
    heads = {style: f"{id}-head-{style}" for style in styles.values()}

    def edge(route: Route) -> DrawnEdge:
        style = styles["" if route.faint else route.edge.type]
        source, type_, target = route.edge.source, route.edge.type, route.edge.target
        name = texts.edge.format(source=names[source], relation=labels.get(type_, type_), target=names[target])
        return DrawnEdge(source, target, type_, name, f"pa-edge pa-line--{style}", heads[style], path_data(route))

    return Drawing(
        id=id,
        engine=layout.engine,
        width=number(layout.width),
        height=number(layout.height),
        least_width=number(layout.width * _SMALLEST / FONT_SIZE),
        font_size=number(FONT_SIZE),
        texts=texts,
        summary=texts.summary.format(nodes=len(layout.boxes), edges=len(layout.routes)),
        described_by=f"{id}-summary {described_by}".strip(),
        areas=tuple(map(_area, layout.areas)),
        years=tuple(_year(year, odd=index % 2 == 1) for index, year in enumerate(layout.years)),
        edges=tuple(edge(route) for route in sorted(layout.routes, key=lambda route: not route.faint)),
        captions=tuple(_caption(caption, titles.get(caption.slug, ""), texts) for caption in layout.captions),
        nodes=tuple(_node(box, texts) for box in layout.boxes),
        heads=tuple(Head(heads[style], f"pa-head pa-line--{style}", STYLES[style]) for style in heads),
        edge_legend=tuple(
            LegendRow(
                type_,
                labels.get(type_, type_) if type_ else texts.between,
                f"pa-line--{style}",
                counts[type_],
                head=heads[style],
            )
            for type_, style in styles.items()
        ),
        group_legend=tuple(_group_legend(layout)),
        group_choices=tuple(_group_choices(layout)),
    )


def _area(area: Area) -> DrawnArea:
    return DrawnArea(
        area.slug,
        "pa-area pa-area--outside" if area.outside else f"pa-area {group_class(area.colour)}",
        number(area.x),
        number(area.y),
        number(area.w),
        number(area.h),
    )


def _year(year: Year, *, odd: bool) -> DrawnYear:
    classes = ["pa-year", *(["pa-year--down"] if year.down else []), *(["pa-year--odd"] if odd else [])]
    x, y = (year.x + 10, year.y + 20) if year.down else (year.x + year.w / 2, year.y + 18)
    return DrawnYear(
        " ".join(classes),
        number(year.x),
        number(year.y),
        number(year.w),
        number(year.h),
        Text(number(x), number(y), year.label),
    )


def _caption(caption: Caption, title: str, texts: GraphTexts) -> DrawnCaption:
    words = (texts.isolated,) if caption.kind == "isolated" else _spaced(title, caption.lines)
    left = caption.x + (MARK if caption.marked else 0)
    return DrawnCaption(
        caption.slug,
        caption.href,
        f"pa-caption pa-caption--{caption.kind} {group_class(caption.colour)}",
        group_mark(caption.colour) if caption.marked else "",
        f"{number(caption.x + 5)},{number(caption.y - _BASELINE)}",
        tuple(Text(number(left), number(caption.y + index * LINE_HEIGHT), line) for index, line in enumerate(words)),
    )


def _node(box: Box, texts: GraphTexts) -> DrawnNode:
    node = box.node
    year = "" if node.year is None else str(node.year)
    links = texts.links.format(count=box.links) if box.links else ""
    title = node.title if node.title != node.label else ""
    outside = " pa-node--outside" if box.outside else ""
    middle = box.y + box.h / 2
    first = middle - LINE_HEIGHT * (len(box.lines) - 1) / 2 + _BASELINE
    return DrawnNode(
        key=node.key,
        href=node.href,
        name=texts.separator.join(filter(None, (node.label, title, year, *box.places, links))),
        title=node.title,
        group=node.group,
        year=year,
        classes=f"pa-node pa-node--{box.level} {group_class(box.colour)}{outside}",
        x=number(box.x),
        y=number(box.y),
        w=number(box.w),
        h=number(box.h),
        mark=group_mark(box.colour) if box.marked else "",
        mark_at=f"{number(box.x + PAD + 4)},{number(middle)}",
        lines=tuple(
            Text(number(box.x + PAD + (MARK if box.marked else 0)), number(first + index * LINE_HEIGHT), line)
            for index, line in enumerate(_spaced(node.label, box.lines))
        ),
        year_text=Text(number(box.x + box.w - PAD), number(middle + _BASELINE), year) if year and box.dated else None,
    )


def _spaced(text: str, lines: Iterable[str]) -> Iterable[str]:
    """The lines that `text` is broken into, each with the space it was broken at: read in a row they are `text`."""
    for line in lines:
        _, found, after = text.partition(line)
        yield f"{line} " if found and after.startswith(" ") else line
        text = after if found else text


def _group_legend(layout: Layout) -> Iterable[LegendRow]:
    """The groups whose marks stand on boxes; the others are named by captions."""
    counts = Counter(box.node.group for box in layout.boxes if box.marked)
    for index, group in enumerate(layout.groups):
        if counts[group.slug]:
            yield LegendRow(group.slug, group.title, group_class(index), counts[group.slug], mark=group_mark(index))


def _group_choices(layout: Layout) -> Iterable[LegendRow]:
    """The groups where captions name them: no mark on a box, so none in the legend."""
    if any(box.marked for box in layout.boxes) or len(layout.groups) < 2:
        return
    for index, group in enumerate(layout.groups):
        inside = [box for box in layout.boxes if _within(box.node.group, group.slug)]
        yield LegendRow(group.slug, group.title, group_class(index), len(inside))


def _within(group: str, slug: str) -> bool:
    """Whether a node's group is `slug` or, on the map, inside that region: `transformer/operators`."""
    return group == slug or group.startswith(f"{slug}/")
