"""Where every node of a large map goes: regions and their groups as discs, nodes as points in them.

A layout by forces draws thousands of nodes as one cloud, and another cloud after every change. Here the
place of a node says where it belongs: its region, its group, and, from the middle of the group
outwards, how recent it is. Regions with many edges between them are neighbours.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
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
    # From the middle of a group outwards: the oldest first, those of an unknown year last.
    for node in sorted(graph.nodes, key=lambda node: (node.year is None, node.year or 0)):
        members.setdefault(node.group, []).append(node)
    radius = {slug: _STEP * math.sqrt(len(found)) + _GROUP_GAP / 2 for slug, found in members.items()}
    inner = {region.slug: [slug for slug in region.slugs if slug in members] for region in graph.groups}
    home = {slug: region for region, found in inner.items() for slug in found}
    group = {node.key: node.group for node in graph.nodes}
    between = Counter((group[edge.source], group[edge.target]) for edge in graph.edges)
    across: Counter[tuple[str, str]] = Counter()
    for (source, target), count in between.items():
        across[home[source], home[target]] += count

    inside: dict[str, Point] = {}
    reach: dict[str, float] = {}
    for region, found in inner.items():
        middles = pack_discs([radius[slug] for slug in found], _by_number(between, found))
        x, y, reach[region] = enclose([(*at, radius[slug]) for slug, at in zip(found, middles, strict=True)])
        inside |= {slug: (at[0] - x, at[1] - y) for slug, at in zip(found, middles, strict=True)}
    centres = pack_discs([reach[region] + _REGION_GAP / 2 for region in inner], _by_number(across, inner), flat=FLAT)
    regions = [(x, y, reach[region]) for region, (x, y) in zip(inner, centres, strict=True)]
    left = min((x - r for x, _, r in regions), default=0.0) - _REGION_GAP
    top = min((y - r for _, y, r in regions), default=0.0) - _REGION_GAP
    right = max((x + r for x, _, r in regions), default=0.0) + _REGION_GAP
    bottom = max((y + r for _, y, r in regions), default=0.0) + _REGION_GAP

    def moved(x: float, y: float) -> Point:
        """Return a point as it counts from 0,0, rounded: no platform's last bit shows."""
        return float(round(x - left)), float(round(y - top))

    middle = dict(zip(inner, centres, strict=True))
    points: dict[str, Point] = {}
    groups: list[MapGroup] = []
    for slug, region in home.items():
        x, y = middle[region][0] + inside[slug][0], middle[region][1] + inside[slug][1]
        groups.append(MapGroup(slug, region, (*moved(x, y), float(round(radius[slug])))))
        for number, node in enumerate(members[slug]):
            away, angle = _STEP * math.sqrt(number + 0.5), number * _GOLDEN_ANGLE
            points[node.key] = moved(x + away * math.cos(angle), y + away * math.sin(angle))
    discs = {region: (*moved(x, y), float(round(r))) for region, (x, y, r) in zip(inner, regions, strict=True)}
    return MapLayout(float(round(right - left)), float(round(bottom - top)), points, tuple(groups), discs)


def _by_number(counts: Mapping[tuple[str, str], int], slugs: Iterable[str]) -> dict[tuple[int, int], int]:
    """Return the counts between these slugs, by their numbers."""
    number = {slug: index for index, slug in enumerate(slugs)}
    return {
        (number[source], number[target]): count
        for (source, target), count in counts.items()
        if source in number and target in number
    }
