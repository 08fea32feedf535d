"""A catalogue: groups as regions of a grid, their edges run through the room between the boxes.

This is how a star of sixty nodes stays readable, and how nodes without edges are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from paperatlas.graph.boxes import PAD, size_boxes
from paperatlas.graph.grid.blocks import GroupBlock, find_faint_edges, make_blocks
from paperatlas.graph.grid.cells import ROW, ROW_GAP, Cell, Grid, place_blocks
from paperatlas.graph.grid.nets import Net, route_nets
from paperatlas.graph.grid.tracks import AREA_PAD, Frame, Tracks, assign_tracks, draw_nets
from paperatlas.graph.model import Area, Box, Caption, CaptionKind, Graph, Layout
from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT, measure_text

_LEAST_BOX, _MOST_BOX = 112.0, 200.0
"""The least holds a dozen letters: three of four labels of the atlas on one line. Of the widest, three fit the page."""
_TYPICAL = 0.7
"""The share of labels on one line at the width tried first. With all of them drawings are 3 % higher."""
_GUTTER = 28.0
"""A gutter with one track, and with the margins of the grounds beside it."""
_TRIES = 4
"""Widths tried for a number of columns. The first was enough for every graph measured; further ones are for labels that
break differently in what is left."""
_MANY = 600
"""Edges, above which one try has to do: the map of the atlas, with 460, takes 1.5 seconds."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A grid with its nets, for boxes of some width, and the width there really is for them."""

    boxes: Mapping[str, Box]
    grid: Grid
    cells: Mapping[str, Cell]
    nets: Sequence[Net]
    tracks: Tracks
    room: float

    @property
    def needed(self) -> float:
        """Return the width of the widest box."""
        return max((box.w for box in self.boxes.values()), default=_LEAST_BOX)

    @property
    def fits(self) -> bool:
        """Return whether the boxes have the room they need."""
        return self.room >= max(self.needed, _LEAST_BOX) - 0.05


def lay_out_grid(graph: Graph) -> Layout:
    """Return the groups on as many columns as the width holds, with the edges between their nodes.

    How wide the boxes are depends on how many edges run between the columns, and the other way
    round: so a plan is made for boxes of a likely width, and made again for the width that it leaves.
    """
    blocks = make_blocks(graph)
    widths = sorted(box.w for box in size_boxes(graph, _MOST_BOX, mark=False).values())
    typical = widths[int(_TYPICAL * (len(widths) - 1))] if widths else 0.0
    likely = min(max(typical, _LEAST_BOX), _MOST_BOX)
    most = min(max(int((graph.width + _GUTTER) // (likely + _GUTTER)), 1), max(len(graph.nodes), 1))
    for columns in range(most, 0, -1):
        box_width = likely
        for _ in range(_TRIES if len(graph.edges) < _MANY else 1):
            plan = _plan(graph, blocks, columns, box_width)
            if plan.room >= box_width or plan.room < _LEAST_BOX:
                break
            box_width = plan.room
        if plan.fits:
            break
    if plan.fits:
        wider = _plan(graph, blocks, plan.grid.columns, min(plan.room, _MOST_BOX))
        plan = wider if wider.fits else plan
    return _draw(graph, plan, min(plan.room, _MOST_BOX) if plan.fits else plan.needed)


def _plan(graph: Graph, blocks: Sequence[GroupBlock], columns: int, box_width: float) -> _Plan:
    boxes = size_boxes(graph, box_width - 2 * PAD, mark=False)
    grid = place_blocks(blocks, boxes, columns, box_width, graph.edges)
    cells = {cell.key: cell for cell in grid.cells if cell.key}
    nets = route_nets(grid, graph.edges, find_faint_edges(graph))
    tracks = assign_tracks(nets, grid, cells)
    gutters = sum(tracks.gutter_width(gutter) for gutter in range(grid.columns + 1))
    return _Plan(boxes, grid, cells, nets, tracks, (graph.width - gutters) / max(grid.columns, 1))


def _draw(graph: Graph, plan: _Plan, box_width: float) -> Layout:
    grid, tracks = plan.grid, plan.tracks
    starts = [0.0]
    for gutter in range(grid.columns):
        starts.append(starts[-1] + tracks.gutter_width(gutter) + box_width)
    frame = Frame(tuple(starts), tracks.outer_height(top=True), grid.rows, tracks)
    boxes = _place_boxes(plan, frame, box_width)
    height = frame.row(grid.rows) + 4 + (8 + tracks.outer_height(top=False) if tracks.bottom else 0)
    return Layout(
        engine="map" if graph.engine == "map" else "grid",
        width=max(graph.width, starts[-1] + tracks.gutter_width(grid.columns)),
        height=height,
        boxes=tuple(boxes.values()),
        routes=tuple(draw_nets(plan.nets, frame, plan.cells, boxes)),
        areas=tuple(_areas(grid, frame, box_width)),
        captions=tuple(_captions(graph, grid, frame)),
    )


def _place_boxes(plan: _Plan, frame: Frame, box_width: float) -> dict[str, Box]:
    """Return the boxes in place, all of one width; with their years, if each has room for one beside its label."""
    room = box_width - 2 * PAD - measure_text("  2000")
    dated = all(measure_text(line, bold=box.level > 0) <= room for box in plan.boxes.values() for line in box.lines)
    return {
        key: replace(
            plan.boxes[key],
            x=frame.column(cell.column),
            y=frame.row(cell.row) + ROW_GAP / 2,
            w=box_width,
            h=cell.rows * ROW - ROW_GAP,
            dated=dated,
        )
        for key, cell in plan.cells.items()
    }


def _areas(grid: Grid, frame: Frame, box_width: float) -> Iterator[Area]:
    for plot in grid.plots:
        left = frame.column(plot.column) - AREA_PAD
        right = frame.column(plot.column + plot.columns - 1) + box_width + AREA_PAD
        top, bottom = frame.row(plot.row) + 8, frame.row(plot.row + plot.rows) + 2
        yield Area(plot.block.slug, left, top, right - left, bottom - top)


def _captions(graph: Graph, grid: Grid, frame: Frame) -> Iterator[Caption]:
    kind: CaptionKind = "region" if graph.engine == "map" else "group"
    for plot in grid.plots:
        if plot.title:
            x, y = frame.column(plot.column), frame.row(plot.row) + 16 + FONT_SIZE
            yield Caption(kind, plot.block.slug, plot.title, x, y)
    for cell in grid.cells:
        if cell.section is not None:
            y = frame.row(cell.row + cell.rows) - 9 - LINE_HEIGHT * (len(cell.lines) - 1)
            yield Caption("section", cell.section.slug, cell.lines, frame.column(cell.column), y)
