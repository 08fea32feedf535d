"""What tells whether two entries are one work."""

from __future__ import annotations

import pytest

from paperatlas.check.works import Work, differ, told_apart, works
from tests.check.conftest import ReadText


def pair(library_of: ReadText, first: str, second: str) -> tuple[Work, Work]:
    one, other = works(library_of(f"@misc{{a, {first}}}\n@misc{{b, {second}}}\n"))
    return one, other


@pytest.mark.parametrize(
    ("fields", "letters", "author", "year"),
    [
        ("title = {The {U-Net}: Übung}, subtitle = {Part}", "unetubungpart", "", None),
        ("title = {X}, author = {van den Oord, Aäron and Ho, J.}, date = {2020-03}", "x", "oord", 2020),
        ("title = {X}, editor = {{The Łódź Group}}", "x", "group", None),
        ("title = {扩散}, author = {何恺明}", "扩散", "何", None),
        ("author = {and others}, year = {soon}", "", "", None),
    ],
)
def test_what_a_work_is_compared_by(
    library_of: ReadText, fields: str, letters: str, author: str, year: int | None
) -> None:
    (work,) = works(library_of(f"@book{{a, {fields}}}"))
    assert (work.letters, work.author, work.year) == (letters, author, year)
    assert "".join(work.words) == letters


def test_a_doi_is_compared_without_case(library_of: ReadText) -> None:
    one, other = pair(library_of, "doi = {10.1000/AbC}", "doi = {https://doi.org/10.1000/aBc}")
    assert one.doi == other.doi == "10.1000/abc"


def test_of_one_key_the_first_entry_counts_and_what_is_no_work_none(library_of: ReadText) -> None:
    found = works(
        library_of("@misc{a, title = {X}}\n@misc{a, title = {Y}}\n@xdata{x, title = {Z}}\n@set{s, entryset={a}}")
    )
    assert [(work.entry.key, work.letters) for work in found] == [("a", "x")]
    assert works(library_of("")) == []


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("related = {b}", "", True),
        ("", "extends = {c, a}", True),
        ("", "note = {see a}", False),
        ("shorttitle = {b}", "shorttitle = {b}", False),
        ("crossref = {b}", "", True),
        ("related = {bb}", "", False),
        ("", "", False),
    ],
)
def test_entries_that_name_each_other_are_told_apart(
    library_of: ReadText, first: str, second: str, *, apart: bool
) -> None:
    assert told_apart(*pair(library_of, first, second)) is apart


def test_the_relations_of_a_site_tell_entries_apart_too(library_of: ReadText) -> None:
    library = library_of("@misc{a, refutes = {b}}\n@misc{b}\n")
    assert [told_apart(*works(library, fields)) for fields in (("refutes",), ("extends",))] == [True, False]


@pytest.mark.parametrize(
    ("first", "second", "different"),
    [
        ("doi = {10.1000/1}", "doi = {10.1000/2}", True),
        ("doi = {10.1000/1}", "doi = {10.1000/1}", False),
        ("doi = {10.48550/arXiv.2006.11239}", "doi = {10.1000/2}", False),
        ("doi = {10.48550/arXiv.2006.11239}", "doi = {10.1101/2}", True),
        ("doi = {10.1000/1}", "", False),
        ("eprint = {2006.11239}, eprinttype = {arxiv}", "eprint = {2006.11240}, eprinttype = {arxiv}", True),
        ("volume = {1}", "volume = {2}", True),
        ("version = {V1}", "version = {v1}", False),
        ("volume = {1}", "", False),
        ("volume = {abs/2006.11239}", "volume = {3}", False),
    ],
)
def test_identifiers_and_numbers_that_say_two_works(
    library_of: ReadText, first: str, second: str, *, different: bool
) -> None:
    one, other = pair(library_of, first, second)
    assert differ(one, other) is differ(other, one) is different
