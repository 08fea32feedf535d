from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from paperatlas.graph.large_map.packing import enclose, pack_discs


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 60])
def test_discs_are_packed_without_overlap(count: int) -> None:
    chance = random.Random(count)
    radii = [chance.choice([5.0, 5.0, 20.0, 70.0]) for _ in range(count)]
    pulls = {(chance.randrange(count), chance.randrange(count)): chance.randrange(9) for _ in range(2 * count)}
    discs = [(*middle, r) for middle, r in zip(pack_discs(radii, pulls, flat=1.5), radii, strict=True)]
    for a, b in combinations(discs, 2):
        assert math.dist(a[:2], b[:2]) >= a[2] + b[2] - 1e-3
    x, y, r = enclose(discs)
    assert all(math.dist((x, y), disc[:2]) + disc[2] <= r + 1e-6 for disc in discs)


def test_discs_that_pull_each_other_are_neighbours() -> None:
    def apart(pulls: dict[tuple[int, int], int]) -> float:
        middles = pack_discs([10.0] * 30, pulls)
        return math.dist(middles[20], middles[29])

    assert apart({(20, 29): 5}) == pytest.approx(20)
    assert apart({}) > 30
