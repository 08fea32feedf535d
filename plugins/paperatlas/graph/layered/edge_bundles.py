"""Edges of one type into one node as a tree: they share their way for as long as they can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paperatlas.graph.model import GraphEdge, Point


@dataclass(frozen=True, slots=True)
class Wiring:
    """Wires between nodes, numbered as given, and joints, numbered after them."""

    joints: tuple[int, ...]
    """The rank of each joint."""
    wires: tuple[tuple[int, int], ...]
    """The two ends of each wire, in the order of the ranks."""
    ways: tuple[tuple[int, ...], ...]
    """The wires that make up each edge, from the end that comes first in the ranks."""
    turned: tuple[bool, ...]
    """Whether an edge's source comes first, against the order of its bundle."""


def wire(edges: Sequence[GraphEdge], numbers: Mapping[str, int], ranks: Mapping[str, int]) -> Wiring:
    """Wires and joints for the edges.

    From its target a bundle runs on through the ranks. One rank before each of its sources there is a
    joint at which that source leaves it; the last source needs none.
    """
    joints: list[int] = []
    wires: list[tuple[int, int]] = []
    ways: dict[int, tuple[int, ...]] = {}
    bundles: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, edge in enumerate(edges):
        if ranks[edge.source] > ranks[edge.target]:
            bundles[edge.target, edge.type].append(index)
        else:
            ways[index] = (len(wires),)
            wires.append((numbers[edge.source], numbers[edge.target]))
    for (target, _), bundle in bundles.items():
        by_rank: dict[int, list[int]] = defaultdict(list)
        for index in bundle:
            by_rank[ranks[edges[index].source]].append(index)
        at, rank_at = numbers[target], ranks[target]
        way: tuple[int, ...] = ()
        left = len(bundle)
        for rank in sorted(by_rank):
            if rank - 1 > rank_at and left > 1:
                joint = len(numbers) + len(joints)
                joints.append(rank - 1)
                way = (*way, len(wires))
                wires.append((at, joint))
                at, rank_at = joint, rank - 1
            for index in by_rank[rank]:
                ways[index] = (*way, len(wires))
                wires.append((at, numbers[edges[index].source]))
            left -= len(by_rank[rank])
    turned = tuple(ranks[edge.source] <= ranks[edge.target] for edge in edges)
    return Wiring(tuple(joints), tuple(wires), tuple(ways[index] for index in range(len(edges))), turned)


def joined(curves: Sequence[Sequence[Point]]) -> list[Point]:
    """Curves that follow on each other as one."""
    points = list(curves[0])
    for curve in curves[1:]:
        points += curve[1:]
    return points
