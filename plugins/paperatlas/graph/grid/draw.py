"""A routed grid drawn: boxes, grounds and captions in columns and rows, edges in their tracks and lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from paperatlas.graph.boxes import PAD, PORT_GAP
from paperatlas.graph.grid.cells import ROW, ROW_GAP, Grid
from paperatlas.graph.grid.routing import AREA_PAD, CLEARANCE, FAINT, Net, Routing
from paperatlas.graph.model import Area, Box, Caption, CaptionKind, Graph, Layout, Point, Route
from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT, measure_text

_LANE = 3.0
"""As tracks, but three of them have to fit between two boxes."""


@dataclass(frozen=True, slots=True)
class Frame:
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


def draw_grid(graph: Graph, grid: Grid, routing: Routing, sized: Mapping[str, Box], box_width: float) -> Layout:
    """Return everything in place, with boxes of one width."""
    starts = [0.0]
    for gutter in range(grid.columns):
        starts.append(starts[-1] + routing.gutter_width(gutter) + box_width)
    frame = Frame(tuple(starts), grid.rows, routing)
    boxes = _place_boxes(grid, frame, sized, box_width)
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


def _place_boxes(grid: Grid, frame: Frame, sized: Mapping[str, Box], box_width: float) -> dict[str, Box]:
    """Return the boxes in place, all of one width; with their years, if each has room for one beside its label."""
    room = box_width - 2 * PAD - measure_text("  2000")
    dated = all(measure_text(line, bold=box.level > 0) <= room for box in sized.values() for line in box.lines)
    return {
        cell.key: replace(
            sized[cell.key],
            x=frame.column(cell.column),
            y=frame.row(cell.row) + ROW_GAP / 2,
            w=box_width,
            h=cell.rows * ROW - ROW_GAP,
            dated=dated,
        )
        for cell in grid.cells
        if cell.key
    }


def _areas(grid: Grid, frame: Frame, box_width: float) -> Iterator[Area]:
    for plot in grid.plots:
        left = frame.column(plot.column) - AREA_PAD
        right = frame.column(plot.column + plot.columns - 1) + box_width + AREA_PAD
        top, bottom = frame.row(plot.row) + 8, frame.row(plot.row + plot.rows) + 2
        yield Area(plot.slug, left, top, right - left, bottom - top)


def _captions(graph: Graph, grid: Grid, frame: Frame) -> Iterator[Caption]:
    kind: CaptionKind = "region" if graph.engine == "map" else "group"
    for plot in grid.plots:
        if plot.title:
            x, y = frame.column(plot.column), frame.row(plot.row) + 16 + FONT_SIZE
            yield Caption(kind, plot.slug, plot.title, x, y)
    for cell in grid.cells:
        if not cell.key:
            y = frame.row(cell.row + cell.rows) - 9 - LINE_HEIGHT * (len(cell.lines) - 1)
            yield Caption("section", cell.slug, cell.lines, frame.column(cell.column), y)


def draw_nets(frame: Frame, boxes: Mapping[str, Box]) -> Iterator[Route]:
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
            yield Route(edge, "polyline", _corners(points), net.kind == FAINT)


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
        middle = sum(net.rows[net.gutter]) / 2
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
