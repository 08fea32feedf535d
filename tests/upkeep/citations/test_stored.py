"""What follows from lists of references for a library."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.upkeep.citations.stored import FetchedReferences, add_references, citations_within, load_references

LIBRARY = """\
@misc{a, title = {Alpha Flows}, eprint = {2001.00001}, eprinttype = {arxiv}, doi = {10.1000/A}}
@misc{b, title = {Beta Rivers}, doi = {10.1000/b}}
@misc{c, title = {Gamma}, doi = {10.1000/c}}
@set{d, title = {Beta Rivers}, doi = {10.1000/d}, entryset = {b}}
@misc{e, title = {Beta Rivers}}
"""
TODAY = date(2026, 11, 28)


def answer(
    names: str, references: str, title: str = "", service: str = "OpenAlex", fetched: date = TODAY
) -> FetchedReferences:
    return FetchedReferences(title, tuple(names.split()), tuple(references.split()), service, fetched)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, {}),
        ({"OpenAlex doi:10.1000/b": answer("doi:10.1000/b", "arxiv:2001.00001 doi:10.1000/a doi:10.1000/x")}, {("b", "a"): ("OpenAlex",)}),
        # By the names that a service has for its works.
        (
            {
                "OpenAlex doi:10.1000/b": answer("doi:10.1000/b openalex:W2", "openalex:W1"),
                "OpenAlex arxiv:2001.00001": answer("arxiv:2001.00001 openalex:W1", "openalex:W3 openalex:W1"),
            },
            {("b", "a"): ("OpenAlex",)},
        ),
        # Two services, and two lists of one.
        (
            {
                "OpenAlex arxiv:2001.00001": answer("arxiv:2001.00001", "doi:10.1000/b"),
                "OpenAlex doi:10.1000/a": answer("doi:10.1000/a", "doi:10.1000/b doi:10.1000/c"),
                "Semantic Scholar arxiv:2001.00001": answer("arxiv:2001.00001", "doi:10.1000/b", service="Semantic Scholar"),
                "Other arxiv:2001.00001": answer("arxiv:2001.00001", "doi:10.1000/c", service="Other"),
            },
            {("a", "b"): ("OpenAlex", "Semantic Scholar"), ("a", "c"): ("OpenAlex",)},
        ),
        # A set is no work, and a title alone does not tell a work.
        ({"OpenAlex doi:10.1000/d": answer("doi:10.1000/d", "doi:10.1000/a", "Beta Rivers")}, {}),
        ({"OpenAlex doi:10.1000/b": answer("", "doi:10.1000/a")}, {}),
    ],
)  # fmt: skip
def test_citations_are_those_within_the_library(
    answers: dict[str, FetchedReferences], expected: dict[tuple[str, str], tuple[str, ...]]
) -> None:
    library, _ = parse_library(LIBRARY.encode(), "a.bib")
    assert citations_within(library.entries, answers, ["OpenAlex", "Semantic Scholar"]) == (expected, [])


@pytest.mark.parametrize(
    ("found", "place", "message"),
    [
        (answer("doi:10.1000/b", "doi:10.1000/a", "Rivers of Sand"), "a.bib:2:40", "OpenAlex has 10.1000/b as “Rivers of Sand”, but the entry 'b' is “Beta Rivers”."),
        (answer("openalex:W7 doi:10.1000/z", "doi:10.1000/a", "Beta Rivers"), "a.bib:2:40", "Asked for 10.1000/b of the entry 'b', OpenAlex answered with doi:10.1000/z."),
    ],
    ids=["title", "another paper under the same title"],
)  # fmt: skip
def test_the_references_of_another_work_are_not_used(found: FetchedReferences, place: str, message: str) -> None:
    library, _ = parse_library(LIBRARY.encode(), "a.bib")
    citations, (problem,) = citations_within(library.entries, {"OpenAlex doi:10.1000/b": found}, ["OpenAlex"])
    assert (citations, problem.code, str(problem.span), problem.message) == ({}, "CBP012", place, message)


def test_answers_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache/references.json"
    add_references(path, {"OpenAlex doi:10.1000/b": answer("doi:10.1000/b", "openalex:W1", "B")})
    add_references(path, {"OpenAlex doi:10.1000/c": answer("", "")})
    assert load_references(path) == {
        "OpenAlex doi:10.1000/b": answer("doi:10.1000/b", "openalex:W1", "B"),
        "OpenAlex doi:10.1000/c": answer("", ""),
    }
