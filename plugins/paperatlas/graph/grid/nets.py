"""Edges on a grid, as nets: which gutter and which channel each takes.

All edges of one kind into one node are one net. A net leaves its target on one side into a gutter
(the room left of a column; the last gutter is right of the last column), and reaches sources in
other columns through one channel, the room between two rows. Edges never run under a box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.graph.grid.cells import Cell, Grid
from paperatlas.graph.model import GraphEdge

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
FAINT = ""
"""Stands for the kind of a net of faint edges."""


@dataclass(frozen=True, slots=True)
class Net:
    """A routed net: `gutter` is the target's, `gutters` are the sources', in the order of `edges`."""

    target: str
    kind: str
    edges: tuple[GraphEdge, ...]
    gutter: int
    gutters: tuple[int, ...]
    channel: int | None

    def rows(self, cells: Mapping[str, Cell]) -> dict[int, tuple[float, float]]:
        """Return the stretch of each gutter that the net takes, in rows."""
        stops: dict[int, list[float]] = defaultdict(list)
        stops[self.gutter].append(middle(cells[self.target]))
        for edge, gutter in zip(self.edges, self.gutters, strict=True):
            stops[gutter].append(middle(cells[edge.source]))
            if gutter != self.gutter and self.channel is not None:
                stops[gutter].append(self.channel)
                stops[self.gutter].append(self.channel)
        return {gutter: (min(at), max(at)) for gutter, at in sorted(stops.items())}

    def turns(self, cells: Mapping[str, Cell], gutter: int) -> list[tuple[float, bool]]:
        """Return where the net leaves a gutter: the row, and whether to the right."""
        found: list[tuple[float, bool]] = []
        if gutter == self.gutter:
            found.append((middle(cells[self.target]), cells[self.target].column == gutter))
        for edge, tap in zip(self.edges, self.gutters, strict=True):
            if tap == gutter:
                found.append((middle(cells[edge.source]), cells[edge.source].column == gutter))
        if self.channel is not None:
            first, last = self.span
            found += [(self.channel, True)] * (gutter < last) + [(self.channel, False)] * (gutter > first)
        return found

    @property
    def span(self) -> tuple[int, int]:
        """Return the first and last gutter that it reaches."""
        return min(self.gutter, *self.gutters), max(self.gutter, *self.gutters)


def middle(cell: Cell) -> float:
    """Return the row of a cell's middle."""
    return cell.row + cell.rows / 2


def route_nets(grid: Grid, edges: Iterable[GraphEdge], faint: frozenset[GraphEdge] = frozenset()) -> list[Net]:
    """Return a way for every edge, large nets first, each choosing the shortest way that has room.

    The faint edges into one node are one net whatever their kinds; they come last.
    """
    cells = {cell.key: cell for cell in grid.cells if cell.key}
    bundles: dict[tuple[str, str], list[GraphEdge]] = defaultdict(list)
    for edge in edges:
        bundles[edge.target, FAINT if edge in faint else edge.kind].append(edge)
    blocked = _find_blocked(grid)
    taken: dict[int, list[int]] = defaultdict(list)
    crowd = [[0] * (grid.rows + 1) for _ in range(grid.columns + 1)]
    nets: list[Net] = []
    for (target, kind), bundle in sorted(bundles.items(), key=_importance):
        choices = [
            net
            for gutter in (cells[target].column, cells[target].column + 1)
            for net in _possible_nets(target, kind, bundle, gutter, cells, grid.rows)
        ]
        net = min(
            (net for net in choices if _is_open(net, blocked, taken, grid.rows)),
            key=lambda net: (_cost(net, cells, taken, crowd), net.gutter, net.channel or 0),
        )
        nets.append(net)
        if net.channel is not None:
            taken[net.channel].append(_mask(*net.span))
        for gutter, (low, high) in net.rows(cells).items():
            for row in range(int(low), int(high) + 1):
                crowd[gutter][row] += 1
    return nets


def _importance(item: tuple[tuple[str, str], list[GraphEdge]]) -> tuple[bool, int, tuple[str, str]]:
    (target, kind), bundle = item
    return kind == FAINT, -len(bundle), (target, kind)


def _possible_nets(
    target: str, kind: str, bundle: Sequence[GraphEdge], gutter: int, cells: Mapping[str, Cell], rows: int
) -> list[Net]:
    gutters = tuple(_tap(cells[edge.source].column, gutter) for edge in bundle)
    edges = tuple(bundle)
    if all(tap == gutter for tap in gutters):
        return [Net(target, kind, edges, gutter, gutters, None)]
    stops = [middle(cells[target])] + [middle(cells[edge.source]) for edge in bundle]
    channels = {0, rows}
    for stop in (stops[0], sum(stops) / len(stops), min(stops), max(stops)):
        channels.update(range(max(int(stop) - _REACH, 1), min(int(stop) + _REACH, rows)))
    return [Net(target, kind, edges, gutter, gutters, channel) for channel in sorted(channels)]


def _tap(column: int, gutter: int) -> int:
    """Return the gutter at which a node in `column` is reached from `gutter`: the nearer one."""
    return column + 1 if column + 1 <= gutter else column


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


def _is_open(net: Net, blocked: Sequence[int], taken: Mapping[int, Sequence[int]], rows: int) -> bool:
    """Return whether the net's channel is free; the outermost channels always are."""
    if net.channel is None or net.channel in {0, rows}:
        return True
    mask = _mask(*net.span)
    beside = sum(1 for other in taken.get(net.channel, ()) if other & mask)
    return not blocked[net.channel] & mask and beside < _CHANNEL_LANES


def _cost(
    net: Net,
    cells: Mapping[str, Cell],
    taken: Mapping[int, Sequence[int]],
    crowd: Sequence[Sequence[int]],
) -> float:
    first, last = net.span
    cost = _COLUMN_COST * (last - first)
    for gutter, (low, high) in net.rows(cells).items():
        cost += high - low
        cost += _CROWD_COST * max(crowd[gutter][int(low) : int(high) + 1])
    if net.channel is not None:
        mask = _mask(first, last)
        cost += _CROWD_COST * sum(1 for other in taken.get(net.channel, ()) if other & mask)
    return cost
