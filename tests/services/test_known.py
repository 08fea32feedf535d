"""Whether a work is in the library already."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.services.known import by_identifier, twin
from paperatlas.services.locate import Located

LIBRARY, _ = parse_library(
    """@misc{a, title = {Looms of Köln}, author = {Byron, Ada}, date = {2020}, eprint = {2001.00001v2}, eprinttype = {arxiv}}
@misc{b, title = {Cards}, doi = {https://doi.org/10.1000/AbC}}
@misc{c, title = {Wheels}}
""".encode(),
    "my.bib",
)


@pytest.mark.parametrize(
    ("located", "key"),
    [
        (Located("arxiv", "2001.00001"), "a"),
        (Located("doi", "10.1000/aBc"), "b"),
        (Located("arxiv", "2001.00002"), None),
        (Located("doi", "10.1000/abcd"), None),
        (Located("acl", "2001.00001"), None),
        (Located("openreview", "10.1000/abc"), None),
    ],
)
def test_an_entry_is_known_by_the_identifier_that_was_pasted(located: Located, key: str | None) -> None:
    entry = by_identifier(LIBRARY, located)
    assert (entry.key if entry else None) == key


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ('title = {Looms of K{\\"o}ln}, author = {Byron, Ada}, date = {2020}', "'a' at my.bib:1"),
        ("title = {Other}, doi = {10.1000/abc}", "'b' at my.bib:2"),
        ("title = {Other}, eprint = {2001.00001}, eprinttype = {arxiv}", "'a' at my.bib:1"),
        ("title = {Something Else}", ""),
        ("title = {Never closed", ""),
    ],
)
def test_a_twin_is_told_with_its_place(fields: str, words: str) -> None:
    said = twin(LIBRARY, f"@misc{{new, {fields}}}")
    assert words in said
    assert bool(said) == bool(words)


@pytest.mark.parametrize(("name", "called"), [("", "new"), ("arXiv:2001.00001", "arXiv:2001.00001")])
def test_a_work_is_called_what_a_person_knows_it_by(name: str, called: str) -> None:
    said = twin(LIBRARY, "@misc{new, title = {Cards}, doi = {10.1000/abc}}", name=name)
    assert f"'{called}'" in said
    assert ("'new'" in said) is (not name)


def test_twins_that_are_in_the_library_are_no_matter_of_the_new_entry() -> None:
    text = "@misc{a, title = {T}, doi = {10.1/x}}\n@misc{b, title = {T}, doi = {10.1/x}}"
    assert twin(parse_library(text.encode(), "my.bib")[0], "@misc{new, title = {Other}}") == ""
