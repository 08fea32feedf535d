"""Titles and abstracts in another language than the page name it (WCAG 3.1.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import messages_for
from paperatlas.pages.paper import paper_page
from paperatlas.pages.papers.page import papers_pages
from paperatlas.pages.render import in_language
from tests.conftest import ReadFiles, make_site


@pytest.mark.parametrize(
    ("fields", "language", "title", "abstract"),
    [
        ("langid = {german}", "en", "de", "de"),
        ("langid = {english}", "en", None, None),
        ("langid = {british}", "en", None, None),
        ("langid = {english}", "zh", "en", "en"),
        ("langid = {ngerman}", "de", "de", "de"),
        ("language = {fr}", "en", "fr", "fr"),
        ("language = {Deutsch und so}", "en", None, None),
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
