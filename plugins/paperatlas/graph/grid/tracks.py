"""Nets drawn: tracks in gutters, lanes in channels, places on the sides of boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.graph.boxes import PORT_GAP
from paperatlas.graph.grid.cells import ROW, Cell, Grid
from paperatlas.graph.grid.nets import FAINT, Net
from paperatlas.graph.model import Box, Point, Route

AREA_PAD = 8.0
"""The room between a box and the edge of its area."""
_TRACK = 4.0
"""How far apart tracks are: lines are up to 2.2 thick, and the eye has to tell them apart."""
_MOST_GUTTER = 64.0
"""Sixteen tracks at that distance; more of them run closer, or a hub's gutter would take the room of a column."""
_MOST_ORDERED = 24
"""Gutters of more tracks are not put in order, which takes time by the square of their number. Without any order there
are 22 % more crossings, with an order up to 12 tracks 3 %; with one up to 48 no fewer."""
_LANE = 3.0
"""As tracks, but three of them have to fit between two boxes."""
_CLEARANCE = 6.0
"""Between a track and the ground beside it; with `AREA_PAD` it holds an arrow's head and most of the corner behind."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """Which track each net has in each of its gutters, and which lane in its channel."""

    tracks: Mapping[tuple[int, int], int]
    """By net and gutter."""
    counts: Sequence[int]
    """How many tracks each gutter holds."""
    lanes: Mapping[int, int]
    top: int
    bottom: int
    """How many lanes run above the first row and below the last."""

    def gutter_width(self, gutter: int) -> float:
        """Return the room that a gutter needs, with the margins of the areas beside it."""
        outer = gutter in {0, len(self.counts) - 1}
        tracks = self.counts[gutter]
        inner = 2 * _CLEARANCE + self.pitch(gutter) * (tracks - 1) if tracks else (0.5 if outer else 10.0)
        return inner + AREA_PAD * (1 if outer else 2)

    def pitch(self, gutter: int) -> float:
        """Return how far apart the tracks of a gutter are; less than usual where there are very many."""
        return min(_TRACK, _MOST_GUTTER / max(self.counts[gutter], 1))

    def outer_height(self, *, top: bool) -> float:
        """Return the room that the lanes above the first row, or below the last, need."""
        return min(_TRACK * (self.top if top else self.bottom), _MOST_GUTTER)


def assign_tracks(nets: Sequence[Net], grid: Grid, cells: Mapping[str, Cell]) -> Tracks:
    """Return tracks and lanes such that no two nets lie on each other."""
    in_gutter: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    in_channel: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for number, net in enumerate(nets):
        for gutter, (low, high) in net.rows(cells).items():
            in_gutter[gutter].append((low - 0.6, high + 0.6, number))
        if net.channel is not None:
            in_channel[net.channel].append((*net.span, number))
    tracks: dict[tuple[int, int], int] = {}
    counts = [0] * (grid.columns + 1)
    for gutter, stretches in in_gutter.items():
        assigned = _uncross(_assign(stretches), gutter, nets, cells)
        counts[gutter] = max(assigned.values()) + 1
        tracks |= {(number, gutter): track for number, track in assigned.items()}
    lanes: dict[int, int] = {}
    ends = {0: 0, grid.rows: 0}
    for channel, stretches in in_channel.items():
        assigned = _assign(stretches)
        ends[channel] = max(assigned.values()) + 1
        lanes |= assigned
    return Tracks(tracks, counts, lanes, ends[0], ends[grid.rows])


def _assign(stretches: Iterable[tuple[float, float, int]]) -> dict[int, int]:
    """Return the lowest track for every stretch, the longest first, none overlapping on a track."""
    rows: list[list[tuple[float, float]]] = []
    found: dict[int, int] = {}
    for low, high, number in sorted(stretches, key=lambda item: (item[0] - item[1], item)):
        free = (index for index, row in enumerate(rows) if all(high <= start or end <= low for start, end in row))
        index = next(free, len(rows))
        if index == len(rows):
            rows.append([])
        rows[index].append((low, high))
        found[number] = index
    return found


def _uncross(assigned: dict[int, int], gutter: int, nets: Sequence[Net], cells: Mapping[str, Cell]) -> dict[int, int]:
    """Return the tracks of a gutter in an order with few crossings: neighbours change places while it helps."""
    count = max(assigned.values()) + 1
    if count > _MOST_ORDERED:
        return assigned
    spans = {number: nets[number].rows(cells)[gutter] for number in assigned}
    turns = {number: nets[number].turns(cells, gutter) for number in assigned}

    def crossings(left: int, right: int) -> int:
        return sum(
            1
            for a, track in assigned.items()
            if track in {left, right}
            for b, other in assigned.items()
            if other == left + right - track
            for row, rightwards in turns[a]
            if rightwards == (track == left) and spans[b][0] < row < spans[b][1]
        )

    table = [[crossings(a, b) if a != b else 0 for b in range(count)] for a in range(count)]
    order = list(range(count))
    for _ in range(count):
        for index in range(count - 1):
            a, b = order[index], order[index + 1]
            if table[b][a] < table[a][b]:
                order[index], order[index + 1] = b, a
    place = {track: index for index, track in enumerate(order)}
    return {number: place[track] for number, track in assigned.items()}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the grid's columns and rows are on the canvas."""

    gutters: tuple[float, ...]
    """The left end of each gutter; the first is the left end of the drawing."""
    top: float
    rows: int
    tracks: Tracks

    def column(self, column: int) -> float:
        """Return the left end of a column's boxes."""
        return self.gutters[column] + self.tracks.gutter_width(column)

    def row(self, row: float) -> float:
        """Return the upper end of a row."""
        return self.top + row * ROW

    def track(self, net: int, gutter: int) -> float:
        """Return where a net runs in a gutter."""
        start = self.gutters[gutter] + (AREA_PAD if gutter else 0.0)
        return start + _CLEARANCE + self.tracks.pitch(gutter) * self.tracks.tracks[net, gutter]

    def lane(self, net: int, channel: int) -> float:
        """Return where a net runs in a channel."""
        lane = self.tracks.lanes[net]
        if channel in {0, self.rows}:
            top = channel == 0
            count = max(self.tracks.top if top else self.tracks.bottom, 1)
            away = self.tracks.outer_height(top=top) * lane / count
            return self.row(0) - away if top else self.row(channel) + _CLEARANCE + away
        return self.row(channel) + _LANE * (0, 1, -1)[lane % 3]


