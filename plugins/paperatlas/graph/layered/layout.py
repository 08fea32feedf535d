"""A lineage, older nodes first: across the page in columns if that fits, else down it in rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paperatlas.graph.boxes import size_boxes
from paperatlas.graph.layered.bands import Band, break_wide_ranks, make_year_bands, merge_bands, merge_small_bands
from paperatlas.graph.layered.ranks import LEFT_AXIS, MARGIN, Ranking, draw_ranking, measure_sharpest_bend
from paperatlas.graph.model import Box, Graph, Layout

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
    taken = sum(max(boxes[key].w for key in column) for column in columns)
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
        boxes = size_boxes(graph, text_max, mark=True)
        bands = merge_small_bands(make_year_bands(graph), graph, boxes, room * share, node_gap)
        axis = len(bands) > 1
        bands = break_wide_ranks(bands, graph, boxes, room * share, node_gap)
        layout = draw_ranking(graph, Ranking(bands, boxes, True, axis, rank_gap, node_gap, edge_gap))
        if layout is not None:
            found.append((measure_sharpest_bend(layout.routes), layout))
            if found[-1][0] < _SMOOTH:
                break
    return min(found, key=lambda tried: tried[0], default=(0.0, None))[1]
