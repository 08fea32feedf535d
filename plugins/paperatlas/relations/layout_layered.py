"""A lineage from left to right: older methods first, in bands of years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paperatlas.relations.layout_boxes import PORT_GAP, Sized, size_boxes
from paperatlas.relations.layout_graphviz import Job, solve
from paperatlas.relations.layout_types import Box, GraphEdge, GraphGroup, GraphNode, Layout, Point, Route, Year

_AXIS = 34.0
_MARGIN = 8.0
_LEAST_GAP, _GOOD_GAP, _MOST_GAP = 34.0, 58.0, 130.0
_ROUNDING = 2.0  # Graphviz works in whole points
_ROW_GAP = 14.0
_TEXT_WIDTHS = (150.0, 116.0, 92.0, 78.0)


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring years drawn together: their nodes' keys in columns, each right of what it builds on."""

    first: int
    last: int
    columns: tuple[tuple[str, ...], ...]

    @property
    def label(self) -> str:
        """The years, for the axis."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def lay_out_layered(
    nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], groups: Sequence[GraphGroup], width: float
) -> Layout | None:
    """The nodes, all of them in some relation, as a lineage; `None` if `width` does not hold it.

    Every year is a band of its own as far as there is room; then neighbouring years are drawn
    together, where that saves most. There is an axis if all years are known and not all in one band.
    """
    dated = all(node.year is not None for node in nodes)
    bands = _bands(nodes, edges) if dated else [_band(nodes, edges)]
    while True:
        choices = [size_boxes(nodes, edges, text_max, mark=True, sided=True) for text_max in _TEXT_WIDTHS]
        gaps = [_gap(bands, sized, width) for sized in choices]
        best = next((index for index, gap in enumerate(gaps) if gap >= _GOOD_GAP), gaps.index(max(gaps)))
        if gaps[best] >= _LEAST_GAP:
            axis = dated and len(bands) > 1
            layout = _draw(bands, choices[best], edges, groups, width, min(gaps[best], _MOST_GAP), axis=axis)
            if layout is not None:
                return layout
        if len(bands) == 1:
            return None
        bands = _merged(bands, nodes, edges, choices[best], width)


def _gap(bands: Sequence[Band], sized: Mapping[str, Sized], width: float) -> float:
    """The room between two columns that `width` leaves."""
    columns = [column for band in bands for column in band.columns]
    taken = sum(max(sized[key].w for key in column) for column in columns)
    return (width - 2 * _MARGIN - taken) / max(len(columns) - 1, 1) - _ROUNDING


def _bands(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> list[Band]:
    years = sorted({node.year or 0 for node in nodes})
    return [_band([node for node in nodes if node.year == year], edges) for year in years]


def _merged(
    bands: Sequence[Band],
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    sized: Mapping[str, Sized],
    width: float,
) -> list[Band]:
    """One band less: the two neighbours drawn together whose union leaves the most room."""
    choices: list[list[Band]] = []
    for index in range(len(bands) - 1):
        first, last = bands[index].first, bands[index + 1].last
        union = _band([node for node in nodes if first <= (node.year or 0) <= last], edges)
        choices.append([*bands[:index], union, *bands[index + 2 :]])
    return max(
        choices,
        key=lambda choice: (
            round(_gap(choice, sized, width)),
            -sum((band.last - band.first) ** 2 for band in choice),
            [band.first for band in choice],
        ),
    )


def _band(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> Band:
    """The nodes in columns.

    A cycle is cut where it comes back to a node that is still being placed: that costs an arrow that
    points the other way, no more.
    """
    here = {node.key for node in nodes}
    targets: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.source in here and edge.target in here:
            targets[edge.source].append(edge.target)
    depth: dict[str, int] = {}
    open_: set[str] = set()

    def place(key: str) -> int:
        if key not in depth:
            open_.add(key)
            below = [place(target) for target in dict.fromkeys(targets[key]) if target not in open_]
            open_.discard(key)
            depth[key] = max(below, default=-1) + 1
        return depth[key]

    ordered = sorted(nodes, key=lambda node: node.year or 0)
    columns: dict[int, list[str]] = defaultdict(list)
    for node in ordered:
        columns[place(node.key)].append(node.key)
    years = [node.year or 0 for node in nodes]
    return Band(min(years), max(years), tuple(tuple(columns[step]) for step in sorted(columns)))


def _draw(
    bands: Sequence[Band],
    sized: Mapping[str, Sized],
    edges: Sequence[GraphEdge],
    groups: Sequence[GraphGroup],
    width: float,
    gap: float,
    *,
    axis: bool,
) -> Layout | None:
    number = {key: index for index, key in enumerate(sized)}
    columns = [column for band in bands for column in band.columns]
    rank = {key: index for index, column in enumerate(columns) for key in column}
    pairs = [
        (edge.target, edge.source) if rank[edge.target] <= rank[edge.source] else (edge.source, edge.target)
        for edge in edges
    ]
    job = Job(
        sizes=[(size.w, size.h) for size in sized.values()],
        edges=[(number[tail], number[head]) for tail, head in pairs],
        ranks=[[number[key] for key in column] for column in columns],
        settings={
            "rankdir": "LR",
            "ranksep": f"{gap / 72:.4f}",
            "nodesep": f"{_ROW_GAP / 72:.4f}",
            "splines": "true",
        },
    )
    solution = solve(job, "dot")
    if solution is None or solution.width + 2 * _MARGIN > width + 1:
        return None
    reach = [y for curve in solution.curves for y in _heights(curve)]
    for size, (_, y) in zip(sized.values(), solution.centres, strict=True):
        reach += [y - size.h / 2, y + size.h / 2]
    top = (_AXIS if axis else _MARGIN) - min(reach)
    left = (width - solution.width) / 2
    colours = {group.slug: index for index, group in enumerate(groups)}
    boxes = {
        key: Box(
            node=size.node,
            x=x - size.w / 2 + left,
            y=y - size.h / 2 + top,
            w=size.w,
            h=size.h,
            lines=size.lines,
            level=size.level,
            links=size.links,
            colour=colours.get(size.node.group, len(groups)),
            marked=True,
        )
        for (key, size), (x, y) in zip(sized.items(), solution.centres, strict=True)
    }
    routes: list[Route] = []
    for edge, curve, (tail, _) in zip(edges, solution.curves, pairs, strict=True):
        points = tuple((x + left, y + top) for x, y in curve)
        routes.append(Route(edge, "bezier", points if tail == edge.target else points[::-1]))
    height = max(reach) + top + _MARGIN
    years = _years(bands, boxes, width, height) if axis else ()
    return Layout("layered", width, height, tuple(boxes.values()), tuple(_spread(routes, boxes)), years=years)


def _heights(curve: Sequence[Point]) -> Iterator[float]:
    """Some heights along a curve."""
    for (_, a), (_, b), (_, c), (_, d) in zip(curve[::3], curve[1::3], curve[2::3], curve[3::3], strict=False):
        for t in (0.0, 0.25, 0.5, 0.75, 1.0):
            yield (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


def _spread(routes: Sequence[Route], boxes: Mapping[str, Box]) -> list[Route]:
    """Give the curves that meet at one side of a box their own places on it.

    Graphviz ends all of them in the middle. Those of one type that arrive at one target stay
    together: they share an arrow.
    """
    sides: dict[tuple[str, bool], dict[tuple[str, str], list[tuple[int, bool]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    points = [list(route.points) for route in routes]
    for index, route in enumerate(routes):
        edge = route.edge
        right = points[index][0][0] <= points[index][-1][0]
        sides[edge.target, right][edge.type, ""].append((index, True))
        sides[edge.source, not right][edge.type, edge.target].append((index, False))

    def height(bundle: Sequence[tuple[int, bool]]) -> tuple[float, float]:
        """How low the far ends are, and of parallel curves, how low they run."""
        far = sum(points[index][-1 if first else 0][1] for index, first in bundle)
        half = sum(points[index][len(points[index]) // 2][1] for index, _ in bundle)
        return round(far / len(bundle), 1), round(half / len(bundle), 1)

    for (key, _), bundles in sides.items():
        ordered = sorted(bundles.items(), key=lambda item: (height(item[1]), item[0]))
        gap = min(PORT_GAP, (boxes[key].h - 8) / max(len(ordered) - 1, 1))
        for place, (_, bundle) in enumerate(ordered):
            shift = (place - (len(ordered) - 1) / 2) * gap
            for index, first in bundle:
                for at in (0, 1) if first else (-1, -2):
                    x, y = points[index][at]
                    points[index][at] = (x, y + shift)
    return [Route(route.edge, route.kind, tuple(moved)) for route, moved in zip(routes, points, strict=True)]


def _years(bands: Sequence[Band], boxes: Mapping[str, Box], width: float, height: float) -> tuple[Year, ...]:
    """The bands of the axis, each reaching half way to its neighbours."""
    spans = [
        (
            min(boxes[key].x for column in band.columns for key in column),
            max(boxes[key].x + boxes[key].w for column in band.columns for key in column),
        )
        for band in bands
    ]
    ends = [0.0, *((before[1] + after[0]) / 2 for before, after in pairwise(spans)), width]
    return tuple(
        Year(band.label, start, end - start, height) for band, start, end in zip(bands, ends, ends[1:], strict=False)
    )
