"""Edge bundles: edges of one kind into one node as a tree, which share their way for as long as they can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paperatlas.graph.model import GraphEdge


@dataclass(frozen=True, slots=True)
class Bundles:
    """What to lay out in place of the edges: segments between nodes, numbered as given, and joints, after them."""

    joints: tuple[int, ...]
    """The rank of each joint."""
    segments: tuple[tuple[int, int], ...]
    """The two ends of each segment, in the order of the ranks."""
    paths: tuple[tuple[int, ...], ...]
    """The segments that make up each edge, from the end that comes first in the ranks."""
    reversed: tuple[bool, ...]
    """Whether an edge's source comes first, against the order of its bundle."""


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
    return Bundles(
        tuple(joints),
        tuple(segments),
        tuple(paths[index] for index in range(len(edges))),
        tuple(ranks[edge.source] <= ranks[edge.target] for edge in edges),
    )
