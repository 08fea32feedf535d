"""Boxes on a ring."""

from __future__ import annotations

import pytest

from paperatlas.graph.ring import bend, order_on_ring, ring_places

WIDTH, ROW = 440.0, 84.0


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8, 9, 24, 60])
def test_boxes_as_high_as_a_row_and_no_wider_than_a_third_never_meet(count: int) -> None:
    places = ring_places(count, WIDTH, ROW)
    assert len(places) == count
    for number, (x, y) in enumerate(places):
        assert abs(x) <= WIDTH / 2
        assert ROW / 2 <= y <= ROW * (count + 1) // 2
        for other_x, other_y in places[:number]:
            assert abs(x - other_x) >= WIDTH / 3 or abs(y - other_y) >= ROW - 1e-9


@pytest.mark.parametrize(
    ("ties", "near"),
    [
        # A chain of six, whichever way it is numbered, is a chain on the ring.
        ({(0, 1): 5, (1, 2): 5, (2, 3): 5, (3, 4): 5, (4, 5): 5}, [(0, 1), (4, 5)]),
        ({(0, 5): 9, (1, 2): 1}, [(0, 5)]),
        ({(0, 3): 3, (3, 5): 3, (1, 4): 3}, [(0, 3), (3, 5), (1, 4)]),
    ],
)
def test_strong_ties_are_short(ties: dict[tuple[int, int], float], near: list[tuple[int, int]]) -> None:
    places = ring_places(6, WIDTH, ROW)
    at = {box: places[place] for place, box in enumerate(order_on_ring(ties, places))}
    assert sorted(at) == list(range(6))
    for first, second in near:
        (x1, y1), (x2, y2) = at[first], at[second]
        assert abs(y1 - y2) <= ROW + 1e-9
        assert abs(x1 - x2) < WIDTH


def test_the_same_ties_give_the_same_order() -> None:
    places = ring_places(20, WIDTH, ROW)
    ties = {(one, other): float((one * other) % 7) for one in range(20) for other in range(one)}
    assert order_on_ring(ties, places) == order_on_ring(ties, places)


def test_a_tie_of_one_side_is_bent_past_the_boxes_between() -> None:
    assert bend((100, 0), (100, 200), (310, 150)) == (310, 100)
    across = bend((100, 0), (500, 0), (310, 150))
    assert 0 < across[1] < 150
