"""The routing of edges on a grid, as nets: the gutters and the channel that each takes, and its tracks in them.

All edges of one kind into one node are one net. A net leaves its target on one side into a gutter
(the room left of a column; the last gutter is right of the last column), and reaches sources in
other columns through one channel, the room between two rows. Edges never run under a box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from paperatlas.graph.grid.cells import Cell, Grid
from paperatlas.graph.model import Graph, GraphEdge

AREA_PAD = 8.0
"""The room between a box and the edge of its area."""
CLEARANCE = 6.0
"""Between a track and the ground beside it; with `AREA_PAD` it holds an arrow's head and most of the corner behind."""
FAINT_KIND = ""
"""Stands for the kind of a net of faint edges."""

_COLUMN_COST = 9.0
"""Rows of way that crossing a column is worth: about the width of a column. Half or twice as much changes lengths and
crossings by 1 to 3 %, one against the other."""
_CROWD_COST = 3.0
"""Rows of detour taken rather than running beside another net. Without it there are 11 % more crossings, with half of
it 2 %; twice as much makes edges 2 % longer and saves none."""
_CHANNEL_LANES = 3
"""What a gap between rows holds: lines three units apart, with two units of air to the boxes."""
_REACH = 8
"""How many rows from its ends a net looks for a channel. With 4 there are 1 % more crossings, with 16 as many."""
_TRACK = 4.0
"""How far apart tracks are: lines are up to 2.2 thick, and the eye has to tell them apart."""
_MOST_GUTTER = 64.0
"""Sixteen tracks at that distance; more of them run closer, or a hub's gutter would take the room of a column."""
_MOST_ORDERED = 24
"""Gutters of more tracks are not put in order, which takes time by the square of their number. Without any order there
are 22 % more crossings, with an order up to 12 tracks 3 %; with one up to 48 no fewer."""


@dataclass(frozen=True, slots=True)
class Net:
    """A routed net: `gutter` is the target's, `gutters` are those of the sources, which are in the order of `edges`.

    `rows` is the stretch of each gutter that it takes, from the first gutter to the last.
    """

    kind: str
    edges: tuple[GraphEdge, ...]
    target: Cell
    sources: tuple[Cell, ...]
    gutter: int
    gutters: tuple[int, ...]
    channel: int | None
    rows: Mapping[int, tuple[float, float]]

    @property
    def span(self) -> tuple[int, int]:
        """Return the first and last gutter that it reaches."""
        return min(self.rows), max(self.rows)

    @property
    def columns(self) -> int:
        """Return the columns that its channel crosses, as bits."""
        return _mask(*self.span)

    def turns(self, gutter: int) -> list[tuple[float, bool]]:
        """Return where the net leaves a gutter: the row, and whether to the right."""
        ends = zip((self.target, *self.sources), (self.gutter, *self.gutters), strict=True)
        found = [(cell.middle, cell.column == gutter) for cell, at in ends if at == gutter]
        if self.channel is not None:
            first, last = self.span
            found += [(self.channel, True)] * (gutter < last) + [(self.channel, False)] * (gutter > first)
        return found


@dataclass(frozen=True, slots=True)
class Routing:
    """The nets, which track each has in each of its gutters, and which lane in its channel."""

    nets: Sequence[Net]
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
        inner = 2 * CLEARANCE + self.pitch(gutter) * (tracks - 1) if tracks else (0.5 if outer else 10.0)
        return inner + AREA_PAD * (1 if outer else 2)

    def pitch(self, gutter: int) -> float:
        """Return how far apart the tracks of a gutter are; less than usual where there are very many."""
        return min(_TRACK, _MOST_GUTTER / max(self.counts[gutter], 1))

    def outer_height(self, *, top: bool) -> float:
        """Return the room that the lanes above the first row, or below the last, need."""
        return min(_TRACK * (self.top if top else self.bottom), _MOST_GUTTER)


def route_edges(graph: Graph, grid: Grid) -> Routing:
    """Return a way for every edge, such that no two nets lie on each other.

    The faint edges into one node are one net whatever their kinds; they come last.
    """
    faint = find_faint_edges(graph)
    bundles: dict[tuple[str, str], list[GraphEdge]] = defaultdict(list)
    for edge in graph.edges:
        bundles[edge.target, FAINT_KIND if edge in faint else edge.kind].append(edge)
    ordered = sorted(bundles.items(), key=lambda item: (item[0][1] == FAINT_KIND, -len(item[1]), item[0]))
    nets = _choose_nets([(kind, bundle) for (_, kind), bundle in ordered], grid)
    return _assign_tracks(nets, grid)


def find_faint_edges(graph: Graph) -> frozenset[GraphEdge]:
    """Return the edges that lead outside; on a map, those that lead to another region."""
    colours = graph.colours
    group = {node.key: colours.get(node.group, len(graph.groups)) for node in graph.nodes}
    outside = {number for number, each in enumerate(graph.groups) if each.outside}
    return frozenset(
        edge
        for edge in graph.edges
        if not outside.isdisjoint((group[edge.source], group[edge.target]))
        or (graph.engine == "map" and group[edge.source] != group[edge.target])
    )


