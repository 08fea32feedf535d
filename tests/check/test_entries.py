"""Rules of single entries, as tables."""

from __future__ import annotations

import pytest

from paperatlas.check.entries import (
    keys_not_for_bibtex,
    missing_fields,
    mistyped_fields,
    unknown_references,
    unknown_types,
)
from tests.check.conftest import ReadText

WHO = "author = {Ho, J}"
MISSING = [
    ("@article{a, author={Ho, J}, title={X}, journal={J}, year=2020}", None),
    ("@article{a, author={Ho, J}, title={X}, journaltitle={J}, date={2020-03}}", None),
    ("@article{a, author={Ho, J}, title={X}, journaltitle={J}, pubstate={inpress}}", None),
    ("@article{a, author={Ho, J}, title={X}, year=2020}", "no journaltitle (or journal)."),
    ("@article{a, title={X}, year=2020}", "no author and journaltitle (or journal)."),
    ("@article{a}", "no author, title, journaltitle (or journal) and date (or year)."),
    ("@article{a, author={Ho, J}, title={}, journal={J}, year=2020}", "no title."),
    ("@inproceedings{a, author={Ho, J}, title={X}, year=2020}", "no booktitle."),
    ("@conference{a, author={Ho, J}, title={X}, year=2020}", "no booktitle."),
    ("@inproceedings{a, author={Ho, J}, title={X}, crossref={p}} @proceedings{p, title={P}, year=2020}", None),
    ("@inproceedings{a, author={Ho, J}, title={X}, xdata={p}} @xdata{p, booktitle={P}, year=2020}", None),
    ("@book{a, author={Ho, J}, title={X}, year=2020}", None),
    ("@book{a, editor={Ho, J}, title={X}, year=2020}", None),
    ("@book{a, title={X}, year=2020}", "no author (or editor)."),
    ("@inbook{a, author={Ho, J}, title={X}, chapter=3, year=2020}", None),
    ("@inbook{a, author={Ho, J}, title={X}, year=2020}", "no booktitle (or chapter or pages)."),
    ("@phdthesis{a, author={Ho, J}, title={X}, school={S}, year=2020}", None),
    ("@phdthesis{a, author={Ho, J}, title={X}, year=2020}", "no institution (or school)."),
    ("@thesis{a, author={Ho, J}, title={X}, institution={S}, year=2020}", "no type."),
    ("@techreport{a, author={Ho, J}, title={X}, institution={S}, year=2020}", None),
    ("@online{a, title={X}, url={https://example.org}, year=2020}", None),
    ("@online{a, title={X}, eprint={2006.11239}, eprinttype={arxiv}, year=2020}", None),
    ("@inproceedings{a, author={Ho, J}, title={X}, year=2020}", "no booktitle."),
    ("@conference{a, author={Ho, J}, title={X}, year=2020, eprint={2006.11239}}", None),
    ("@www{a, title={X}, year=2020}", "no url (or doi or eprint)."),
    ("@misc{a, title={X}}", None),
    ("@misc{a, howpublished={X}}", "no title."),
    ("@misc{a, title={{}}}", "no title."),
    ("@unknowntype{a, title={{ }}}", "no title."),
    ("@patent{a, author={Ho, J}, title={X}, year=2020}", "no number."),
    ("@xdata{a, publisher={P}}", None),
    ("@set{a}", "no entryset (or crossref)."),
    ("@unknowntype{a}", None),
]


@pytest.mark.parametrize(("text", "missing"), MISSING)
def test_missing_fields(text: str, missing: str | None, library_of: ReadText) -> None:
    problems = list(missing_fields(library_of(text)))
    assert [problem.message.partition(" has ")[2] for problem in problems] == ([missing] if missing else [])


def test_a_mistyped_field_is_named_in_the_hint(library_of: ReadText) -> None:
    (problem,) = missing_fields(library_of("@article{a, auhtor={Ho, J}, title={X}, journal={J}, year=2020}"))
    assert problem.hint == "Did you mean 'author' instead of 'auhtor'?"


TYPES = [
    ("@article{a}", None),
    ("@ARTICLE{a}", None),
    ("@phdthesis{a}", None),
    ("@electronic{a}", None),
    ("@customa{a}", None),
    ("@inproceeding{a}", "Did you mean 'inproceedings'?"),
    ("@artcle{a}", "Did you mean 'article'?"),
    ("@qwerty{a}", "Use `misc`, or the type that fits best."),
]


@pytest.mark.parametrize(("text", "hint"), TYPES)
def test_unknown_types(text: str, hint: str | None, library_of: ReadText) -> None:
    assert [problem.hint for problem in unknown_types(library_of(text))] == ([hint] if hint else [])


FIELDS = [
    ("auhtor = {X}", "author"),
    ("titel = {X}", "title"),
    ("jounral = {X}", "journal"),
    ("yaer = {X}", "year"),
    ("keyword = {X}", "keywords"),
    ("authors = {X}", "author"),
    ("extend = {X}", "extends"),
    ("author = {X}", None),
    ("note = {X}", None),
    ("notes = {X}", None),
    ("abstract_zh = {X}", None),
    ("bdsk-url-1 = {X}", None),
    ("author2 = {X}", None),
    ("urls = {X}", None),
    ("mendeley-tags = {X}", None),
    ("作者 = {X}", None),
]


