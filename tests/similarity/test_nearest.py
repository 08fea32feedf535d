from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperatlas.similarity import candidates
from paperatlas.similarity.nearest import Comparison, compare
from paperatlas.similarity.vectors import ONE, frequencies
from tests.similarity.made_up import made_up_counts

WORDS = [f"w{number}" for number in range(25)]
EDIT = st.tuples(st.integers(0, 64), st.none() | st.lists(st.sampled_from(WORDS), max_size=7))
"""The number of a paper, and its new words, or that it goes."""


def found(comparison: Comparison) -> tuple[object, ...]:
    return (comparison.counts, comparison.heads, comparison.floors, comparison.neighbours)


@given(st.integers(0, 999), st.lists(st.lists(EDIT, max_size=3), min_size=1, max_size=4))
@settings(max_examples=80)
def test_what_changed_is_all_that_is_looked_at_again(
    seed: int, versions: list[list[tuple[int, list[str] | None]]]
) -> None:
    """With so few candidates that papers push each other out, kept results are those of a new comparison."""
    chance = random.Random(seed)
    papers = {f"p{number}": Counter(chance.choices(WORDS, k=6)) for number in range(60)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "_CANDIDATES", 4)
        patch.setattr(candidates, "_HEAVIEST", 3)
        patch.setattr(candidates, "_COMMON", 14)
        patch.setattr(candidates, "_FEW_PAPERS", 20)
        before = compare(papers)
        for version in versions:
            for number, words in version:
                papers = {**papers, f"p{number}": Counter(words or [])}
                if words is None:
                    del papers[f"p{number}"]
            before = compare(papers, before)
            assert found(before) == found(compare(papers))


@pytest.mark.slow
def test_one_change_in_a_library() -> None:
    papers = made_up_counts(600)
    before = compare(papers)
    key = "p7"
    changed = {**papers, key: Counter({**papers[key], "unheard": 2, next(iter(papers["p300"])): 1})}
    again = compare(changed, before)
    assert found(again) == found(compare(changed))
    assert before.recomputed == 600
    assert 0 < again.recomputed < 300
    assert compare(changed, again).recomputed == 0


def test_nothing_is_written_into_a_comparison() -> None:
    made = compare(made_up_counts(20))
    with pytest.raises(TypeError):
        vars(made)["index"] = {}


@pytest.mark.parametrize("change", ["add", "remove"])
def test_papers_come_and_go(change: str) -> None:
    papers = made_up_counts(120)
    fewer = {key: counts for key, counts in papers.items() if key != "p60"}
    first, second = (fewer, papers) if change == "add" else (papers, fewer)
    assert found(compare(second, compare(first))) == found(compare(second))


def unlikeness(own: Mapping[str, float], vectors: Mapping[str, Mapping[str, float]], other: str) -> float:
    return -sum(weight * vectors[other].get(term, 0) for term, weight in own.items())


def nearest(papers: Mapping[str, Mapping[str, int]], keys: list[str], number: int) -> dict[str, list[str]]:
    """The nearest papers by TF-IDF in floating-point numbers, each compared with each."""
    papers_with = frequencies(papers.values())
    vectors = {}
    for key, counts in papers.items():
        whole = {
            term: (1 + math.log(count)) * (1 + math.log(len(papers) / papers_with[term]))
            for term, count in counts.items()
        }
        length = math.hypot(*whole.values())
        vectors[key] = {term: weight / length for term, weight in whole.items()}
    return {
        key: sorted(
            (other for other in papers if other != key),
            key=partial(unlikeness, own, vectors),
        )[:number]
        for key, own in vectors.items()
        if key in keys
    }


@pytest.mark.slow
def test_the_nearest_are_those_of_an_exact_comparison() -> None:
    papers = made_up_counts(600)
    sample = list(papers)[::10]
    exact = nearest(papers, sample, 10)
    close = compare(papers).neighbours
    share = sum(len({*exact[key]} & set(list(close[key])[:10])) for key in sample) / (10 * len(sample))
    assert share > 0.93


def test_neighbours_are_in_order_and_others() -> None:
    for key, close in compare(made_up_counts(100)).neighbours.items():
        assert list(close.items()) == sorted(close.items(), key=lambda near: (-near[1], near[0]))
        assert key not in close


ODD: list[tuple[str, dict[str, dict[str, int]], dict[str, list[str]]]] = [
    ("no papers", {}, {}),
    ("one paper", {"a": {"x": 1}}, {"a": []}),
    ("no words", {"a": {}, "b": {}}, {"a": [], "b": []}),
    ("nothing shared", {"a": {"x": 1}, "b": {"y": 1}}, {"a": [], "b": []}),
    ("all alike", {"a": {"x": 1}, "b": {"x": 1}, "c": {"x": 1}}, {"a": [], "b": [], "c": []}),
    ("two alike", {"a": {"x": 1}, "b": {"x": 1}, "c": {"y": 1}}, {"a": ["b"], "b": ["a"], "c": []}),
]


@pytest.mark.parametrize(("papers", "near"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_odd_libraries(papers: dict[str, dict[str, int]], near: dict[str, list[str]]) -> None:
    assert {key: list(close) for key, close in compare(papers).neighbours.items()} == near


def test_thousands_of_equal_texts_are_not_compared_each_with_each() -> None:
    papers = {f"p{number}": {"same": 2, "words": 1} for number in range(3000)}
    assert not any(compare(papers).neighbours.values())


def test_equal_texts_are_as_similar_as_can_be() -> None:
    papers = {"a": {"x": 2, "y": 1, "z": 3}, "b": {"x": 2, "y": 1, "z": 3}, "c": {"w": 1}}
    assert compare(papers).neighbours["a"] == {"b": pytest.approx(ONE * ONE, rel=0.001)}
