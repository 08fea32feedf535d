from __future__ import annotations

import pytest

from paperatlas.graph.layered.edge_bundles import bundle_edges
from tests.graph.graphs import edges

NUMBERS = {"a": 0, "b": 1, "c": 2, "d": 3}
RANKS = {"a": 0, "b": 1, "c": 2, "d": 3}
A, B, C, D, JOINT = 0, 1, 2, 3, 4


@pytest.mark.parametrize(
    ("stated", "joints", "segments", "paths"),
    [
        ("b uses a", (), [(A, B)], [(0,)]),
        ("d uses a", (), [(A, D)], [(0,)]),
        ("b uses a, c uses a", (), [(A, B), (A, C)], [(0,), (1,)]),
        # The bundle runs on to one rank before c, where c leaves it.
        ("c uses a, d uses a", (1,), [(A, JOINT), (JOINT, C), (JOINT, D)], [(0, 1), (0, 2)]),
        ("c uses a, d extends a", (), [(A, C), (A, D)], [(0,), (1,)]),
        ("a uses b", (), [(A, B)], [(0,)]),
    ],
)
def test_edges_of_one_kind_into_one_node_share_segments(
    stated: str, joints: tuple[int, ...], segments: list[tuple[int, int]], paths: list[tuple[int, ...]]
) -> None:
    found = bundle_edges(edges(stated), NUMBERS, RANKS)
    assert (found.joints, list(found.segments), list(found.paths)) == (joints, segments, paths)


def test_an_edge_against_the_ranks_is_reversed_and_in_no_bundle() -> None:
    assert bundle_edges(edges("b uses a, a uses c, d uses a"), NUMBERS, RANKS).reversed == (False, True, False)
