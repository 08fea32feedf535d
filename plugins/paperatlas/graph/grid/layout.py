"""A catalogue: groups as regions of a grid, their edges run through the room between the boxes.

This is how a star of sixty nodes stays readable, and how papers without relations are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paperatlas.graph.boxes import PAD, Sized, size_boxes
from paperatlas.graph.grid.cells import ROW, ROW_GAP, Block, Cell, Grid, place
from paperatlas.graph.grid.nets import Net, route
from paperatlas.graph.grid.tracks import AREA_PAD, Frame, Tracks, assign, draw_nets
from paperatlas.graph.model import Area, Box, Caption, GraphEdge, GraphNode, Layout
from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT, text_width

_LEAST_BOX, _MOST_BOX = 112.0, 200.0
_GUTTER = 28.0
_TRIES = 4
_MANY = 600  # edges, above which one try has to do


@dataclass(frozen=True, slots=True)
class _Plan:
    """A grid with its nets, for boxes of some width, and the width there really is for them."""

    sized: Mapping[str, Sized]
    grid: Grid
    cells: Mapping[str, Cell]
    nets: Sequence[Net]
    tracks: Tracks
    room: float

    @property
    def needed(self) -> float:
        """The width of the widest box."""
        return max((size.w for size in self.sized.values()), default=_LEAST_BOX)

    @property
    def fits(self) -> bool:
        """Whether the boxes have the room they need."""
        return self.room >= max(self.needed, _LEAST_BOX) - 0.05


def lay_out_grid(
    blocks: Sequence[Block],
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    width: float,
    faint: frozenset[GraphEdge] = frozenset(),
) -> Layout:
    """The blocks on as many columns as `width` holds, with the edges between their nodes.

    How wide the boxes are depends on how many edges run between the columns, and the other way
    round: so a plan is made for boxes of a likely width, and made again for the width that it leaves.
    """
    widths = sorted(size.w for size in size_boxes(nodes, edges, _MOST_BOX, mark=False).values())
    typical = widths[int(0.7 * (len(widths) - 1))] if widths else 0.0
    likely = min(max(typical, _LEAST_BOX), _MOST_BOX)
    most = min(max(int((width + _GUTTER) // (likely + _GUTTER)), 1), max(len(nodes), 1))
    for columns in range(most, 0, -1):
        box_width = likely
        for _ in range(_TRIES if len(edges) < _MANY else 1):
            plan = _plan(blocks, nodes, edges, faint, columns, box_width, width)
            if plan.room >= box_width or plan.room < _LEAST_BOX:
                break
            box_width = plan.room
        if plan.fits:
            break
    if plan.fits:
        wider = _plan(blocks, nodes, edges, faint, plan.grid.columns, min(plan.room, _MOST_BOX), width)
        plan = wider if wider.fits else plan
    return _draw(plan, min(plan.room, _MOST_BOX) if plan.fits else plan.needed, width)


def _plan(
    blocks: Sequence[Block],
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    faint: frozenset[GraphEdge],
    columns: int,
    box_width: float,
    width: float,
) -> _Plan:
    sized = size_boxes(nodes, edges, box_width - 2 * PAD, mark=False)
    grid = place(blocks, sized, columns, box_width, edges)
    cells = {cell.key: cell for cell in grid.cells if cell.key}
    nets = route(grid, edges, faint)
    tracks = assign(nets, grid, cells)
    gutters = sum(tracks.gutter_width(gutter) for gutter in range(grid.columns + 1))
    return _Plan(sized, grid, cells, nets, tracks, (width - gutters) / max(grid.columns, 1))


def _draw(plan: _Plan, box_width: float, width: float) -> Layout:
    grid, tracks = plan.grid, plan.tracks
    starts = [0.0]
    for gutter in range(grid.columns):
        starts.append(starts[-1] + tracks.gutter_width(gutter) + box_width)
    frame = Frame(tuple(starts), tracks.outer_height(top=True), grid.rows, tracks)
    boxes = _boxes(plan, frame, box_width)
    height = frame.row(grid.rows) + 4 + (8 + tracks.outer_height(top=False) if tracks.bottom else 0)
    return Layout(
        engine="grid",
        width=max(width, starts[-1] + tracks.gutter_width(grid.columns)),
        height=height,
        boxes=tuple(boxes.values()),
        routes=tuple(draw_nets(plan.nets, frame, plan.cells, boxes)),
        areas=tuple(_areas(grid, frame, box_width)),
        captions=tuple(_captions(grid, frame)),
    )


def _boxes(plan: _Plan, frame: Frame, box_width: float) -> dict[str, Box]:
    colours = {
        key: plot.block.colour for plot in plan.grid.plots for section in plot.block.sections for key in section.keys
    }
    room = box_width - 2 * PAD - text_width("  2000")
    dated = all(text_width(line, bold=size.level > 0) <= room for size in plan.sized.values() for line in size.lines)
    return {
        key: Box(
            node=plan.sized[key].node,
            x=frame.column(cell.column),
            y=frame.row(cell.row) + ROW_GAP / 2,
            w=box_width,
            h=cell.rows * ROW - ROW_GAP,
            lines=plan.sized[key].lines,
            level=plan.sized[key].level,
            links=plan.sized[key].links,
            colour=colours[key],
            dated=dated,
        )
        for key, cell in plan.cells.items()
    }


def _areas(grid: Grid, frame: Frame, box_width: float) -> list[Area]:
    areas: list[Area] = []
    for plot in grid.plots:
        left = frame.column(plot.column) - AREA_PAD
        right = frame.column(plot.column + plot.columns - 1) + box_width + AREA_PAD
        top, bottom = frame.row(plot.row) + 8, frame.row(plot.row + plot.rows) + 2
        areas.append(Area(plot.block.slug, left, top, right - left, bottom - top, plot.block.colour))
    return areas


def _captions(grid: Grid, frame: Frame) -> list[Caption]:
    captions: list[Caption] = []
    for plot in grid.plots:
        if plot.title:
            block = plot.block
            x, y = frame.column(plot.column), frame.row(plot.row) + 16 + FONT_SIZE
            captions.append(Caption(block.kind, block.slug, plot.title, x, y, block.colour, block.href, marked=True))
    for cell in grid.cells:
        if cell.section is not None:
            y = frame.row(cell.row + cell.rows) - 9 - LINE_HEIGHT * (len(cell.lines) - 1)
            captions.append(Caption("section", cell.section.slug, cell.lines, frame.column(cell.column), y, 0))
    return captions
