"""Every paper the article names has its page, its code, its direction, its group and its place in the graph."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.whole_site.article import NAMED, SHOWN_ABSTRACTS, WITHOUT_CODE
from tests.whole_site.conftest import BuiltSite

CASES = [
    pytest.param(place, key, id=f"{place}-{name}") for place, names in NAMED.items() for name, key in names.items()
]


@pytest.mark.parametrize(("place", "key"), CASES)
def test_a_named_paper_has_its_place(atlas_site: BuiltSite, place: str, key: str) -> None:
    slug, _, group = place.partition("/")
    paper = atlas_site.pages[f"papers/{key}/"]
    direction = atlas_site.pages[f"directions/{slug}/"]
    (data,) = [found for found in atlas_site.data["papers"] if found["key"] == key]

    heading = paper.find("h1")
    assert heading
    assert heading.get_text() == data["title"]
    assert paper.select_one(f'.pa-placements a[href="../../directions/{slug}/"]')

    code = paper.select_one(".pa-actions a.pa-link--code")
    assert (code is None) == (key in WITHOUT_CODE)
    assert (code["href"] if code else None) == data["code"]

    assert slug in data["directions"]
    listed = direction.select(f'.pa-papers a.pa-paper__name[href="../../papers/{key}/"]')
    headings = [heading for found in listed if isinstance(heading := found.find_previous("h3"), Tag)]
    ids = [str(found["id"]) for found in headings]
    assert f"group-{group}" in ids if group else ids
    assert direction.select(f'.pa-paper:has(a[href="../../papers/{key}/"]) .pa-keyword-mark')
    assert direction.select_one(f'svg a[data-key="{key}"][xlink\\:href="../../papers/{key}/"]')
    assert atlas_site.pages["map/"].select_one(f'svg a[data-key="{key}"]')


@pytest.mark.parametrize("key", SHOWN_ABSTRACTS)
def test_an_abstract_the_article_shows_is_told_in_80_to_150_words(atlas_site: BuiltSite, key: str) -> None:
    path = next(
        path for path in sorted((atlas_site.repository / "bib").glob("*.bib")) if f"{{{key}," in path.read_text()
    )
    entry = path.read_text(encoding="utf-8").split(f"{{{key},")[1]
    abstract = entry.split("abstract     = {")[1].split("},\n")[0]
    assert 80 <= len(abstract.split()) <= 150


def test_only_what_the_article_names_is_marked_so(atlas_site: BuiltSite) -> None:
    named = {key for names in NAMED.values() for key in names.values()}
    for paper in atlas_site.data["papers"]:
        marks = atlas_site.pages[paper["path"]].select(".pa-paper-page__head .pa-keyword-mark")
        assert [mark.get_text() for mark in marks] == ["文章点名"] * (paper["key"] in named), paper["key"]


def test_the_two_twins_are_two_papers(atlas_site: BuiltSite) -> None:
    titles = {paper["key"]: (paper["title"], paper["arxiv"]) for paper in atlas_site.data["papers"]}
    assert titles["twins"][1] == "2104.13840"
    assert titles["barlow-twins"][1] == "2103.03230"


def test_a_repository_of_others_is_called_so(atlas_site: BuiltSite) -> None:
    unofficial = {paper["key"] for paper in atlas_site.data["papers"] if paper["code_official"] is False}
    assert {"diffwave", "point-transformer"} <= unofficial
    for key in unofficial:
        link = atlas_site.pages[f"papers/{key}/"].select_one("a.pa-link--code")
        assert link
        assert "非作者" in link.get_text()
