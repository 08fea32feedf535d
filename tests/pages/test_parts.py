"""Lists on one page or several."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Address
from paperatlas.pages.parts import parts_of


@pytest.mark.parametrize(
    ("items", "lengths"),
    [(0, [0]), (1, [1]), (5, [5]), (6, [2, 2, 2]), (7, [2, 2, 2, 1])],
)
def test_a_list_is_divided_only_above_a_limit(items: int, lengths: list[int]) -> None:
    parts = parts_of(Address("years/2020/"), range(items), most=5, size=2)
    assert [len(part.items) for part in parts] == lengths
    assert [item for part in parts for item in part.items] == list(range(items))
    assert {part.count for part in parts} == {len(lengths)}
    assert [part.address for part in parts] == [
        "years/2020/", *(f"years/2020/page/{number}/" for number in range(2, len(lengths) + 1)),
    ]  # fmt: skip


def test_the_first_part_may_stand_in_another_page() -> None:
    first, second = parts_of(Address("a/relations/"), range(3), Address("a/#relations"), most=2, size=2)
    assert (first.address, second.address, second.page(1)) == ("a/#relations", "a/relations/page/2/", "a/#relations")


@pytest.mark.parametrize(
    ("count", "number", "numbers"),
    [
        (1, 1, [1]),
        (3, 2, [1, 2, 3]),
        (9, 1, [1, 2, 3, 0, 9]),
        (9, 5, [1, 0, 3, 4, 5, 6, 7, 0, 9]),
        (9, 9, [1, 0, 7, 8, 9]),
    ],
)
def test_the_pages_that_a_page_links_to(count: int, number: int, numbers: list[int]) -> None:
    part = parts_of(Address("papers/"), range(count), most=0, size=1)[number - 1]
    assert list(part.numbers) == numbers
