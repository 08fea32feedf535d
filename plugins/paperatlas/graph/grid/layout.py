"""A catalogue: groups as regions of a grid, their edges run through the room between the boxes.

This is how a star of sixty nodes stays readable, and how nodes without edges are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from paperatlas.graph.boxes import PAD, PORT_GAP, size_boxes
from paperatlas.graph.grid.cells import ROW, ROW_GAP, Block, Grid, make_blocks, place_blocks
from paperatlas.graph.grid.routing import AREA_PAD, CLEARANCE, FAINT_KIND, Net, Routing, route_edges
from paperatlas.graph.model import Area, Box, Caption, CaptionKind, Graph, Layout, Point, Route
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

_LANE = 3.0
"""How far apart lanes are in a channel: as tracks, but three of them have to fit between two boxes."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A grid with its edges routed, for boxes of some width, and the width there really is for them."""

    boxes: Mapping[str, Box]
    grid: Grid
    routing: Routing
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
    widths = sorted(box.w for box in size_boxes(graph, _MOST_BOX, mark=False, sided=False).values())
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


def _plan(graph: Graph, blocks: Sequence[Block], columns: int, box_width: float) -> _Plan:
    boxes = size_boxes(graph, box_width - 2 * PAD, mark=False, sided=False)
    grid = place_blocks(blocks, boxes, columns, box_width, graph.edges)
    routing = route_edges(graph, grid)
    gutters = fsum(routing.gutter_width(gutter) for gutter in range(grid.columns + 1))
    return _Plan(boxes, grid, routing, (graph.width - gutters) / max(grid.columns, 1))


@dataclass(frozen=True, slots=True)
class GridFrame:
    """Where the grid's columns and rows are on the canvas."""

    gutters: tuple[float, ...]
    """The left end of each gutter; the first is the left end of the drawing."""
    rows: int
    routing: Routing

    def column(self, column: int) -> float:
        """Return the left end of a column's boxes."""
        return self.gutters[column] + self.routing.gutter_width(column)

    def row(self, row: float) -> float:
        """Return the upper end of a row."""
        return self.routing.outer_height(top=True) + row * ROW

    def track(self, net: int, gutter: int) -> float:
        """Return where a net runs in a gutter."""
        start = self.gutters[gutter] + (AREA_PAD if gutter else 0.0)
        return start + CLEARANCE + self.routing.pitch(gutter) * self.routing.tracks[net, gutter]

    def lane(self, net: int, channel: int) -> float:
        """Return where a net runs in a channel."""
        lane = self.routing.lanes[net]
        if channel in {0, self.rows}:
            top = channel == 0
            count = max(self.routing.top if top else self.routing.bottom, 1)
            away = self.routing.outer_height(top=top) * lane / count
            return self.row(0) - away if top else self.row(channel) + CLEARANCE + away
        return self.row(channel) + _LANE * (0, 1, -1)[lane % 3]


def _draw(graph: Graph, plan: _Plan, box_width: float) -> Layout:
    """Return everything in place, with boxes of one width."""
    grid, routing = plan.grid, plan.routing
    starts = [0.0]
    for gutter in range(grid.columns):
        starts.append(starts[-1] + routing.gutter_width(gutter) + box_width)
    frame = GridFrame(tuple(starts), grid.rows, routing)
    boxes = _place_boxes(plan, frame, box_width)
    height = frame.row(grid.rows) + 4 + (8 + routing.outer_height(top=False) if routing.bottom else 0)
    return Layout(
        engine="map" if graph.engine == "map" else "grid",
        width=max(graph.width, starts[-1] + routing.gutter_width(grid.columns)),
        height=height,
        boxes=tuple(boxes.values()),
        routes=tuple(draw_nets(frame, boxes)),
        areas=tuple(_areas(grid, frame, box_width)),
        captions=tuple(_captions(graph, grid, frame)),
    )


