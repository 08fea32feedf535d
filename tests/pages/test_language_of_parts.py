"""Titles and abstracts in another language than the page name it (WCAG 3.1.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Site, messages_for
from paperatlas.pages.citations.cite_as import reference
from paperatlas.pages.citations.reference import reference_html
from paperatlas.pages.comparison.data import write_comparison_data
from paperatlas.pages.direction import direction_sections
from paperatlas.pages.graph import draw_direction
from paperatlas.pages.map.page import map_page
from paperatlas.pages.paper import paper_page
from paperatlas.pages.papers.data import write_papers_data
from paperatlas.pages.papers.page import papers_pages
from paperatlas.pages.render import in_language, title_languages
from tests.conftest import ReadFiles, make_site

PARTS = """\
@misc{a, title = {Über A}, langid = {german}, keywords = {d}}
@misc{b, title = {Of B}, langid = {english}, keywords = {d, e}, extends = {a}}
@misc{c, title = {Über C}, shorttitle = {C}, langid = {german}, keywords = {e}, extends = {a, b}}
"""
NOTES = {f"docs/directions/{slug}.md": f"---\ntitle: {slug.upper()}\n---\n" for slug in "de"}


@pytest.mark.parametrize(
    ("fields", "language", "title", "abstract"),
    [
        ("langid = {german}", "en", "de", "de"),
        ("langid = {english}", "en", None, None),
        ("langid = {british}", "en", None, None),
        ("langid = {english}", "zh", "en", "en"),
        ("langid = {ngerman}", "de", "de", "de"),
        ("language = {fr}", "en", "fr", "fr"),
        ("language = {Platt und so}", "en", None, None),
        ('language = {de" onclick="x}', "en", None, None),
        ("", "en", None, None),
        # What the library says is English unless it says otherwise; of a title nobody knows.
        ("", "zh", None, "en"),
        ("", "de", None, None),
        ("langid = {german}, abstract_en = {In English.}", "en", "de", None),
        ("langid = {german}, abstractorigin = {own}", "en", "de", None),
    ],
)
def test_what_names_its_language(
    read_files: ReadFiles, fields: str, language: str, title: str | None, abstract: str | None
) -> None:
    text = f"@misc{{k, title = {{Über <b>}}, abstract = {{Ein Text.}}, {fields}}}"
    site = in_language(make_site(read_files({"bib/a.bib": text}).atlas, messages_for(language)), language)
    page = BeautifulSoup(paper_page(site, site.atlas.papers["k"]).body.html, "html.parser")
    (head,), (shown,) = page.select("h1"), page.select(".pa-abstract")
    assert (head.get("lang"), head.get_text()) == (title, "Über <b>")
    assert shown.get("lang") == abstract
    listed = BeautifulSoup(next(papers_pages(site)).make().body.html, "html.parser")
    (name,) = listed.select("a.pa-paper__name")
    assert name.get("lang") == title


def test_the_abstracts_of_a_site_that_writes_its_own_are_in_its_words(read_files: ReadFiles) -> None:
    text = "@misc{k, title = {Über}, abstract = {A text.}, langid = {german}}"
    site = replace(make_site(read_files({"bib/a.bib": text}).atlas, messages_for("en")), abstracts="own")
    paper = site.atlas.papers["k"]
    assert [language for _, language in filter(None, [site.abstract_of(paper)])] == ["en"]


@pytest.fixture
def parts(read_files: ReadFiles) -> Site:
    """Papers with titles in German and English, one with a method, which need no language."""
    return make_site(read_files({"bib/a.bib": PARTS, **NOTES}).atlas, messages_for("en"))


def test_names_that_are_titles_name_their_language_in_drawings_and_lists(parts: Site) -> None:
    german = {"Über A"}
    (direction, _) = parts.atlas.directions.values()
    pages = {
        "graph": draw_direction(parts, direction, parts.atlas.relations),
        "map": map_page(parts).body.html,
        "neighbourhood": paper_page(parts, parts.atlas.papers["b"]).body.html,
        "group": direction_sections(parts, direction).html,
    }
    for name, html in pages.items():
        soup = BeautifulSoup(html.replace("template", "div"), "html.parser")
        named = {each.get_text() for each in soup.select("[lang=de]") if each.name != "title"}
        assert german <= named <= {"Über A", "Über C"}, name
        assert not soup.select("[lang=en]:not(.pa-cite-as__reference)"), name
        told = {str(each.string): each.get("lang") for each in soup.select("a.pa-node > title")}
        assert not told or told == {"Über A": "de", "Of B": None, "Über C": "de"}, name


def test_data_of_scripts_has_the_languages_of_titles(parts: Site) -> None:
    papers = list(parts.atlas.papers.values())
    assert title_languages(parts, papers) == ["de", "", "de"]
    assert title_languages(parts, papers[1:2]) == []
    compared, rows = (file.text for file in write_comparison_data(parts, papers).files)
    assert '"lang":["de","","de"]' in compared
    # The name of another paper that is its title has its language; a method has none.
    assert '"builds_on":[["Über A","a","Über A","de"],["Of B","b","Of B"]]' in rows
    assert '"lang":["de","","de"]' in write_papers_data(parts, papers, []).files[1].text


@pytest.mark.parametrize(("key", "expected"), [("a", ' lang="de"'), ("b", "")])
@pytest.mark.parametrize("href", ["", "../"])
def test_references_name_the_language_of_titles(parts: Site, key: str, expected: str, href: str) -> None:
    paper = parts.atlas.papers[key]
    html = reference_html(paper, parts.messages, href, year="2020", year_first=True)
    link = f'<a class="pa-ref__title" href="../"{expected}>' if href else f"<span{expected}>" if expected else ""
    assert html.startswith(link + paper.title.html)
    cited = reference(paper)
    assert (f"<span{expected}>{paper.title.html}</span>" in cited) is bool(expected)
