"""A catalogue: groups as regions of a grid, their edges run through the room between the boxes.

This is how a star of sixty nodes stays readable, and how papers without relations are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from paperatlas.relations.layout_boxes import PAD, Sized, size_boxes
from paperatlas.relations.layout_cells import ROW, ROW_GAP, Block, Cell, Grid, place
from paperatlas.relations.layout_nets import Net, route
from paperatlas.relations.layout_text import FONT_SIZE, LINE_HEIGHT, text_width, wrap
from paperatlas.relations.layout_tracks import AREA_PAD, Frame, Tracks, assign, draw_nets
from paperatlas.relations.layout_types import Area, Box, Caption, GraphEdge, GraphNode, Layout

_LEAST_BOX, _MOST_BOX = 112.0, 200.0
_GUTTER = 28.0
_TRIES = 4


def lay_out_grid(
    blocks: Sequence[Block], nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], width: float
) -> Layout:
    """The blocks on as many columns as `width` holds, with the edges between their nodes."""
    wanted = sorted(size.w for size in size_boxes(nodes, edges, _MOST_BOX, mark=False).values())
    typical = wanted[int(0.85 * (len(wanted) - 1))] if wanted else _LEAST_BOX
    least = min(max(typical, _LEAST_BOX), _MOST_BOX)
    columns = min(max(int((width + _GUTTER) // (least + _GUTTER)), 1), max(len(nodes), 1))
    while True:
        box_width = least
        for _ in range(_TRIES):
            sized = size_boxes(nodes, edges, box_width - 2 * PAD, mark=False)
            grid = place(blocks, sized, columns, box_width, edges)
            cells = {cell.key: cell for cell in grid.cells if cell.key}
            nets = route(grid, edges)
            tracks = assign(nets, grid, cells)
            room = width - sum(tracks.gutter_width(gutter) for gutter in range(grid.columns + 1))
            room /= max(grid.columns, 1)
            needed = max((size.w for size in sized.values()), default=0.0)
            if room >= max(box_width, needed) - 0.05 or room < _LEAST_BOX:
                break
            box_width = room
        if room >= max(_LEAST_BOX, needed) - 0.05 or columns == 1:
            break
        columns -= 1
    box_width = max(min(room, max(_MOST_BOX, box_width)), needed)
    return _draw(grid, sized, nets, tracks, cells, box_width, width)


def _draw(
    grid: Grid,
    sized: Mapping[str, Sized],
    nets: Sequence[Net],
    tracks: Tracks,
    cells: Mapping[str, Cell],
    box_width: float,
    width: float,
) -> Layout:
    starts = [0.0]
    for gutter in range(grid.columns):
        starts.append(starts[-1] + tracks.gutter_width(gutter) + box_width)
    frame = Frame(tuple(starts), box_width, max(5.0 * tracks.top, 0.0), grid.rows, tracks)
    dated = _room_for_years(sized.values(), box_width)
    colours = {
        key: plot.block.colour for plot in grid.plots for section in plot.block.sections for key in section.keys
    }
    boxes = {
        key: Box(
            sized[key].node, frame.column(cell.column), frame.row(cell.row) + ROW_GAP / 2,
            box_width, cell.rows * ROW - ROW_GAP,
            sized[key].lines, sized[key].level, sized[key].links, colours[key], dated=dated,
        )
        for key, cell in cells.items()
    }
    areas: list[Area] = []
    captions: list[Caption] = []
    for plot in grid.plots:
        block = plot.block
        x = frame.column(plot.column) - AREA_PAD
        y = frame.row(plot.row) + 8
        right = frame.column(plot.column + plot.columns - 1) + box_width + AREA_PAD
        areas.append(Area(block.slug, x, y, right - x, frame.row(plot.row + plot.rows) + 2 - y, block.colour))
        if plot.title or block.kind == "isolated":
            baseline = y + 8 + FONT_SIZE
            captions.append(
                Caption(
                    block.kind, block.slug, plot.title, x + AREA_PAD, baseline, block.colour, block.href, marked=True
                )
            )
    for cell in grid.cells:
        if cell.section is not None:
            lines = wrap(cell.section.title, box_width)
            y = frame.row(cell.row + cell.rows) - 9 - LINE_HEIGHT * (len(lines) - 1)
            captions.append(Caption("section", cell.section.slug, lines, frame.column(cell.column), y, 0))
    height = frame.row(grid.rows) + 4 + (8 + 5.0 * tracks.bottom if tracks.bottom else 0)
    routes = tuple(draw_nets(nets, frame, cells, boxes))
    return Layout("grid", width, height, tuple(boxes.values()), routes, tuple(areas), tuple(captions))


def _room_for_years(sized: Iterable[Sized], box_width: float) -> bool:
    """Whether every box has room for its year behind its label: all show it, or none."""
    return all(
        max(text_width(line, bold=size.level > 0) for line in size.lines) + text_width("  2000") <= box_width - 2 * PAD
        for size in sized
    )