def draw_nets(nets: Sequence[Net], frame: Frame, cells: Mapping[str, Cell], boxes: Mapping[str, Box]) -> list[Route]:
    """Return the corners of every edge, from its arrow's tip at the target to the source."""
    ports = _set_ports(nets, cells, boxes)
    routes: list[Route] = []
    for number, net in enumerate(nets):
        for edge, gutter in zip(net.edges, net.gutters, strict=True):
            tip = ports[number, ""]
            end = ports[number, edge.source]
            points = [tip, (frame.track(number, net.gutter), tip[1])]
            if gutter != net.gutter and net.channel is not None:
                lane = frame.lane(number, net.channel)
                points += [(points[-1][0], lane), (frame.track(number, gutter), lane)]
            points += [(points[-1][0], end[1]), end]
            routes.append(Route(edge, "polyline", _corners(points), net.kind == FAINT))
    return routes


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


def _set_ports(
    nets: Sequence[Net], cells: Mapping[str, Cell], boxes: Mapping[str, Box]
) -> dict[tuple[int, str], Point]:
    """Return where each net meets its boxes: by net and source, or by net and `""` at its target.

    Those that meet one side of a box are set apart, the ones that come from above on top.
    """
    sides: dict[tuple[str, int], list[tuple[float, int, str]]] = defaultdict(list)
    for number, net in enumerate(nets):
        home = cells[net.target]
        rows = net.rows(cells)
        sides[net.target, net.gutter - home.column].append((sum(rows[net.gutter]) / 2, number, ""))
        for edge, gutter in zip(net.edges, net.gutters, strict=True):
            cell = cells[edge.source]
            towards = net.channel if gutter != net.gutter and net.channel is not None else home.row + home.rows / 2
            sides[edge.source, gutter - cell.column].append((towards, number, edge.source))
    ports: dict[tuple[int, str], Point] = {}
    for (key, side), meeting in sides.items():
        box = boxes[key]
        gap = min(PORT_GAP, (box.h - 8) / max(len(meeting) - 1, 1))
        for place, (_, number, name) in enumerate(sorted(meeting)):
            y = box.y + box.h / 2 + (place - (len(meeting) - 1) / 2) * gap
            ports[number, name] = (box.x + side * box.w, y)
    return ports
