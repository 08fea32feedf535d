"""Bands of ranks drawn by Graphviz' `dot`: from left to right, or from top to bottom.

Edges of one kind into one node are a bundle: a tree, on which they share their way for as long as they can.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paperatlas.graph.boxes import PORT_GAP
from paperatlas.graph.graphviz import Job, Solution, solve
from paperatlas.graph.model import Box, Graph, GraphEdge, Layout, Point, Route, Year

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


@dataclass(frozen=True, slots=True)
class Bundles:
    """What to lay out in place of the edges: segments between nodes, numbered as given, and joints, after them."""

    joints: tuple[int, ...]
    """The rank of each joint."""
    segments: tuple[tuple[int, int], ...]
    """The two ends of each segment, in the order of the ranks."""
    paths: tuple[tuple[int, ...], ...]
    """The segments that make up each edge, from the end that comes first in the ranks."""


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
        routes=tuple(_spread_ports(routes, boxes, down=down)),
        years=tuple(_years(ranking, boxes, width, height)) if ranking.axis else (),
    )


def bundle_edges(edges: Sequence[GraphEdge], numbers: Mapping[str, int], ranks: Mapping[str, int]) -> Bundles:
    """Return segments and joints for the edges.

    From its target a bundle runs on through the ranks. One rank before each of its sources there is a
    joint at which that source leaves it; the last source needs none.
    """
    joints: list[int] = []
    segments: list[tuple[int, int]] = []
    paths: dict[int, tuple[int, ...]] = {}
    bundles: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, edge in enumerate(edges):
        if ranks[edge.source] > ranks[edge.target]:
            bundles[edge.target, edge.kind].append(index)
        else:
            paths[index] = (len(segments),)
            segments.append((numbers[edge.source], numbers[edge.target]))
    for (target, _), bundle in bundles.items():
        by_rank: dict[int, list[int]] = defaultdict(list)
        for index in bundle:
            by_rank[ranks[edges[index].source]].append(index)
        at, rank_at = numbers[target], ranks[target]
        path: tuple[int, ...] = ()
        left = len(bundle)
        for rank, indices in sorted(by_rank.items()):
            if rank - 1 > rank_at and left > 1:
                joint = len(numbers) + len(joints)
                joints.append(rank - 1)
                path = (*path, len(segments))
                segments.append((at, joint))
                at, rank_at = joint, rank - 1
            for index in indices:
                paths[index] = (*path, len(segments))
                segments.append((at, numbers[edges[index].source]))
            left -= len(indices)
    return Bundles(tuple(joints), tuple(segments), tuple(paths[index] for index in range(len(edges))))


def _heights(solution: Solution, boxes: Mapping[str, Box]) -> Iterator[float]:
    """Yield how high and low the drawing reaches, and some heights between."""
    for box, (_, y) in zip(boxes.values(), solution.centres, strict=False):
        yield from (y - box.h / 2, y + box.h / 2)
    for curve in solution.curves:
        for (_, a), (_, b), (_, c), (_, d) in zip(curve[::3], curve[1::3], curve[2::3], curve[3::3], strict=False):
            for t in (0.0, 0.25, 0.5, 0.75, 1.0):
                yield (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


def measure_sharpest_bend(routes: Sequence[Route]) -> float:
    """Return by how many degrees the curves turn at once, at worst: Graphviz now and then draws a spike."""
    worst = 0.0
    for route in routes:
        before: float | None = None
        p = route.points
        for a, b, c, d in zip(p[::3], p[1::3], p[2::3], p[3::3], strict=False):
            for step in range(13):
                t = step / 12
                dx, dy = (
                    (1 - t) ** 2 * (b[at] - a[at]) + 2 * (1 - t) * t * (c[at] - b[at]) + t**2 * (d[at] - c[at])
                    for at in (0, 1)
                )
                if math.hypot(dx, dy) < 0.3:
                    continue
                angle = math.degrees(math.atan2(dy, dx))
                if before is not None:
                    worst = max(worst, abs((angle - before + 180) % 360 - 180))
                before = angle
    return worst


def _spread_ports(routes: Sequence[Route], boxes: Mapping[str, Box], *, down: bool) -> Iterator[Route]:
    """Give the curves that meet at one side of a box their own places on it.

    Graphviz ends all of them in the middle. Those of one kind that arrive at one target stay
    together: they share an arrow.
    """
    along, onwards = (0, 1) if down else (1, 0)
    sides: dict[tuple[str, bool], dict[tuple[str, str], list[tuple[int, bool]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    points = [[list(point) for point in route.points] for route in routes]
    for index, route in enumerate(routes):
        edge = route.edge
        after = points[index][0][onwards] <= points[index][-1][onwards]
        sides[edge.target, after][edge.kind, ""].append((index, True))
        sides[edge.source, not after][edge.kind, edge.target].append((index, False))

    def place(bundle: Sequence[tuple[int, bool]]) -> tuple[float, float]:
        """Return where the far ends are along the side, and of parallel curves, where they run."""
        far = sum(points[index][-1 if first else 0][along] for index, first in bundle)
        half = sum(points[index][len(points[index]) // 2][along] for index, _ in bundle)
        return round(far / len(bundle), 1), round(half / len(bundle), 1)

    for (key, _), bundles in sides.items():
        ordered = sorted(bundles.items(), key=lambda item: (place(item[1]), item[0]))
        room = (boxes[key].w if down else boxes[key].h) - 8
        gap = min(PORT_GAP + (3 if down else 0), room / max(len(ordered) - 1, 1))
        for position, (_, bundle) in enumerate(ordered):
            shift = (position - (len(ordered) - 1) / 2) * gap
            for index, first in bundle:
                for at in (0, 1) if first else (-1, -2):
                    points[index][at][along] += shift
    for route, moved in zip(routes, points, strict=True):
        yield replace(route, points=tuple((x, y) for x, y in moved))


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
