"""Bands of ranks drawn by Graphviz' `dot`: from left to right, or from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paperatlas.graph.graphviz import Job, Solution, solve
from paperatlas.graph.layered.routing import bundle_edges, spread_ports
from paperatlas.graph.model import Box, Graph, Layout, Point, Route, Year

MARGIN = 8.0
"""As around the grounds of a grid: a focused box's outline needs room too."""
_JOINT = 0.5
"""The size of a joint: as good as none, but Graphviz wants one."""
TOP_AXIS, LEFT_AXIS = 34.0, 64.0
"""The room for the years' labels above the columns, or left of the rows."""


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring years drawn together: their nodes' keys in ranks, oldest first."""

    first: int
    last: int
    ranks: tuple[tuple[str, ...], ...]

    @property
    def label(self) -> str:
        """Return the years, for the axis."""
        if self.first == self.last:
            return str(self.first)
        last = f"{self.last % 100:02}" if self.first // 100 == self.last // 100 else str(self.last)
        return f"{self.first}–{last}"

    @property
    def keys(self) -> list[str]:
        """Return all its nodes."""
        return [key for rank in self.ranks for key in rank]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Bands to draw: `down` the page in rows, or across it in columns."""

    bands: Sequence[Band]
    boxes: Mapping[str, Box]
    down: bool
    axis: bool
    rank_gap: float
    node_gap: float
    edge_gap: float

    @property
    def start(self) -> float:
        """Return the left end of the room for boxes and edges."""
        return LEFT_AXIS if self.down and self.axis else MARGIN


def draw_ranking(graph: Graph, ranking: Ranking) -> Layout | None:
    """Return the nodes and edges in place; `None` if they take more than the graph's width."""
    down, start, width = ranking.down, ranking.start, graph.width
    numbers = {key: index for index, key in enumerate(ranking.boxes)}
    keys = [rank for band in ranking.bands for rank in band.ranks]
    rank_of = {key: number for number, rank in enumerate(keys) for key in rank}
    ranks = [[numbers[key] for key in rank] for rank in keys]
    bundles = bundle_edges(graph.edges, numbers, rank_of)
    for joint, rank in enumerate(bundles.joints, start=len(numbers)):
        ranks[rank].append(joint)
    # Nodes are larger by the gap between them, for edges may pass nearer to each other.
    across, along = (ranking.node_gap, 0.0) if down else (0.0, ranking.node_gap)
    settings = {
        "ranksep": f"{ranking.rank_gap / 72:.4f}",
        "nodesep": f"{ranking.edge_gap / 72:.4f}",
        "splines": "true",
        **({"ratio": "compress", "size": f"{(width - start - MARGIN) / 72:.4f},200"} if down else {}),
    }
    sizes = [(box.w + across, box.h + along) for box in ranking.boxes.values()]
    sizes += [(_JOINT, _JOINT)] * len(bundles.joints)
    solution = solve(Job(sizes, bundles.segments, ranks=ranks, down=down, settings=settings), "dot")
    if solution is None or solution.width + start + MARGIN > width + 1:
        return None
    reach = list(_heights(solution, ranking.boxes))
    dx = start + (width - start - MARGIN - solution.width) / 2
    dy = (TOP_AXIS if ranking.axis and not down else MARGIN) - min(reach)
    boxes = {
        box.key: box.around(x + dx, y + dy)
        for box, (x, y) in zip(ranking.boxes.values(), solution.centres, strict=False)
    }
    routes: list[Route] = []
    for edge, path in zip(graph.edges, bundles.paths, strict=True):
        # Each curve begins where the one before it ends, the first at the end that comes first in the ranks.
        curve = [solution.curves[path[0]][0], *(point for index in path for point in solution.curves[index][1:])]
        points = [(x + dx, y + dy) for x, y in curve]
        against = rank_of[edge.source] <= rank_of[edge.target]
        routes.append(Route(edge, "bezier", tuple(points[::-1] if against else points)))
    height = max(reach) + dy + MARGIN
    return Layout(
        engine="layered",
        width=width,
        height=height,
        boxes=tuple(boxes.values()),
        routes=tuple(spread_ports(routes, boxes, down=down)),
        years=tuple(_years(ranking, boxes, width, height)) if ranking.axis else (),
    )


def _heights(solution: Solution, boxes: Mapping[str, Box]) -> Iterator[float]:
    """Yield how high and low the drawing reaches, and some heights between."""
    for box, (_, y) in zip(boxes.values(), solution.centres, strict=False):
        yield from (y - box.h / 2, y + box.h / 2)
    for curve in solution.curves:
        for (_, a), (_, b), (_, c), (_, d) in zip(curve[::3], curve[1::3], curve[2::3], curve[3::3], strict=False):
            for t in (0.0, 0.25, 0.5, 0.75, 1.0):
                yield (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


def _years(ranking: Ranking, boxes: Mapping[str, Box], width: float, height: float) -> Iterator[Year]:
    """Yield the bands of the axis, each reaching half way to its neighbours."""
    spans: list[Point] = []
    for band in ranking.bands:
        inside = [boxes[key] for key in band.keys]
        if ranking.down:
            spans.append((min(box.y for box in inside), max(box.y + box.h for box in inside)))
        else:
            spans.append((min(box.x for box in inside), max(box.x + box.w for box in inside)))
    ends = [0.0, *((before[1] + after[0]) / 2 for before, after in pairwise(spans)), height if ranking.down else width]
    for band, (start, end) in zip(ranking.bands, pairwise(ends), strict=True):
        if ranking.down:
            yield Year(band.label, 0.0, start, width, end - start, down=True)
        else:
            yield Year(band.label, start, 0.0, end - start, height)
