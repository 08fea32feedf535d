"""One entry as a paper: venue, links, names."""

from __future__ import annotations

import pytest

from paperatlas.atlas.keyword_marks import configured_marks
from paperatlas.atlas.paper import read_paper
from paperatlas.bibliography import parse_library
from tests.conftest import ReadFiles


def fields(**values: str) -> str:
    return "".join(f"  {name} = {{{value}}},\n" for name, value in values.items())


VENUES = [
    ("@inproceedings", {"booktitle": "International Conference on Machine Learning (ICML)"}, "ICML"),
    ("@inproceedings", {"booktitle": "ICML"}, "ICML"),
    ("@inproceedings", {"booktitle": "Long name (ICML)", "shortbooktitle": "Short"}, "Short"),
    (
        "@article",
        {"journaltitle": "Journal of Machine Learning Research"},
        "Journal of Machine Learning Research",
    ),
    ("@article", {"journal": "JMLR"}, "JMLR"),
    ("@online", {"eprint": "2006.11239", "eprinttype": "arxiv"}, "arXiv"),
    (
        "@inproceedings",
        {"booktitle": "X (NeurIPS)", "eprint": "2006.11239", "eprinttype": "arxiv"},
        "NeurIPS",
    ),
    ("@phdthesis", {"school": "University of Oslo"}, "University of Oslo"),
    ("@book", {"publisher": "Springer"}, "Springer"),
    ("@misc", {"howpublished": "Technical report"}, "Technical report"),
    ("@misc", {}, ""),
]


@pytest.mark.parametrize(("kind", "values", "venue"), VENUES)
def test_venue(read_files: ReadFiles, kind: str, values: dict[str, str], venue: str) -> None:
    project = read_files({"bib/a.bib": f"{kind}{{k,\n  title = {{T}},\n{fields(**values)}}}\n"})
    assert project.atlas.papers["k"].venue == venue


def test_marks_are_those_that_the_keywords_name() -> None:
    library, _ = parse_library(b"@misc{k, title = {T}, keywords = {old, read}}\n@misc{l, title = {T}}\n", "a.bib")
    marks = configured_marks({"old": "Old", "new": "New"})
    marked, plain = (read_paper(entry, entry.key, {}, marks)[0] for entry in library.entries)
    assert (marked.marks, marked.keywords) == (marks[:1], ("read",))
    assert (plain.marks, plain.keywords) == ((), ())


LINKS = [
    ({"doi": "10.1000/x"}, [("paper", "https://doi.org/10.1000/x")]),
    (
        {"eprint": "2006.11239", "eprinttype": "arxiv"},
        [("paper", "https://arxiv.org/abs/2006.11239"), ("pdf", "https://arxiv.org/pdf/2006.11239")],
    ),
    ({"url": "https://a.org/x.pdf"}, [("pdf", "https://a.org/x.pdf")]),
    ({"url": "https://a.org/x_y%20z"}, [("paper", "https://a.org/x_y%20z")]),
    ({"code": "https://github.com/a/b"}, [("code", "https://github.com/a/b")]),
    (
        {"website": "https://a.org", "video": "https://b.org"},
        [("website", "https://a.org"), ("video", "https://b.org")],
    ),
    (
        {"url": "https://arxiv.org/abs/1", "eprint": "1", "eprinttype": "other"},
        [("paper", "https://arxiv.org/abs/1")],
    ),
    ({}, []),
]


@pytest.mark.parametrize(("values", "links"), LINKS)
def test_links(read_files: ReadFiles, values: dict[str, str], links: list[tuple[str, str]]) -> None:
    project = read_files({"bib/a.bib": f"@online{{k,\n  title = {{T}},\n{fields(**values)}}}\n"})
    assert [(link.kind, link.url) for link in project.atlas.papers["k"].links] == links


def test_code_that_is_not_the_authors(read_files: ReadFiles) -> None:
    code = fields(code="https://github.com/a/b", codetype="unofficial")
    project = read_files({"bib/a.bib": f"@online{{k,\n  title = {{T}},\n{code}}}\n"})
    link = project.atlas.papers["k"].link("code")
    assert link
    assert not link.official


def test_the_issue_of_a_journal_stands_where_its_number_would(read_files: ReadFiles) -> None:
    values = fields(journaltitle="Phys. Rev.", volume="100", issue="1", pages="242--248")
    project = read_files({"bib/a.bib": f"@article{{k,\n  title = {{T}},\n{values}}}\n"})
    assert project.atlas.papers["k"].publication == "Phys. Rev., 100(1), 242–248"


def test_publication_in_full(read_files: ReadFiles) -> None:
    values = fields(journaltitle="JMLR", volume="13", number="2", pages="723--773", series="S")
    project = read_files({"bib/a.bib": f"@article{{k,\n  title = {{T}},\n{values}}}\n"})
    assert project.atlas.papers["k"].publication == "JMLR, S 13(2), 723–773"


@pytest.mark.parametrize(
    ("values", "title", "bibtex"),
    [
        ({"title": "One", "subtitle": "Two"}, "One: Two", "One: Two"),
        ({"title": "Why?", "subtitle": "{T}wo"}, "Why? Two", "Why? {T}wo"),
        ({"subtitle": "Two"}, "Two", "Two"),
        ({"title": "One: Two", "subtitle": "two"}, "One: Two", "One: Two"),
        ({"title": "On Two", "subtitle": "Two"}, "On Two: Two", "On Two: Two"),
        ({}, "k", "k"),
    ],
)
def test_title_with_subtitle(read_files: ReadFiles, values: dict[str, str], title: str, bibtex: str) -> None:
    project = read_files({"bib/a.bib": f"@misc{{k,\n{fields(**values)}}}\n"})
    found = project.atlas.papers["k"].title
    assert (found.text, found.bibtex) == (title, bibtex)


@pytest.mark.parametrize(("kind", "is_official"), [("", True), ("official", True), (" unofficial ", False)])
def test_code_is_the_authors_own_unless_the_entry_says_otherwise(
    read_files: ReadFiles, kind: str, is_official: bool
) -> None:
    values = fields(title="T", code="https://example.org/x", codetype=kind, website="https://example.org/y")
    links = read_files({"bib/a.bib": f"@misc{{k,\n{values}}}\n"}).atlas.papers["k"].links
    assert {link.kind: link.official for link in links} == {"code": is_official, "website": True}
