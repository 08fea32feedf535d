"""Whose words an abstract is said to be, on the page of a paper and on that of a direction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperatlas.atlas.paper_model import AbstractOrigin
from paperatlas.pages import messages_for
from paperatlas.pages.direction import direction_sections
from paperatlas.pages.paper import paper_page
from tests.conftest import ReadFiles, make_site

AUTHORS, OWN, BOTH = "authors", "ours", "differ"

CASES: list[tuple[AbstractOrigin, list[str], list[str], str]] = [
    # the site's option; of each paper the fields; what their pages say; what the direction's says
    ("authors", ["abstract = {A}"], [AUTHORS], AUTHORS),
    ("own", ["abstract = {A}"], [OWN], OWN),
    ("authors", ["abstract = {A}, abstractorigin = {own}"], [OWN], OWN),
    ("own", ["abstract = {A}, abstractorigin = {Authors}"], [AUTHORS], AUTHORS),
    ("own", ["abstract = {A}, abstractorigin = {somebody}"], [OWN], OWN),
    ("authors", ["abstract = {A}", "abstract = {B}, abstractorigin = {own}"], [AUTHORS, OWN], BOTH),
    ("own", ["abstract = {A}", "abstractorigin = {authors}"], [OWN, ""], OWN),
    ("authors", ["", ""], ["", ""], ""),
    ("own", [""], [""], ""),
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("option", "papers", "pages", "direction"), CASES)
def test_whose_words(
    read_files: ReadFiles, option: AbstractOrigin, papers: list[str], pages: list[str], direction: str, language: str
) -> None:
    library = "\n".join(f"@misc{{p{n}, title = {{T}}, keywords = {{x}}, {fields}}}" for n, fields in enumerate(papers))
    atlas = read_files({"bib/a.bib": library, "docs/directions/x.md": "# X\n"}).atlas
    t = messages_for(language)
    site = replace(make_site(atlas, t), abstracts=option)
    sentences = {AUTHORS: t.abstract_is_authors, OWN: t.abstract_is_ours, BOTH: t.abstracts_differ}

    def said(html: str) -> str:
        return "".join(name for name, sentence in sentences.items() if f">{sentence}<" in html)

    assert [said(paper_page(site, paper).body.html) for paper in atlas.papers.values()] == pages
    assert said(direction_sections(site, atlas.directions["x"]).html) == direction
