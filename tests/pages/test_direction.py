"""What a direction's page has besides its note."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas import Atlas, assemble, configured_marks
from paperatlas.pages import (
    Site,
    direction_graph,
    direction_head,
    direction_sections,
    messages_for,
    untranslated_notice,
)
from paperatlas.pages.direction import direction_pages, related_directions
from paperatlas.pages.paper import paper_page
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


def test_a_keyword_that_the_site_makes_a_mark_stands_beside_the_paper_and_is_no_keyword(read_files: ReadFiles) -> None:
    marks = configured_marks({"old": {"en": "a classic", "zh": "经典"}, "new": "new"})
    library = "@misc{p, title = {P}, keywords = {a, old, other}}\n@misc{q, title = {Q}, keywords = {a}}"
    project = read_files({"bib/a.bib": library, "docs/directions/a.md": "---\ntitle: A\n---\n"})
    notes = [page.note for page in project.pages.values() if page.note]
    atlas, _ = assemble(project.library, notes, (), marks=marks)
    for language, text in (("en", "a classic"), ("zh", "经典")):
        site = make_site(atlas, messages_for(language))
        papers = BeautifulSoup(direction_sections(site, atlas.directions["a"]).html, "html.parser").select(".pa-paper")
        assert [[mark.get_text() for mark in row.select(".pa-keyword-mark")] for row in papers] == [[text], []]
        head = BeautifulSoup(paper_page(site, atlas.papers["p"]).body.html, "html.parser").select(".pa-keyword-mark")
        assert [mark.get_text() for mark in head] == [text]
    assert atlas.papers["p"].keywords == ("other",)


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
    assert [heading.id for heading in headings] == ["papers"]
    assert "0 papers" in BeautifulSoup(direction_head(site, direction).html, "html.parser").get_text()


@pytest.mark.parametrize(
    ("language", "words"), [("zh", {"en": "Chinese", "zh": "中文"}), ("fr", {"en": "fr", "zh": "fr"})]
)
def test_a_notice_names_the_language_of_the_text(site: Site, language: str, words: dict[str, str]) -> None:
    html = untranslated_notice(site, language).html
    assert html == f'<p class="pa-hint pa-untranslated">{site.messages.shown_in(words[site.messages.language])}</p>'


GROUPED = (
    "groups:\n  - slug: one\n    title: One\n    summary: First\n  - slug: two\n    title: Two\n    summary: Second\n"
)


def grouped(read_files: ReadFiles, one: int, two: int, loose: int, relations: int = 0) -> Site:
    keywords = ["a/one"] * one + ["a/two"] * two + ["a"] * loose
    placed = {f"k{number}": words for number, words in enumerate(keywords)}
    stated = {f"k{number}": "k0, k1" for number in range(2, 2 + relations // 2)}
    return make_site(atlas_of(read_files, entries(placed, **stated), a=GROUPED), messages_for("en"))


@pytest.mark.parametrize("numbers", [(0, 0, 0), (200, 0, 0), (50, 100, 50)])
def test_a_direction_that_one_page_holds_has_no_other(read_files: ReadFiles, numbers: tuple[int, int, int]) -> None:
    site = grouped(read_files, *numbers)
    direction = site.atlas.directions["a"]
    assert list(direction_pages(site, direction)) == []
    html = BeautifulSoup(direction_sections(site, direction).html, "html.parser")
    assert len(html.select("li.pa-paper")) == sum(numbers)
    assert not html.select(".pa-pager, .pa-contents")


def test_a_direction_of_many_papers_goes_on(read_files: ReadFiles) -> None:
    site = grouped(read_files, 130, 80, 40)
    direction = site.atlas.directions["a"]
    first = direction_sections(site, direction)
    pages = [page.make() for page in direction_pages(site, direction)]
    assert [page.address for page in pages] == ["directions/a/page/2/", "directions/a/page/3/"]
    assert [page.title for page in pages] == ["a, page 2", "a, page 3"]
    htmls = [BeautifulSoup(each.html, "html.parser") for each in (first, *(page.body for page in pages))]
    shown = [[link.get_text() for link in html.select("li.pa-paper .pa-paper__name")] for html in htmls]
    assert [len(each) for each in shown] == [100, 100, 50]
    assert [name for each in shown for name in each] == list(direction.papers)
    # A group that goes on is named again, with the same id on each of its pages.
    ids = [[str(heading["id"]) for heading in html.select("h3")] for html in htmls]
    assert ids == [["group-one"], ["group-one", "group-two"], ["group-two", "group-other"]]
    assert [["First" in html.get_text(), "Second" in html.get_text()] for html in htmls] == [
        [True, False], [False, True], [False, False],
    ]  # fmt: skip
    # An address with the id of any group leads to the group or to the link that does.
    assert [(item["id"], item.a["href"]) for item in htmls[0].select(".pa-contents li") if item.a] == [
        ("group-two", "page/2/#group-two"),
        ("group-other", "page/3/#group-other"),
    ]
    assert [heading.id for heading in first.headings] == ["papers", "group-one"]
    assert [heading.id for heading in pages[0].body.headings] == ["group-one", "group-two"]


def test_many_relations_go_on_too(read_files: ReadFiles) -> None:
    site = grouped(read_files, 0, 0, 300, relations=502)
    direction = site.atlas.directions["a"]
    further = [page.make() for page in direction_pages(site, direction) if "relations" in page.address]
    assert [page.address for page in further] == [
        "directions/a/relations/page/2/", "directions/a/relations/page/3/",
    ]  # fmt: skip
    htmls = [
        BeautifulSoup(html, "html.parser")
        for html in (direction_graph(site, direction).html, *(page.body.html for page in further))
    ]
    assert [len(html.select(".pa-relations tbody tr")) for html in htmls] == [200, 200, 102]
    assert [link["href"] for link in htmls[1].select(".pa-pager a")][0] == "../../../#relations-as-text"
    assert [link["href"] for link in htmls[0].select("#relations-as-text .pa-pager a")][-1] == "relations/page/2/"
