"""The page of a paper."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Page, Site, messages_for
from paperatlas.pages.paper import paper_description, paper_page, paper_title
from tests.conftest import ReadFiles, make_site


def site_of(read_files: ReadFiles, text: str, language: str = "en") -> Site:
    return make_site(read_files({"bib/a.bib": text}).atlas, messages_for(language))


def ids(page: Page) -> list[str]:
    return [heading.id for heading in page.body.headings]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("title = {T}", "T"),
        ("title = {A Flow}, shorttitle = {NICE}", "NICE: A Flow"),
        ("title = {{NICE}: A Flow}, shorttitle = {NICE}", "NICE: A Flow"),
        ("title = {On {NICE}}, shorttitle = {NICE}", "NICE: On NICE"),
        ("", "k"),
    ],
)
def test_a_title_begins_with_the_method(read_files: ReadFiles, fields: str, title: str) -> None:
    site = site_of(read_files, f"@misc{{k, {fields}}}")
    assert paper_title(site.atlas.papers["k"]) == paper_page(site, site.atlas.papers["k"]).title == title


@pytest.mark.parametrize(
    ("abstract", "description"),
    [
        (r"A \emph{short} one \& no more.", "A short one & no more."),
        ("word " * 60, "word " * 39 + "word…"),
        ("a" * 300, "a" * 200 + "…"),
        ("扩" * 199 + "，散散", "扩" * 199 + "…"),
        ("扩" * 200, "扩" * 200),
        ("Flow " + "扩" * 300, "Flow " + "扩" * 195 + "…"),
        ("", "Title"),
    ],
)
def test_a_description_is_cut_between_words(read_files: ReadFiles, abstract: str, description: str) -> None:
    site = site_of(read_files, f"@misc{{k, title = {{Title}}, abstract = {{{abstract}}}}}")
    assert paper_description(site, site.atlas.papers["k"]) == description


@pytest.mark.parametrize(("language", "description"), [("en", "E"), ("zh", "Z")])
def test_a_description_is_in_the_language_of_the_site(read_files: ReadFiles, language: str, description: str) -> None:
    site = site_of(read_files, "@misc{k, title = {T}, abstract = {E}, abstract_zh = {Z}}", language)
    assert paper_description(site, site.atlas.papers["k"]) == description


@pytest.mark.parametrize(
    ("key", "sections"),
    [
        ("nice", ["abstract", "relations", "mentions", "cite", "details"]),
        ("bound", ["relations", "cite", "details"]),
        ("loose", ["cite", "details"]),
    ],
)
def test_only_sections_that_have_something_are_there(site: Site, key: str, sections: list[str]) -> None:
    page = paper_page(site, site.atlas.papers[key])
    assert ids(page) == sections
    soup = BeautifulSoup(page.body.html, "html.parser")
    assert [str(heading["id"]) for heading in soup.select("h2[id]")] == sections
    assert (page.key, page.address) == (key, f"papers/{key}/")
    assert page.source == site.atlas.papers[key].entry.span


def test_markup_in_a_field_is_text(read_files: ReadFiles) -> None:
    evil = "<script>x</script>"
    fields = ", ".join(
        f"{name} = {{{evil}}}" for name in ("title", "author", "abstract", "note", "annotation", "keywords")
    )
    site = site_of(read_files, f"@misc{{k, {fields}}}")
    assert "<script>x" not in paper_page(site, site.atlas.papers["k"]).body.html
