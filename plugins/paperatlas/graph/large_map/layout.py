"""Where every node of a large map goes: regions and their groups as discs, nodes as points in them.

A layout by forces draws thousands of nodes as one cloud, and another cloud after every change. Here the
place of a node says where it belongs: its region, its group, and, from the middle of the group
outwards, how recent it is. Regions with many edges between them are neighbours.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.graph.large_map.packing import FLAT, Disc, enclose, pack_discs
from paperatlas.graph.model import Graph, GraphNode, Point

SPACING = 24.0
"""How far neighbouring nodes are from each other, about."""
_STEP = SPACING / math.sqrt(math.pi)
"""After n nodes of a sunflower's head the radius is this times the root of n (Vogel, 1979)."""
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_GROUP_GAP, _REGION_GAP = 16.0, 44.0
"""Less and more than the distance of two nodes: a region reads as one, and two as apart."""


@dataclass(frozen=True, slots=True)
class MapGroup:
    """The ground of a group, and the slug of its region; `slug` is the region's own outside its groups."""

    slug: str
    region: str
    disc: Disc


@dataclass(frozen=True, slots=True)
class MapLayout:
    """A large map, laid out. All numbers are whole, x grows to the right and y downwards from 0,0.

    `points` has the place of every node by its key; `regions` the ground of each region by its slug.
    """

    width: float
    height: float
    points: Mapping[str, Point]
    groups: tuple[MapGroup, ...]
    regions: Mapping[str, Disc]


def lay_out_large_map(graph: Graph) -> MapLayout:
    """Return the nodes of a graph of groups of groups as points: the same graph, the same layout.

    Every node's group is one of the graph.
    """
    members: dict[str, list[GraphNode]] = {}
    for node in graph.nodes:
        members.setdefault(node.group, []).append(node)
    grounds = {slug: _STEP * math.sqrt(len(found)) + _GROUP_GAP / 2 for slug, found in members.items()}
    slugs = {region.slug: [slug for slug in region.slugs if slug in members] for region in graph.groups}
    home = {slug: region for region, found in slugs.items() for slug in found}
    between = _count_between(graph)

    inside: dict[str, Point] = {}
    reach: dict[str, float] = {}
    for region, found in slugs.items():
        middles = pack_discs([grounds[slug] for slug in found], _by_number(between, found))
        x, y, reach[region] = enclose([(*at, grounds[slug]) for slug, at in zip(found, middles, strict=True)])
        inside |= {slug: (at[0] - x, at[1] - y) for slug, at in zip(found, middles, strict=True)}
    across: Counter[tuple[str, str]] = Counter()
    for (source, target), count in between.items():
        across[home[source], home[target]] += count
    order = list(slugs)
    centres = pack_discs([reach[region] + _REGION_GAP / 2 for region in order], _by_number(across, order), flat=FLAT)
    return _place(members, grounds, dict(zip(order, centres, strict=True)), reach, inside, home)


def _place(
    members: Mapping[str, Sequence[GraphNode]],
    grounds: Mapping[str, float],
    centres: Mapping[str, Point],
    reach: Mapping[str, float],
    inside: Mapping[str, Point],
    home: Mapping[str, str],
) -> MapLayout:
    """Return everything moved to where it counts from 0,0 and rounded: no platform's last bit shows."""
    left = min((x - reach[region] for region, (x, _) in centres.items()), default=0.0) - _REGION_GAP
    top = min((y - reach[region] for region, (_, y) in centres.items()), default=0.0) - _REGION_GAP
    right = max((x + reach[region] for region, (x, _) in centres.items()), default=0.0) + _REGION_GAP
    bottom = max((y + reach[region] for region, (_, y) in centres.items()), default=0.0) + _REGION_GAP

    def moved(x: float, y: float) -> Point:
        return float(round(x - left)), float(round(y - top))

    points: dict[str, Point] = {}
    groups: list[MapGroup] = []
    for slug, region in home.items():
        x, y = centres[region][0] + inside[slug][0], centres[region][1] + inside[slug][1]
        groups.append(MapGroup(slug, region, (*moved(x, y), float(round(grounds[slug])))))
        for number, node in enumerate(_oldest_first(members[slug])):
            radius, angle = _STEP * math.sqrt(number + 0.5), number * _GOLDEN_ANGLE
            points[node.key] = moved(x + radius * math.cos(angle), y + radius * math.sin(angle))
    regions = {region: (*moved(x, y), float(round(reach[region]))) for region, (x, y) in centres.items()}
    return MapLayout(float(round(right - left)), float(round(bottom - top)), points, tuple(groups), regions)


def _oldest_first(nodes: Iterable[GraphNode]) -> list[GraphNode]:
    """Return nodes by year; those of an unknown year are outermost."""
    return sorted(nodes, key=lambda node: (node.year is None, node.year or 0))


def _count_between(graph: Graph) -> Counter[tuple[str, str]]:
    """Return how many edges run from group to group."""
    group = {node.key: node.group for node in graph.nodes}
    return Counter((group[edge.source], group[edge.target]) for edge in graph.edges)


def _by_number(counts: Mapping[tuple[str, str], int], slugs: Sequence[str]) -> dict[tuple[int, int], int]:
    """Return the counts between these slugs, by their numbers."""
    number = {slug: index for index, slug in enumerate(slugs)}
    return {
        (number[source], number[target]): count
        for (source, target), count in counts.items()
        if source in number and target in number
    }
