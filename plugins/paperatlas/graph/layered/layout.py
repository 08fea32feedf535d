"""A lineage, older nodes first: across the page in columns if that fits, else down it in rows.

It is drawn in bands of years, and each band in ranks, its layers: a node comes after what it builds on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import fsum

from paperatlas.graph.boxes import size_boxes
from paperatlas.graph.layered.ranks import LEFT_AXIS, MARGIN, Band, Ranking, draw_ranking
from paperatlas.graph.layered.routing import measure_sharpest_bend
from paperatlas.graph.model import Box, Graph, GraphEdge, GraphNode, Layout

_MOST_NODES = 150
"""A lineage of 110 nodes takes `dot` four seconds, and the page has no room for the result."""
_COLUMN_GAPS = 40.0, 58.0, 130.0
"""Between columns: the least, in which a curve still bends gently behind its head; what is good; and the most, at which
two columns still read as neighbours. Of 22 lineages two change with a least of 30, none with 50, and none where
what is good is anything from 40 to 80."""
_COLUMN_TEXTS = (150.0, 116.0, 92.0)
"""How wide labels may be, the widest first: 87, 84 and 75 % of the atlas' labels are on one line."""
_MOST_MERGED = 0.5
"""With fewer than half of its years as bands of their own a lineage shows its time better down the page. At 0.3 two of
22 lineages change, at 0.7 none."""
_ROUNDING = 2.0
"""Graphviz works in whole points, and may round up on both sides."""
_NODE_GAP, _EDGE_GAP = 10.0, 4.0
"""As between the boxes and the tracks of a grid. With edges 2 apart drawings are 1 % lower, with 8 1.5 % higher."""
_ROW_GAPS = 44.0, 9.0
"""Between rows, as the least between columns and a little for the arrow's head; between the boxes of a row. Rows 30
apart make drawings 12 % lower and curves steep, 60 apart 10 % higher."""
_ROW_TRIES = (
    (116.0, 0.9, 4.0),
    (116.0, 0.9, 7.0),
    (116.0, 0.9, 10.0),
    (116.0, 0.7, 5.0),
    (88.0, 0.9, 4.0),
    (88.0, 0.7, 5.0),
    (88.0, 0.5, 4.0),
)
"""How wide labels may be, how much of the width rows take, and how far apart edges pass: the tightest first, then ever
more room for the edges that pass by."""
_SMOOTH = 60.0
"""Degrees that a curve may turn at once before other rows are tried. At 30 ten of 22 lineages take other rows and are
12 % higher; at 90 one takes its first rows, and is half as high."""


def lay_out_layered(graph: Graph) -> Layout | None:
    """Return the nodes, all of them with some edge, as a lineage; `None` if the width does not hold it."""
    if len(graph.nodes) > _MOST_NODES:
        return None
    return _in_columns(graph) or _in_rows(graph)


def _in_columns(graph: Graph) -> Layout | None:
    """Return the layout with time from left to right.

    Every year is a band of its own as far as there is room; then neighbouring years are drawn
    together, where that saves most. There is an axis if all years are known and not all in one band.
    """
    bands = make_year_bands(graph)
    dated = all(node.year is not None for node in graph.nodes)
    choices = [size_boxes(graph, text_max, mark=True, sided=True) for text_max in _COLUMN_TEXTS]
    least, good, most = _COLUMN_GAPS
    fewest = max(len(bands) * _MOST_MERGED, 1)
    while len(bands) >= fewest:
        gaps = [_column_gap(bands, boxes, graph.width) for boxes in choices]
        best = next((index for index, gap in enumerate(gaps) if gap >= good), gaps.index(max(gaps)))
        if gaps[best] >= least:
            axis = dated and len(bands) > 1
            ranking = Ranking(bands, choices[best], False, axis, min(gaps[best], most), _NODE_GAP, _EDGE_GAP)
            if layout := draw_ranking(graph, ranking):
                return layout
        if len(bands) == 1:
            break
        bands = _merge_cheapest(bands, graph, choices[best])
    return None


def _column_gap(bands: Sequence[Band], boxes: Mapping[str, Box], width: float) -> float:
    """Return the room between two columns that `width` leaves."""
    columns = [rank for band in bands for rank in band.ranks]
    taken = fsum(max(boxes[key].w for key in column) for column in columns)
    return (width - 2 * MARGIN - taken) / max(len(columns) - 1, 1) - _ROUNDING