def _choose_nets(bundles: Iterable[tuple[str, Sequence[GraphEdge]]], grid: Grid) -> list[Net]:
    """Return a net for each bundle, in their order, each taking the shortest way that has room."""
    cells = {cell.key: cell for cell in grid.cells if cell.key}
    blocked = _find_blocked(grid)
    taken: dict[int, list[int]] = defaultdict(list)
    crowd = [[0] * (grid.rows + 1) for _ in range(grid.columns + 1)]

    def is_open(net: Net) -> bool:
        """Return whether the net's channel is free; the outermost channels always are."""
        if net.channel is None or net.channel in {0, grid.rows}:
            return True
        beside = sum(1 for other in taken.get(net.channel, ()) if other & net.columns)
        return not blocked[net.channel] & net.columns and beside < _CHANNEL_LANES

    def cost(net: Net) -> float:
        first, last = net.span
        cost = _COLUMN_COST * (last - first)
        for gutter, (low, high) in net.rows.items():
            cost += high - low
            cost += _CROWD_COST * max(crowd[gutter][int(low) : int(high) + 1])
        if net.channel is not None:
            cost += _CROWD_COST * sum(1 for other in taken.get(net.channel, ()) if other & net.columns)
        return cost

    nets: list[Net] = []
    for kind, bundle in bundles:
        choices = filter(is_open, _possible_nets(kind, bundle, cells, grid.rows))
        net = min(choices, key=lambda net: (cost(net), net.gutter, net.channel or 0))
        nets.append(net)
        if net.channel is not None:
            taken[net.channel].append(net.columns)
        for gutter, (low, high) in net.rows.items():
            for row in range(int(low), int(high) + 1):
                crowd[gutter][row] += 1
    return nets


def _possible_nets(kind: str, bundle: Sequence[GraphEdge], cells: Mapping[str, Cell], rows: int) -> Iterator[Net]:
    """Yield the nets from either side of the target, through each channel near the ends if one is needed."""
    target, sources = cells[bundle[0].target], tuple(cells[edge.source] for edge in bundle)
    for gutter in (target.column, target.column + 1):
        # A source is reached on the side that is nearer.
        gutters = tuple(cell.column + 1 if cell.column + 1 <= gutter else cell.column for cell in sources)
        stops: dict[int, list[float]] = defaultdict(list)
        for cell, at in zip((target, *sources), (gutter, *gutters), strict=True):
            stops[at].append(cell.middle)
        channels: Iterable[int | None] = [None]
        if len(stops) > 1:
            middles = [target.middle, *(cell.middle for cell in sources)]
            near = {0, rows}
            for middle in (middles[0], fsum(middles) / len(middles), min(middles), max(middles)):
                near.update(range(max(int(middle) - _REACH, 1), min(int(middle) + _REACH, rows)))
            channels = sorted(near)
        ends = {at: (min(middles), max(middles)) for at, middles in sorted(stops.items())}
        for channel in channels:
            reach = ends
            if channel is not None:
                reach = {at: (min(low, channel), max(high, channel)) for at, (low, high) in ends.items()}
            yield Net(kind, tuple(bundle), target, sources, gutter, gutters, channel, reach)


def _mask(first: int, last: int) -> int:
    """Return the columns between two gutters, as bits."""
    return (1 << last) - (1 << first)


def _find_blocked(grid: Grid) -> list[int]:
    """Return for each channel the columns, as bits, in which a box or caption stands across it."""
    blocked = [0] * (grid.rows + 1)
    for cell in grid.cells:
        for row in range(cell.row + 1, cell.row + cell.rows):
            blocked[row] |= 1 << cell.column
    for plot in grid.plots:
        for row in range(plot.row + 1, plot.row + len(plot.title) + 1):
            blocked[row] |= _mask(plot.column, plot.column + plot.columns)
    return blocked


def _assign_tracks(nets: Sequence[Net], grid: Grid) -> Routing:
    in_gutter: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    in_channel: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for number, net in enumerate(nets):
        for gutter, (low, high) in net.rows.items():
            in_gutter[gutter].append((low - 0.6, high + 0.6, number))
        if net.channel is not None:
            in_channel[net.channel].append((*net.span, number))
    tracks: dict[tuple[int, int], int] = {}
    counts = [0] * (grid.columns + 1)
    for gutter, stretches in in_gutter.items():
        assigned = _uncross(_assign(stretches), gutter, nets)
        counts[gutter] = max(assigned.values()) + 1
        tracks |= {(number, gutter): track for number, track in assigned.items()}
    lanes: dict[int, int] = {}
    ends = {0: 0, grid.rows: 0}
    for channel, stretches in in_channel.items():
        assigned = _assign(stretches)
        ends[channel] = max(assigned.values()) + 1
        lanes |= assigned
    return Routing(nets, tracks, counts, lanes, ends[0], ends[grid.rows])


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


def _uncross(assigned: dict[int, int], gutter: int, nets: Sequence[Net]) -> dict[int, int]:
    """Return the tracks of a gutter in an order with few crossings: neighbours change places while it helps."""
    count = max(assigned.values()) + 1
    if count > _MOST_ORDERED:
        return assigned
    spans = {number: nets[number].rows[gutter] for number in assigned}
    turns = {number: nets[number].turns(gutter) for number in assigned}

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
