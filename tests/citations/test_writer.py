"""Citations are written sorted, and merged with those that are there."""

from __future__ import annotations

from paperatlas.citations.reader import read_citation_table
from paperatlas.citations.writer import citation_sources, citations_text, merged_sources
from tests.citations.rows import citations


def test_what_is_written_is_read_again() -> None:
    sources = {("b", "a"): ("OpenAlex", "https://example.org/"), ("a", "b"): ("OpenAlex",), ("ab", "a"): ("x",)}
    text = citations_text(sources)
    assert text == citations("a b", "ab a x", "b a OpenAlex, https://example.org/")
    found, problems = read_citation_table(text, "c.tsv")
    assert (citation_sources(found), problems) == (sources, [])


def test_what_is_there_stays() -> None:
    there = {("a", "b"): ("https://example.org/",), ("c", "d"): ("x",)}
    found = {("a", "b"): ("OpenAlex", "https://example.org/"), ("b", "c"): ("OpenAlex",)}
    assert merged_sources(there, found) == {
        ("a", "b"): ("https://example.org/", "OpenAlex"),
        ("b", "c"): ("OpenAlex",),
        ("c", "d"): ("x",),
    }


def test_what_a_reviewer_has_denied_stays_so() -> None:
    there = {("a", "b"): ("-",)}
    assert merged_sources(there, {("a", "b"): ("OpenAlex",)}) == there
    found, problems = read_citation_table(citations_text(there), "c.tsv")
    assert (citation_sources(found), problems, found[0].denied) == (there, [], True)
