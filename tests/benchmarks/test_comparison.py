"""Ratios, medians and goals."""

from __future__ import annotations

import pytest
from benchmarks.builds.comparison import BYTES, CPU, MEMORY, WALL, Comparison, compare_usages
from benchmarks.builds.processes import Usage
from benchmarks.builds.table import cells, goal, mark, quantity, significant, text_table


def compared(*pairs: tuple[float, float], goal: float | None = 0.5, papers: int = 1_000, of: int = 0) -> Comparison:
    return Comparison("cold build", "MkDocs", papers, {CPU: pairs}, goal, of)


def test_the_ratio_is_the_median_of_the_rounds_and_not_that_of_the_medians() -> None:
    # The second round met a busy machine, which made both sides slower.
    comparison = compared((1, 2), (30, 60), (3, 4))
    assert comparison.ratio(CPU) == 0.5
    assert comparison.medians(CPU) == (3, 4)
    assert comparison.spread(CPU) == (0.5, 0.75)


@pytest.mark.parametrize(
    ("comparison", "met"),
    [
        (compared((1, 2)), True),
        (compared((1.01, 2)), False),
        (compared((1, 2), goal=None), None),
        (compared((1, 2), of=1_000), True),
        (compared((3, 2), of=5_000), None),
    ],
)
def test_a_goal_is_met_at_its_own_size_only(comparison: Comparison, met: bool | None) -> None:
    assert comparison.met is met


def test_usages_are_paired_by_round() -> None:
    ours, theirs = [Usage(1, 2, 3), Usage(4, 5, 6)], [Usage(7, 8, 9), Usage(10, 11, 12)]
    assert compare_usages(ours, theirs) == {CPU: [(1, 7), (4, 10)], WALL: [(2, 8), (5, 11)], MEMORY: [(3, 9), (6, 12)]}


def test_a_round_without_its_other_side_is_no_pair() -> None:
    with pytest.raises(ValueError, match="longer"):
        compare_usages([Usage(1, 2, 3)], [Usage(1, 2, 3)] * 2)


def test_costs_for_each_page_leave_memory_whole() -> None:
    each = compare_usages([Usage(40, 80, 5)], [Usage(3, 6, 1)], (10, 1))
    assert each == {CPU: [(4, 3)], WALL: [(8, 6)], MEMORY: [(5, 1)]}


def test_a_row_says_what_is_judged_and_how() -> None:
    comparison = Comparison(
        "cold build", "MkDocs", 1_000, {CPU: [(10, 20), (12, 30)], WALL: [(11, 10)] * 2, MEMORY: [(3, 2)] * 2}, 0.5
    )
    assert cells(comparison) == (
        *("cold build", "1,000", "MkDocs", "CPU", "0.45", "0.40-0.50", "≤ 0.5", "met"),
        *("11.0 s", "25.0 s", "1.10", "1.50"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("comparison", "said"),
    [
        (compared((1, 2), of=1_000), ("≤ 0.5", "met")),
        (compared((3, 2), of=1_000), ("≤ 0.5", "MISSED")),
        (compared((3, 2), of=5_000), ("≤ 0.5 at 5,000", "")),
        (compared((3, 2), goal=None), ("", "")),
    ],
)
def test_a_goal_of_another_size_is_named(comparison: Comparison, said: tuple[str, str]) -> None:
    assert (goal(comparison), mark(comparison)) == said


@pytest.mark.parametrize(
    ("figure", "value", "text"),
    [
        (CPU, 12.34, "12.3 s"),
        (CPU, 0.0171, "17.1 ms"),
        (MEMORY, 2e9, "2,000 MB"),
        (BYTES, 15e5, "1,500 kB"),
        ("files", 1234, "1,234"),
    ],
)
def test_quantities_have_units(figure: str, value: float, text: str) -> None:
    assert quantity(figure, value) == text


@pytest.mark.parametrize(("value", "text"), [(123.4, "123"), (12.34, "12.3"), (1.234, "1.23"), (0.0123, "0.012")])
def test_three_digits_are_enough(value: float, text: str) -> None:
    assert significant(value) == text


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    heading, row = text_table([compared((1, 2))]).splitlines()
    assert heading.index("papers") == row.index("1,000")
    assert heading.index("ratio") == row.index("0.50")
