"""The ways that derived relations are compared with, and how lists are measured."""

from __future__ import annotations

import pytest
from benchmarks.related.baselines import by_bm25, by_coupling, by_group, by_tf_idf
from benchmarks.related.measures import Precision, most_possible, precision

from tests.atlas.test_assemble import entry
from tests.citations.rows import citations
from tests.conftest import ReadFiles

TEXTS = {"a": "flow of noise", "b": "noise noise noise noise schedule", "c": "flow of noise again", "d": "graphs"}


@pytest.mark.parametrize(("found", "expected"), [(by_tf_idf(TEXTS), "cbd"), (by_bm25(TEXTS), "cbd")])
def test_texts_are_ranked_by_what_they_share(found: dict[str, list[str]], expected: str) -> None:
    assert found["a"] == list(expected)


def test_papers_are_ranked_by_their_group_and_by_what_they_cite(read_files: ReadFiles) -> None:
    library = (
        entry("a", keywords="flows/g") + entry("b", keywords="flows") + entry("c", keywords="flows/g") + entry("d")
    )
    note = "---\ntitle: Flows\ngroups: [{slug: g, title: G}]\n---\n"
    rows = citations("a c", "a d", "b c", "b d", "c d")
    atlas = read_files({"bib/a.bib": library, "docs/directions/flows.md": note, "bib/citations.tsv": rows}).atlas
    assert by_group(atlas)["a"] == ["c", "b", "d"]
    assert by_coupling(atlas)["a"] == ["b", "c", "d"]


def test_precision_is_the_share_of_the_first_five() -> None:
    found = {"a": list("bcdefg"), "b": list("acdefg"), "c": list("ab")}
    truth: dict[str, set[str]] = {"a": {"b", "c", "g"}, "b": {"a"}, "c": set()}
    assert precision(found, truth).by_paper == {"a": 0.4, "b": 0.2}
    assert precision(found, truth, without={"a": {"b"}}).by_paper == {"a": 0.4, "b": 0.2}
    assert most_possible(truth) == pytest.approx(0.4)


def test_intervals_hold_the_mean_and_are_the_same_each_time() -> None:
    one = Precision({str(number): number % 5 / 5 for number in range(50)})
    two = Precision({key: value / 2 for key, value in one.by_paper.items()})
    low, high = one.interval()
    assert low < one.mean < high
    assert one.interval() == (low, high)
    assert one.ratio(two) == pytest.approx((2, 2, 2))