def _place_boxes(plan: _Plan, frame: GridFrame, box_width: float) -> dict[str, Box]:
    """Return the boxes in place, all of one width; with their years, if each has room for one beside its label."""
    room = box_width - 2 * PAD - measure_text("  2000")
    dated = all(measure_text(line, bold=box.level > 0) <= room for box in plan.boxes.values() for line in box.lines)
    return {
        cell.key: replace(
            plan.boxes[cell.key],
            x=frame.column(cell.column),
            y=frame.row(cell.row) + ROW_GAP / 2,
            w=box_width,
            h=cell.rows * ROW - ROW_GAP,
            dated=dated,
        )
        for cell in plan.grid.cells
        if cell.key
    }


def _areas(grid: Grid, frame: GridFrame, box_width: float) -> Iterator[Area]:
    for plot in grid.plots:
        left = frame.column(plot.column) - AREA_PAD
        right = frame.column(plot.column + plot.columns - 1) + box_width + AREA_PAD
        top, bottom = frame.row(plot.row) + 8, frame.row(plot.row + plot.rows) + 2
        yield Area(plot.slug, left, top, right - left, bottom - top)


def _captions(graph: Graph, grid: Grid, frame: GridFrame) -> Iterator[Caption]:
    kind: CaptionKind = "region" if graph.engine == "map" else "group"
    for plot in grid.plots:
        if plot.title:
            x, y = frame.column(plot.column), frame.row(plot.row) + 16 + FONT_SIZE
            yield Caption(kind, plot.slug, plot.title, x, y)
    for cell in grid.cells:
        if not cell.key:
            y = frame.row(cell.row + cell.rows) - 9 - LINE_HEIGHT * (len(cell.lines) - 1)
            yield Caption("section", cell.slug, cell.lines, frame.column(cell.column), y)


def draw_nets(frame: GridFrame, boxes: Mapping[str, Box]) -> Iterator[Route]:
    """Yield the corners of every edge, from its arrow's tip at the target to the source."""
    ports = _set_ports(frame.routing.nets, boxes)
    for number, net in enumerate(frame.routing.nets):
        tip = ports[number, ""]
        for edge, gutter in zip(net.edges, net.gutters, strict=True):
            end = ports[number, edge.source]
            points = [tip, (frame.track(number, net.gutter), tip[1])]
            if gutter != net.gutter and net.channel is not None:
                lane = frame.lane(number, net.channel)
                points += [(points[-1][0], lane), (frame.track(number, gutter), lane)]
            points += [(points[-1][0], end[1]), end]
            yield Route(edge, "polyline", _corners(points), net.kind == FAINT_KIND)


def _corners(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points without repetitions and without those inside a straight stretch."""
    corners: list[Point] = []
    for point in points:
        if corners and point == corners[-1]:
            continue
        if len(corners) > 1:
            (a, b), (c, d), (e, f) = corners[-2], corners[-1], point
            if (a == c == e) or (b == d == f):
                corners.pop()
        corners.append(point)
    return tuple(corners)


def _set_ports(nets: Sequence[Net], boxes: Mapping[str, Box]) -> dict[tuple[int, str], Point]:
    """Return where each net meets its boxes: by net and source, or by net and `""` at its target.

    Those that meet one side of a box are set apart, the ones that come from above on top.
    """
    sides: dict[tuple[str, int], list[tuple[float, int, str]]] = defaultdict(list)
    for number, net in enumerate(nets):
        middle = fsum(net.rows[net.gutter]) / 2
        sides[net.target.key, net.gutter - net.target.column].append((middle, number, ""))
        for cell, gutter in zip(net.sources, net.gutters, strict=True):
            towards = net.target.middle if gutter == net.gutter or net.channel is None else net.channel
            sides[cell.key, gutter - cell.column].append((towards, number, cell.key))
    ports: dict[tuple[int, str], Point] = {}
    for (key, side), meeting in sides.items():
        box = boxes[key]
        gap = min(PORT_GAP, (box.h - 8) / max(len(meeting) - 1, 1))
        for place, (_, number, name) in enumerate(sorted(meeting)):
            y = box.y + box.h / 2 + (place - (len(meeting) - 1) / 2) * gap
            ports[number, name] = (box.x + side * box.w, y)
    return ports
