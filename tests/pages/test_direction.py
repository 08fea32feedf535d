"""What a direction's page has besides its note."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas import Atlas
from paperatlas.pages import Site, direction_head, direction_sections, messages_for, untranslated_notice
from paperatlas.pages.direction import related_directions
from tests.conftest import ReadFiles, make_site


def test_related_directions_share_papers_and_relations(site: Site) -> None:
    related = {slug: related_directions(site.atlas, found) for slug, found in site.atlas.directions.items()}
    # realnvp is in both, and as a paper of `graphs` it has two relations into `flows`.
    assert related == {"flows": {"graphs": 3}, "graphs": {"flows": 3}}


def test_a_direction_lists_the_pages_that_link_to_it(site: Site) -> None:
    html = direction_sections(site, site.atlas.directions["graphs"]).html
    found = BeautifulSoup(html, "html.parser").select(".pa-mentions li")
    assert [(item.a["href"], item.q.get_text()) for item in found if item.a and item.q] == [
        ("../../", "See the graphs too.")
    ]


def entries(placed: dict[str, str], **relations: str) -> str:
    return "".join(
        f"@misc{{{key}, title = {{{key}}}, keywords = {{{keywords}}}, extends = {{{relations.get(key, '')}}}}}\n"
        for key, keywords in placed.items()
    )


def atlas_of(read_files: ReadFiles, library: str, **notes: str) -> Atlas:
    files = {f"docs/directions/{slug}.md": f"---\ntitle: {slug}\n{more}\n---\n" for slug, more in notes.items()}
    return read_files({"bib/a.bib": library, **files}).atlas


@pytest.mark.parametrize(
    ("library", "note", "near"),
    [
        (entries({"p": "a, b", "q": "a, b", "r": "a, c"}), "", {"b": 2, "c": 1}),
        (entries({"p": "a, c", "q": "a, b"}), "", {"b": 1, "c": 1}),
        (entries({"p": "a", "q": "c"}, p="q"), "", {"c": 1}),
        (entries({"p": "a", "q": "c"}, q="p"), "", {"c": 1}),
        (entries({"p": "a", "q": "a"}, p="q"), "", {}),
        (entries({"p": "a, b", "q": "a, c"}), "related: [c]", {"c": 1, "b": 1}),
        (entries({"p": "a"}), "related: [c]", {"c": 0}),
        ("", "", {}),
    ],
)
def test_directions_are_near_that_have_much_in_common(
    read_files: ReadFiles, library: str, note: str, near: dict[str, int]
) -> None:
    atlas = atlas_of(read_files, library, a=note, b="", c="")
    found = related_directions(atlas, atlas.directions["a"])
    assert list(found.items()) == list(near.items())


def test_the_sections_of_a_direction_are_its_headings(site: Site) -> None:
    t = site.messages
    headings = direction_sections(site, site.atlas.directions["flows"]).headings
    assert [(heading.id, heading.title, heading.level) for heading in headings] == [
        ("papers", t.papers, 2),
        ("group-models", "Models", 3),
        ("group-theory", "Theory", 3),
        ("related-methods", t.related_methods, 2),
        ("related-directions", t.related_directions, 2),
    ]
    graphs = direction_sections(site, site.atlas.directions["graphs"])
    assert [heading.id for heading in graphs.headings][1] == "group-other"
    soup = BeautifulSoup(graphs.html, "html.parser")
    assert all(soup.find(id=heading.id) for heading in graphs.headings)


def test_a_direction_without_papers_has_a_page_all_the_same(read_files: ReadFiles) -> None:
    site = make_site(atlas_of(read_files, "", a="groups: [{slug: x}]"), messages_for("en"))
    direction = site.atlas.directions["a"]
    headings = direction_sections(site, direction).headings
    assert [heading.id for heading in headings] == ["papers", "related-methods"]
    assert "0 papers" in BeautifulSoup(direction_head(site, direction).html, "html.parser").get_text()


@pytest.mark.parametrize(
    ("language", "words"), [("zh", {"en": "Chinese", "zh": "中文"}), ("fr", {"en": "fr", "zh": "fr"})]
)
def test_a_notice_names_the_language_of_the_text(site: Site, language: str, words: dict[str, str]) -> None:
    html = untranslated_notice(site, language).html
    assert html == f'<p class="pa-hint pa-untranslated">{site.messages.shown_in(words[site.messages.language])}</p>'