@pytest.mark.parametrize(("field", "meant"), FIELDS)
def test_mistyped_fields(field: str, meant: str | None, library_of: ReadText) -> None:
    problems = list(mistyped_fields(library_of(f"@misc{{a, {field}}}")))
    assert [problem.hint for problem in problems] == ([f"Write '{meant}'."] if meant else [])


def test_a_slip_beside_the_field_itself(library_of: ReadText) -> None:
    (problem,) = mistyped_fields(library_of("@misc{a, title = {X},\n  titel = {Y}}"))
    assert problem.hint == "The entry already has 'title'; remove or rename this field."
    assert (problem.line, problem.column) == (2, 3)


REFERENCES = [
    ("related = {b}", []),
    ("related = {b, c}", ["c"]),
    ("related = {c},\n xref = {d}, entryset = {b, e}", ["c", "d", "e"]),
    ("related = {further}", []),
    ("crossref = {c}", []),  # reading finds that
    ("title = {X}", []),
]


@pytest.mark.parametrize(("fields", "keys"), REFERENCES)
def test_unknown_references(fields: str, keys: list[str], library_of: ReadText) -> None:
    library = library_of(f"@misc{{a, {fields}}}\n@misc{{b, ids = {{further}}}}")
    messages = [problem.message for problem in unknown_references(library)]
    assert messages == [f"No entry has the key '{key}'." for key in keys]


def test_the_key_that_was_meant(library_of: ReadText) -> None:
    (problem,) = unknown_references(library_of("@misc{glow, related = {ddmi}}\n@misc{ddim}"))
    assert problem.hint == "Did you mean 'ddim'?"
    assert (problem.line, problem.column) == (1, 24)


def test_a_relation_of_the_site_is_no_slip(library_of: ReadText) -> None:
    library = library_of("@misc{a, title = {A}, extend = {b}, refutes = {b}}")
    assert [problem.message for problem in mistyped_fields(library)] == ["'extend' seems to be a mistyped 'extends'."]
    assert list(mistyped_fields(library, ("extend", "refutes"))) == []


CERTAIN = [
    # the entry, what a mistyped field is renamed to
    ("@article{a, auhtor = {A}, title = {X}, journaltitle = {J}, year = 2020}", "author"),
    ("@book{a, editr = {A}, author = {B}, title = {X}, year = 2020}", None),
    ("@misc{a, auhtor = {A}, author = {B}}", None),
    ("@article{a, auhtor = {A}, author = {}, title = {X}, journaltitle = {J}, year = 2020}", None),
    ("@article{a, auhtor = {A}, autor = {B}, title = {X}, journaltitle = {J}, year = 2020}", None),
    ("@article{a, author = {A}, title = {X}, journaltitle = {J}, year = 2020, publishr = {P}}", None),
]


@pytest.mark.parametrize(("text", "meant"), CERTAIN)
def test_only_what_is_required_is_renamed(text: str, meant: str | None, library_of: ReadText) -> None:
    edits = [problem.edit for problem in mistyped_fields(library_of(text))]
    assert edits
    assert {edit.text if edit else None for edit in edits} == {meant}


BIBTEX_KEYS = [
    ("@misc{a-b:c/d.e+f_1&2}", []),
    ("@misc{o'brien#1}", ["The key 'o'brien#1' cannot stand in BibTeX; it is exported as 'o_brien_1'."]),
    ("@misc{a b}", ["The key 'a b' cannot stand in BibTeX; it is exported as 'a_b'."]),
    ("@misc{__2013}\n@misc{_-psm-did_2021}\n@misc{a_}", []),
    ("@misc{'_a'}", ["The key ''_a'' cannot stand in BibTeX; it is exported as '_a'."]),
    ("@misc{a~b}", ["The key 'a~b' cannot stand in BibTeX; it is exported as 'a_b'."]),
    (
        "@misc{a%b}\n@misc{c}\n@misc{d(e)}",
        ["2 keys of this file cannot stand in BibTeX; 'a%b' is exported as 'a_b', the others alike."],
    ),
]


@pytest.mark.parametrize(("text", "messages"), BIBTEX_KEYS)
def test_keys_not_for_bibtex(text: str, messages: list[str], library_of: ReadText) -> None:
    assert [problem.message for problem in keys_not_for_bibtex(library_of(text))] == messages


OWN_FIELDS = [
    # a library, the names that are reported
    ("@misc{a, filed = {X}}", ["filed"]),
    ("@misc{a, filed = {X}}\n@misc{b, filed = {X}}", []),
    ("@misc{a, titel = {X}, title = {A}}\n@misc{b, titel = {X}, title = {B}}", ["titel", "titel"]),
    ("@article{a, auhtor = {X}}\n@article{b, auhtor = {X}}", ["auhtor", "auhtor"]),
    ("".join(f"@misc{{a{n}, titel = {{X}}, title = {{A}}}}\n" for n in range(20)), []),
    ("@article{a, fjournal = {X}, coden = {X}, mrclass = {X}, slaccitation = {X}, adsnote = {X}, biburl = {X}}", []),
]


@pytest.mark.parametrize(("text", "names"), OWN_FIELDS)
def test_a_field_of_ones_own_is_no_slip(text: str, names: list[str], library_of: ReadText) -> None:
    found = [problem.message.split("'")[1] for problem in mistyped_fields(library_of(text))]
    assert found == names


def test_an_article_in_no_journal_is_a_preprint(library_of: ReadText) -> None:
    text = "@article{a, author = {Ho, J}, title = {X}, year = 2020, eprint = {2001.00001}, archiveprefix = {arXiv}}"
    assert list(missing_fields(library_of(text))) == []
