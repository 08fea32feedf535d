"""Edge routing between ranks: which edges share their way, where they meet a box, and how sharply they bend.

Edges of one kind into one node are a bundle: a tree, on which they share their way for as long as they can. The curves
themselves are Graphviz's.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from paperatlas.graph.boxes import PORT_GAP
from paperatlas.graph.model import Box, GraphEdge, Route


@dataclass(frozen=True, slots=True)
class Bundles:
    """What to lay out in place of the edges: segments between nodes, numbered as given, and joints, after them."""

    joints: tuple[int, ...]
    """The rank of each joint."""
    segments: tuple[tuple[int, int], ...]
    """The two ends of each segment, in the order of the ranks."""
    paths: tuple[tuple[int, ...], ...]
    """The segments that make up each edge, from the end that comes first in the ranks."""


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


def spread_ports(routes: Sequence[Route], boxes: Mapping[str, Box], *, down: bool) -> Iterator[Route]:
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
        far = fsum(points[index][-1 if first else 0][along] for index, first in bundle)
        half = fsum(points[index][len(points[index]) // 2][along] for index, _ in bundle)
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
