from __future__ import annotations

import math
import os
import random
import subprocess
import sys
from itertools import combinations

import pytest

from paperatlas.graph.large_map.layout import SPACING, MapLayout, lay_out_large_map
from paperatlas.graph.large_map.packing import around, pack_discs
from paperatlas.graph.model import GraphEdge, GraphGroup, GraphNode, GraphRegion

REGIONS = [
    GraphRegion(f"r{at}", f"Region {at}", "", tuple(GraphGroup(f"r{at}/g{group}", "") for group in range(at + 1)))
    for at in range(6)
]


def graph(papers: int = 500) -> tuple[list[GraphNode], list[GraphEdge]]:
    """Papers in the groups of six regions, some in a region but in no group; relations of all kinds, cycles too."""
    chance = random.Random(papers)
    slugs = [slug for region in REGIONS for slug in (region.slug, *(group.slug for group in region.groups))]
    nodes = [
        GraphNode(f"n{at}", f"N{at}", "", chance.choice(slugs), "", chance.choice([None, *range(2000, 2026)]))
        for at in range(papers)
    ]
    edges = [GraphEdge(f"n{chance.randrange(papers)}", f"n{chance.randrange(papers)}", "uses") for _ in range(papers)]
    return nodes, edges


def laid_out() -> MapLayout:
    return lay_out_large_map(*graph(), REGIONS)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 60])
def test_discs_are_packed_without_overlap(count: int) -> None:
    chance = random.Random(count)
    radii = [chance.choice([5.0, 5.0, 20.0, 70.0]) for _ in range(count)]
    pulls = {(chance.randrange(count), chance.randrange(count)): chance.randrange(9) for _ in range(2 * count)}
    discs = [(*middle, r) for middle, r in zip(pack_discs(radii, pulls, flat=1.5), radii, strict=True)]
    for a, b in combinations(discs, 2):
        assert math.dist(a[:2], b[:2]) >= a[2] + b[2] - 1e-3
    x, y, r = around(discs)
    assert all(math.dist((x, y), disc[:2]) + disc[2] <= r + 1e-6 for disc in discs)


def test_discs_that_pull_each_other_are_neighbours() -> None:
    def apart(pulls: dict[tuple[int, int], int]) -> float:
        middles = pack_discs([10.0] * 30, pulls)
        return math.dist(middles[20], middles[29])

    assert apart({(20, 29): 5}) == pytest.approx(20)
    assert apart({}) > 30


def test_every_paper_has_a_place_of_its_own() -> None:
    layout = laid_out()
    assert set(layout.points) == {node.key for node in graph()[0]}
    places = sorted(layout.points.values())
    assert len(set(places)) == len(places)
    closest = min(math.dist(a, b) for a, b in combinations(places, 2))
    assert closest > SPACING / 2


def test_a_paper_is_in_its_group_a_group_in_its_region_and_all_on_the_map() -> None:
    layout = laid_out()
    groups = {group.slug: group for group in layout.groups}
    for node in graph()[0]:
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


def test_older_papers_are_nearer_to_the_middle_and_undated_ones_outermost() -> None:
    nodes = [GraphNode(f"n{at}", "", "", "r0", "", year) for at, year in enumerate([2020, None, 2001, 2010])]
    layout = lay_out_large_map(nodes, [], REGIONS)
    (group,) = layout.groups
    far = {key: math.dist(point, group.disc[:2]) for key, point in layout.points.items()}
    assert sorted(far, key=far.__getitem__) == ["n2", "n3", "n0", "n1"]


def test_regions_and_groups_without_a_paper_are_left_out() -> None:
    layout = lay_out_large_map([GraphNode("a", "", "", "r3/g1", "", 2000)], [], REGIONS)
    assert [group.slug for group in layout.groups] == ["r3/g1"]
    assert list(layout.regions) == ["r3"]
    assert lay_out_large_map([], [], REGIONS).points == {}


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
