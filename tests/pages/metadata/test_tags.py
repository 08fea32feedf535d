"""Highwire Press tags, Dublin Core and Open Graph."""

from __future__ import annotations

import re

import pytest

from paperatlas.atlas import Paper
from paperatlas.pages import Site, messages_for
from paperatlas.pages.metadata.record import PaperFacts, facts_of
from paperatlas.pages.metadata.tags import Tags, dublin_core, highwire, open_graph
from tests.conftest import ReadFiles, make_site
from tests.pages.metadata.test_head import URL, contents, head


def test_highwire_tags(site: Site) -> None:
    soup = head(site, "bound")
    assert {tag["name"]: tag["content"] for tag in soup.select('meta[name^="citation_"]')} == {
        "citation_title": "What k Layers Can Express",
        "citation_author": "The Flow Group",
        "citation_publication_date": "2020",
        "citation_journal_title": "Journal of Flows",
        "citation_volume": "3",
        "citation_firstpage": "1",
        "citation_lastpage": "20",
        "citation_abstract_html_url": f"{URL}papers/bound/",
    }
    assert contents(head(site, "realnvp"), "citation_conference_title")
    nice = head(site, "nice")
    assert contents(nice, "citation_author") == ["Dinh, Laurent", "Krueger, David", "Bengio, Yoshua"]
    assert contents(nice, "citation_arxiv_id") == ["1410.8516"]
    assert contents(nice, "citation_pdf_url") == ["https://arxiv.org/pdf/1410.8516"]


def test_dublin_core_and_open_graph(site: Site) -> None:
    soup = head(site, "realnvp")
    assert contents(soup, "DC.identifier") == ["doi:10.48550/arXiv.1605.08803", "arXiv:1605.08803"]
    assert contents(soup, "DC.date") == ["2017"]
    assert contents(soup, "og:title") == ["Real NVP: Density Estimation Using Real NVP"]
    assert contents(soup, "og:url") == [f"{URL}papers/realnvp/"]
    assert contents(soup, "description") == contents(soup, "og:description") != [""]


def tags_of(read_files: ReadFiles, text: str) -> tuple[Paper, PaperFacts]:
    (paper,) = read_files({"bib/a.bib": text}).atlas.papers.values()
    return paper, facts_of(paper)


def said(tags: Tags) -> Tags:
    return [(name, content) for name, content in tags if content]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "@techreport{k, institution = {Lab}, number = {TR-2}}",
            [("citation_technical_report_institution", "Lab"), ("citation_technical_report_number", "TR-2")],
        ),
        ("@phdthesis{k, school = {Oslo}}", [("citation_dissertation_institution", "Oslo")]),
        (
            "@incollection{k, booktitle = {B & C}}",
            [("citation_inbook_title", "B & C"), ("citation_book_title", "B & C")],
        ),
        (
            "@article{k, journal = {J}, volume = {3}, number = {2}, publisher = {P}}",
            [
                ("citation_journal_title", "J"),
                ("citation_volume", "3"),
                ("citation_issue", "2"),
                ("citation_publisher", "P"),
            ],
        ),
        ("@misc{k}", []),
    ],
)
def test_each_kind_of_work_has_tags_of_its_own(read_files: ReadFiles, text: str, published: Tags) -> None:
    paper, record = tags_of(read_files, text)
    assert said(highwire(paper, record, "")) == [("citation_title", "k"), *published]


def imported(name: str) -> list[str]:
    """The people that Zotero's translator of embedded metadata finds in one name, as `family|given`."""
    parts = re.split(r"\s*,\s*", name)
    if len(parts) > 1 and all(" " in part for part in parts[:2]):
        return parts
    return [" ".join("|".join(parts[:2]).split())]


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Byron, Ada", "Byron|Ada"),
        ("van den Oord, Aäron J.", "van den Oord|Aäron J."),
        ("García Márquez, Gabriel José", "García Márquez|Gabriel José"),
        ("King, Jr., Martin Luther", "King|Martin Luther"),
        ("de la Cruz, III, Inés Ana", "de la Cruz|Inés Ana"),
        ("{Google, Inc.}", "Google Inc."),
        ("何恺明", "何恺明"),
    ],
)
def test_each_name_is_imported_as_one(read_files: ReadFiles, author: str, people: str) -> None:
    text = f"@book{{k, title = {{T}}, author = {{{author} and Roe, R.}}}}"
    site = make_site(read_files({"bib/a.bib": text}).atlas, messages_for("en"))
    first, last = contents(head(site, "k"), "citation_author")
    assert (imported(first), last) == ([people], "Roe, R.")


def test_a_date_has_slashes_for_scholar_and_hyphens_for_libraries(read_files: ReadFiles) -> None:
    paper, record = tags_of(
        read_files, "@book{k, title = {书}, author = {何恺明 and Ho, J.}, date = {2020-06-19}, keywords = {b, a}}"
    )
    assert said(highwire(paper, record, "u")) == [
        ("citation_title", "书"),
        ("citation_author", "何恺明"),
        ("citation_author", "Ho, J."),
        ("citation_publication_date", "2020/06/19"),
        ("citation_keywords", "b"),
        ("citation_keywords", "a"),
        ("citation_abstract_html_url", "u"),
    ]
    assert said(dublin_core(paper, record)) == [
        ("DC.type", "Text"),
        ("DC.title", "书"),
        ("DC.creator", "何恺明"),
        ("DC.creator", "Ho, J."),
        ("DC.date", "2020-06-19"),
        ("DC.subject", "b"),
        ("DC.subject", "a"),
    ]


@pytest.mark.parametrize(("language", "locale"), [("en", ["en_US"]), ("zh", ["zh_CN"]), ("fr", [])])
def test_a_preview_is_in_the_language_of_the_page(read_files: ReadFiles, language: str, locale: list[str]) -> None:
    paper, record = tags_of(read_files, "@misc{k, title = {T}}")
    found = said(open_graph(paper, record, "t", "d", language, ""))
    assert found[:3] == [("og:type", "article"), ("og:title", "t"), ("og:description", "d")]
    assert found[3:] == [("og:locale", each) for each in locale]
