"""Records as entries: each with a key of its own, none that the library has, none twice."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.diagnostics.problem import Span
from paperatlas.formats.readout import Found
from paperatlas.formats.records.new_entries import select_new_entries, without_abstracts
from paperatlas.formats.records.record import Author, Record

LIBRARY = """@article{Byron1843,
  author = {Müller, Ada}, title = {Notes on the Analytical Engine}, date = {2020}, doi = {10.1000/NOTES}, eprint = {2001.00001}, eprinttype = {arxiv}
}
"""


def found(title: str, key: str = "", line: int = 1, **fields: str) -> Found:
    authors = (Author("Müller", "Ada"),)
    return Found(Record("misc", {"title": title, "date": "2020", **fields}, authors, key=key), Span("a.ris", line))


KEYS = [
    (["looms2020"], ["looms2020"]),
    ([""], ["muller2020looms"]),
    (["BYRON1843"], ["muller2020looms"]),
    (["x y"], ["muller2020looms"]),
    (["schlüssel"], ["muller2020looms"]),
    (["a,b"], ["muller2020looms"]),
    (["k", "K"], ["k", "muller2020cards"]),
]


@pytest.mark.parametrize(("wanted", "keys"), KEYS)
def test_a_key_is_kept_if_it_is_free_and_one_that_every_reader_takes(wanted: list[str], keys: list[str]) -> None:
    titles = ("Looms for the Blind", "Cards and Wheels")
    entries, problems = select_new_entries(
        [found(title, key) for title, key in zip(titles, wanted, strict=False)],
        parse_library(LIBRARY.encode(), "my.bib")[0],
    )
    assert [entry.key for entry in entries] == keys
    changed = [key for key, old in zip(keys, wanted, strict=True) if old and old != key]
    assert [(problem.code, changed[0] in problem.message) for problem in problems] == [("IMP010", True)] * len(changed)


TWINS = [
    ({"title": "Notes on the analytical engine"}, "IMP004", "the same title as 'Byron1843' at my.bib:1"),
    ({"title": "Other", "doi": "10.1000/notes"}, "IMP004", "the same DOI as 'Byron1843'"),
    (
        {"title": "Other", "eprint": "2001.00001", "eprinttype": "arxiv"},
        "IMP004",
        "the same arXiv identifier as 'Byron1843'",
    ),
    ({"title": "Looms for the Blind"}, "IMP005", "the same title as 'muller2020looms' at a.ris:1"),
]


@pytest.mark.parametrize(("fields", "code", "words"), TWINS)
def test_a_work_that_is_there_is_left_out(fields: dict[str, str], code: str, words: str) -> None:
    source = [found("Looms for the Blind"), found(line=9, **fields)]
    entries, (problem,) = select_new_entries(source, parse_library(LIBRARY.encode(), "my.bib")[0])
    assert [entry.key for entry in entries] == ["muller2020looms"]
    assert (problem.code, problem.line) == (code, 9)
    assert words in problem.message


def test_what_is_written_is_read_as_it_was() -> None:
    odd = "A_B & {C} 100% #1 ~ \\x $1 “ü” 图 @misc{z, }"
    entries, problems = select_new_entries([found(odd, "odd")], parse_library(b"", "my.bib")[0])
    read, wrong = parse_library(entries[0].text.encode(), "a.bib")
    assert (problems, wrong) == ([], ())
    assert str(read.entries[0].text("title")) == odd


UNREADABLE = [
    (Record("mi sc", {"title": "Löoms"}), "'Löoms' cannot be written as a BibTeX entry that reads the same."),
    (Record("comment", {"title": "Löoms"}), "'Löoms' cannot be written as a BibTeX entry that reads the same."),
    (Record("misc", {"title": "Löoms", "x=y": "z"}), "The value of 'x' is not in braces."),
]


@pytest.mark.parametrize(("record", "words"), UNREADABLE)
def test_what_would_not_be_read_again_is_left_out_and_the_others_stay(record: Record, words: str) -> None:
    entries, problems = select_new_entries(
        [Found(record, Span("a.ris", 7)), found("Cards")], parse_library(b"", "my.bib")[0]
    )
    assert [entry.key for entry in entries] == ["muller2020cards"]
    assert [(problem.code, problem.line, words in problem.message) for problem in problems] == [("IMP002", 7, True)]


def test_an_entry_has_the_keywords_of_its_record() -> None:
    entries, _ = select_new_entries([found("T", keywords="a/b, c"), found("U")], parse_library(b"", "my.bib")[0])
    assert [entry.keywords for entry in entries] == [("a/b", "c"), ()]


def test_abstracts_of_every_language_are_left_out_and_their_works_counted() -> None:
    kept, count = without_abstracts([found("T", abstract="x", abstract_zh="图"), found("U")])
    assert ([dict(one.record.fields) for one in kept], count) == (
        [{"title": "T", "date": "2020"}, {"title": "U", "date": "2020"}],
        1,
    )