def _merge_cheapest(bands: Sequence[Band], graph: Graph, boxes: Mapping[str, Box]) -> list[Band]:
    """Return one band less: the two neighbours drawn together whose union leaves the most room."""
    return max(
        (merge_bands(bands, index, graph) for index in range(len(bands) - 1)),
        key=lambda choice: (
            round(_column_gap(choice, boxes, graph.width)),
            -sum((band.last - band.first) ** 2 for band in choice),
            [band.first for band in choice],
        ),
    )


def _in_rows(graph: Graph) -> Layout | None:
    """Return the layout with time from top to bottom, in rows that leave room for the edges that pass by.

    Of several ways to break the rows, the first whose curves are all smooth is taken, else the
    smoothest.
    """
    rank_gap, node_gap = _ROW_GAPS
    room = graph.width - MARGIN - LEFT_AXIS
    found: list[tuple[float, Layout]] = []
    for text_max, share, edge_gap in _ROW_TRIES:
        boxes = size_boxes(graph, text_max, mark=True, sided=False)
        bands = merge_small_bands(make_year_bands(graph), graph, boxes, room * share, node_gap)
        axis = len(bands) > 1
        bands = break_wide_ranks(bands, graph, boxes, room * share, node_gap)
        layout = draw_ranking(graph, Ranking(bands, boxes, True, axis, rank_gap, node_gap, edge_gap))
        if layout is not None:
            found.append((measure_sharpest_bend(layout.routes), layout))
            if found[-1][0] < _SMOOTH:
                break
    return min(found, key=lambda tried: tried[0], default=(0.0, None))[1]


def make_year_bands(graph: Graph) -> list[Band]:
    """Return a band for every year; one band for all if the year of any is not known."""
    if any(node.year is None for node in graph.nodes):
        return [_make_band(graph.nodes, graph.edges)]
    years = sorted({node.year or 0 for node in graph.nodes})
    return [_make_band([node for node in graph.nodes if node.year == year], graph.edges) for year in years]


def _make_band(nodes: Sequence[GraphNode], edges: Iterable[GraphEdge]) -> Band:
    """Put the nodes into ranks.

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

    ranks: dict[int, list[str]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.year or 0):
        ranks[place(node.key)].append(node.key)
    years = [node.year or 0 for node in nodes]
    return Band(min(years), max(years), tuple(tuple(ranks[step]) for step in sorted(ranks)))


def merge_bands(bands: Sequence[Band], index: int, graph: Graph) -> list[Band]:
    """Return the bands, that at `index` and the next drawn together."""
    first, last = bands[index].first, bands[index + 1].last
    both = _make_band([node for node in graph.nodes if first <= (node.year or 0) <= last], graph.edges)
    return [*bands[:index], both, *bands[index + 2 :]]


def merge_small_bands(
    bands: Sequence[Band], graph: Graph, boxes: Mapping[str, Box], room: float, gap: float
) -> list[Band]:
    """Return the bands, neighbours drawn together where they make one rank no wider than `room`."""
    found = list(bands)
    index = 0
    while index < len(found) - 1:
        merged = merge_bands(found, index, graph)
        ranks = merged[index].ranks
        if len(ranks) == 1 and _width(ranks[0], boxes, gap) <= room:
            found = merged
        else:
            index += 1
    return found


def break_wide_ranks(
    bands: Iterable[Band], graph: Graph, boxes: Mapping[str, Box], room: float, gap: float
) -> list[Band]:
    """Return the bands, every rank wider than `room` made two or more, the nodes most built upon first."""
    built_upon = Counter(edge.target for edge in graph.edges)
    found: list[Band] = []
    for band in bands:
        ranks: list[tuple[str, ...]] = []
        for rank in band.ranks:
            parts = 1
            ordered = sorted(rank, key=lambda key: -built_upon[key])
            while parts < len(ordered) and any(_width(part, boxes, gap) > room for part in _divide(ordered, parts)):
                parts += 1
            ranks += _divide(ordered, parts) if parts > 1 else [rank]
        found.append(Band(band.first, band.last, tuple(ranks)))
    return found


def _divide(keys: Sequence[str], count: int) -> list[tuple[str, ...]]:
    """Return the keys in `count` parts of about the same number."""
    ends = [round(len(keys) * part / count) for part in range(count + 1)]
    return [tuple(keys[start:end]) for start, end in pairwise(ends)]


def _width(keys: Iterable[str], boxes: Mapping[str, Box], gap: float) -> float:
    return fsum(boxes[key].w + gap for key in keys) - gap
