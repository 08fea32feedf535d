"""Weights of terms, and what they say two texts share."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from paperatlas.similarity.vectors import ONE, frequencies, rarities, step, vector
from tests.similarity.reference import product


def test_steps_are_four_to_a_doubling() -> None:
    assert [step(number) for number in (1, 2, 3, 4, 5, 8, 1024)] == [0, 4, 6, 8, 9, 12, 40]
    for power in range(1, 40):
        assert step(2**power) == 4 * power
    found = rarities(1000)
    assert len(found) == 1001
    assert found[1] > found[2] > found[700] > 0
    assert rarities(0) == [0]


@pytest.mark.parametrize(
    ("papers", "least"),
    [
        # how many papers there are, and how many of them have a term at least for it to weigh nothing
        (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (10, 10), (12, 12), (20, 20), (100, 91), (1000, 862),
    ],
)  # fmt: skip
def test_what_nearly_all_papers_have_weighs_nothing(papers: int, least: int) -> None:
    found = rarities(papers)
    assert [number for number in range(1, papers + 1) if not found[number]] == list(range(least, papers + 1))


def test_vectors_are_of_one_length() -> None:
    counts = Counter(["the", "quick", "brown", "fox", "jumps", "over", "the", "lazy", "dog"])
    found = vector(counts, dict.fromkeys(counts, 3), rarities(9))
    assert product(found, found) == pytest.approx(ONE * ONE, rel=0.001)
    assert found["the"] == pytest.approx((1 + math.log(2)) * found["fox"], rel=0.02)


def test_a_rare_term_weighs_more_than_a_frequent_one() -> None:
    found = vector({"rare": 1, "common": 1, "twice": 2}, {"rare": 1, "common": 500, "twice": 500}, rarities(1000))
    assert found["rare"] > found["twice"] > found["common"] > 0
    assert found["twice"] == pytest.approx((1 + math.log(2)) * found["common"], rel=0.02)


@pytest.mark.parametrize(
    ("first", "second", "similar"),
    [({"x": 1}, {"x": 3}, 1.0), ({"x": 1}, {"y": 1}, 0.0), ({}, {"x": 1}, 0.0), ({"x": 1, "y": 1}, {"x": 1}, 0.7071)],
)
def test_how_similar_texts_are(first: dict[str, int], second: dict[str, int], similar: float) -> None:
    one, other = (vector(counts, {"x": 2, "y": 2}, rarities(4)) for counts in (first, second))
    assert product(one, other) == product(other, one) == pytest.approx(similar * ONE * ONE, rel=0.001)


def test_a_text_counts_once_for_each_of_its_terms() -> None:
    assert frequencies([{"x": 5, "y": 1}, {"x": 1}, {}, {"扩散": 2}]) == {"x": 2, "y": 1, "扩散": 1}
    assert frequencies([]) == {}
    assert vector({}, {}, rarities(1)) == {}
