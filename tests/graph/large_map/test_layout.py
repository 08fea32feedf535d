from __future__ import annotations

import math
import os
import random
import subprocess
import sys
from itertools import combinations

from paperatlas.graph.large_map.layout import SPACING, MapLayout, lay_out_large_map
from paperatlas.graph.model import Graph, GraphEdge, GraphGroup, GraphNode
from tests.graph.graphs import make_graph

REGIONS = [
    GraphGroup(f"r{at}", f"Region {at}", "", tuple(GraphGroup(f"r{at}/g{group}", "") for group in range(at + 1)))
    for at in range(6)
]


def graph(nodes: int = 500) -> Graph:
    """Nodes in the groups of six regions, some in a region but in no group; edges of all kinds, cycles too."""
    chance = random.Random(nodes)
    slugs = [slug for region in REGIONS for slug in region.slugs]
    made = [
        GraphNode(f"n{at}", f"N{at}", "", chance.choice(slugs), "", chance.choice([None, *range(2000, 2026)]))
        for at in range(nodes)
    ]
    edges = [GraphEdge(f"n{chance.randrange(nodes)}", f"n{chance.randrange(nodes)}", "uses") for _ in range(nodes)]
    return make_graph(made, edges, REGIONS)


def laid_out() -> MapLayout:
    return lay_out_large_map(graph())


def test_every_node_has_a_place_of_its_own() -> None:
    layout = laid_out()
    assert set(layout.points) == {node.key for node in graph().nodes}
    places = sorted(layout.points.values())
    assert len(set(places)) == len(places)
    closest = min(math.dist(a, b) for a, b in combinations(places, 2))
    assert closest > SPACING / 2


def test_a_node_is_in_its_group_a_group_in_its_region_and_all_on_the_map() -> None:
    layout = laid_out()
    groups = {group.slug: group for group in layout.groups}
    for node in graph().nodes:
        x, y, r = groups[node.group].disc
        assert math.dist(layout.points[node.key], (x, y)) <= r
    for group in layout.groups:
        x, y, r = layout.regions[group.region]
        assert math.dist(group.disc[:2], (x, y)) + group.disc[2] <= r + 3
    for x, y, r in layout.regions.values():
        assert r <= x <= layout.width - r
        assert r <= y <= layout.height - r
    for a, b in combinations(layout.regions.values(), 2):
        assert math.dist(a[:2], b[:2]) > a[2] + b[2]


def test_older_nodes_are_nearer_to_the_middle_and_undated_ones_outermost() -> None:
    nodes = [GraphNode(f"n{at}", "", "", "r0", "", year) for at, year in enumerate([2020, None, 2001, 2010])]
    layout = lay_out_large_map(make_graph(nodes, (), REGIONS))
    (group,) = layout.groups
    far = {key: math.dist(point, group.disc[:2]) for key, point in layout.points.items()}
    assert sorted(far, key=far.__getitem__) == ["n2", "n3", "n0", "n1"]


def test_regions_and_groups_without_a_node_are_left_out() -> None:
    layout = lay_out_large_map(make_graph([GraphNode("a", "", "", "r3/g1", "", 2000)], (), REGIONS))
    assert [group.slug for group in layout.groups] == ["r3/g1"]
    assert list(layout.regions) == ["r3"]
    assert lay_out_large_map(make_graph([], (), REGIONS)).points == {}


PRINTED = "from tests.graph.large_map.test_layout import laid_out; print(laid_out())"


def test_is_the_same_in_every_process() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINTED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert printed == {f"{laid_out()}\n"}
