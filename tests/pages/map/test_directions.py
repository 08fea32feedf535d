"""The map of directions: what it draws, and the same in words."""

from __future__ import annotations

import pytest

from paperatlas.pages import Site, messages_for
from paperatlas.pages.graph import make_map_graph
from paperatlas.pages.map.directions import DIRECTIONS_WIDTH, DirectionMap, make_direction_map
from paperatlas.pages.map.model import make_large_map
from paperatlas.pages.map.overview import make_overview
from paperatlas.pages.map.page import map_page
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site
from tests.pages.map.sites import parsed

NOTE = "---\ntitle: {title}\ngroups: [{{slug: g, title: G}}]\n---\n"


def site_of(read_files: ReadFiles, library: str, directions: str = "abc") -> Site:
    notes = {f"docs/directions/{slug}.md": NOTE.format(title=slug.upper()) for slug in directions}
    return make_site(read_files({"bib/l.bib": library, **notes}).atlas, messages_for("en"))


def drawn(site: Site) -> DirectionMap:
    return make_direction_map(site, make_map_graph(site))


LIBRARY = (
    entry("a1", keywords="a/g", date="2010")
    + entry("a2", keywords="a", date="2012", extends="a1")
    + entry("b1", keywords="b/g, a", date="2014", extends="a1, a2", uses="c1", evidence="[extends a1] Because.")
    + entry("c1", keywords="c", date="2009")
    + entry("free", extends="c1")
)


def test_a_paper_is_in_all_its_directions_and_its_relations_in_the_first(read_files: ReadFiles) -> None:
    found = drawn(site_of(read_files, LIBRARY))
    groups = {each.title: [(title, [paper.key for paper in papers]) for title, papers in each.groups]
              for each in found.directions}  # fmt: skip
    assert groups == {
        "A": [("G", ["a1"]), ("More papers", ["a2", "b1"])],
        "B": [("G", ["b1"])],
        "C": [("More papers", ["c1"])],
        "More papers": [("More papers", ["free"])],
    }
    assert [(each.title, each.elsewhere) for each in found.directions if each.elsewhere] == [("A", 1)]
    assert [(tie.first.title, tie.second.title, len(tie.relations)) for tie in found.between] == [
        ("A", "B", 2),
        ("B", "C", 1),
        ("C", "More papers", 1),
    ]
    assert [(tie.first.title, len(tie.relations)) for tie in found.inside] == [("A", 1)]


@pytest.mark.parametrize("count", [2, 5, 12])
def test_the_drawing_holds_every_direction_and_hides_none(read_files: ReadFiles, count: int) -> None:
    slugs = "abcdefghijkl"[:count]
    library = "".join(entry(f"p{slug}", keywords=slug, extends=f"p{slugs[0]}") for slug in slugs[::-1])
    found = drawn(site_of(read_files, library, slugs))
    assert len(found.boxes) == count
    assert found.height < 560 or count > 11
    for number, box in enumerate(found.boxes):
        assert 0 <= box.x <= box.x + box.w <= DIRECTIONS_WIDTH
        assert 0 <= box.y <= box.y + box.h <= found.height
        for other in found.boxes[:number]:
            assert box.x >= other.x + other.w or other.x >= box.x + box.w or abs(box.y - other.y) >= box.h
    widths = [line.width for line in found.lines]
    assert widths == sorted(widths)
    assert widths[-1] == 9


def test_the_page_says_in_words_what_it_draws(read_files: ReadFiles) -> None:
    page = parsed(map_page(site_of(read_files, LIBRARY)).body.html)
    assert [box["xlink:href"] for box in page.select("a.pa-overview__box")] == [
        "../directions/a/",
        "../directions/b/",
        "../directions/c/",
        "#relations-as-text",
    ]
    sections = [
        (
            section.h3.get_text() if section.h3 else "",
            [row.get_text(" ", strip=True) for row in section.select("tbody tr")],
        )
        for section in page.select("#relations-as-text section")
    ]
    assert [title for title, _ in sections] == [
        "A – B: 2 relations",
        "B – C: 1 relation",
        "C – More papers: 1 relation",
        "Inside A: 1 relation",
    ]
    assert sections[0][1][0].endswith("extends Title of a1 Because.")
    assert [str(section["data-pa-years"]).split() for section in page.select("[data-pa-pair]")] == [
        ["2014", "2014"],
        ["2014"],
        ["2020"],
    ]
    assert page.select_one(".pa-overview__tools[hidden]")
    assert page.select_one(".pa-overview__panel[hidden]")


def test_directions_without_relations_between_them_are_drawn_and_the_page_says_so(read_files: ReadFiles) -> None:
    page = map_page(site_of(read_files, entry("a1", keywords="a") + entry("b1", keywords="b"), "ab")).body.html
    assert "No stated relation leads from one direction to another." in page
    assert not parsed(page).select(".pa-overview__tie, #relations-as-text")
    assert len(parsed(page).select(".pa-overview__box")) == 2


@pytest.mark.parametrize("directions", ["a", ""])
def test_what_is_no_map_of_directions_is_the_drawing_of_papers(read_files: ReadFiles, directions: str) -> None:
    library = entry("a1", keywords="a") + entry("a2", keywords="a", extends="a1")
    page = parsed(map_page(site_of(read_files, library, directions)).body.html)
    assert not page.select(".pa-overview, script[src$='map-directions.js']")
    assert len(page.select("a.pa-node")) == 2
    assert len(page.select("#relations-as-text tbody tr")) == 1
    assert not page.select("#relations-as-text h3")


@pytest.mark.parametrize(
    ("directions", "intro", "region"),
    [
        ("a", "Directions and what connects them; below, every paper.", "More papers"),
        ("", "Every paper, and what connects them.", "Papers"),
    ],
)
def test_a_map_without_directions_speaks_of_papers(
    read_files: ReadFiles, directions: str, intro: str, region: str
) -> None:
    page = map_page(site_of(read_files, entry("a1", keywords="a") + entry("a2", extends="a1"), directions))
    lead = parsed(page.body.html).select_one(".pa-lead")
    assert lead
    assert (lead.text, page.description) == (intro, intro)
    assert f">{region}<" in page.body.html


def test_markup_in_titles_is_text(read_files: ReadFiles) -> None:
    files = {
        "bib/l.bib": entry("a1", keywords="a", shorttitle="</template><b>A") + entry("b1", keywords="b", extends="a1"),
        "docs/directions/a.md": '---\ntitle: <b>"A</b>\n---\n',
        "docs/directions/b.md": "---\ntitle: B\n---\n",
    }
    page = map_page(make_site(read_files(files).atlas, messages_for("en"))).body.html
    assert "<b>A" not in page
    assert '<b>"A' not in page


def test_counts_are_those_of_the_pages_of_directions(read_files: ReadFiles) -> None:
    site = site_of(read_files, LIBRARY)
    own = {each.title: len(each.papers) for each in site.atlas.directions.values()} | {"More papers": 1}
    assert own == {"A": 3, "B": 1, "C": 1, "More papers": 1}
    assert {box.direction.title: int(box.lines[-1][0]) for box in drawn(site).boxes} == own
    large = make_large_map(site)
    assert {region.title: region.papers for region in large.regions} == own
    listed = {each.region.title: dict(each.groups) for each in make_overview(large).listed}
    assert listed == {"A": {"G": 1, "": 2}, "B": {"G": 1}, "C": {"": 1}, "More papers": {"": 1}}
    told = map_page(site).body.html.split("data-pa-elsewhere>")[1:]
    assert [each.partition("<")[0] for each in told] == [site.messages.direction_map.elsewhere(1)]
