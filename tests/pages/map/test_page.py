"""The page of the whole graph, and that of a large atlas."""

from __future__ import annotations

import json

import pytest

from paperatlas.pages import messages_for
from paperatlas.pages.map import page as map_module
from paperatlas.pages.map.page import MOST_DRAWN, map_page
from tests.conftest import ReadFiles, make_site
from tests.pages.map.sites import data_of, parsed, site_of


@pytest.mark.parametrize(("more", "large"), [(0, False), (1, True)])
def test_an_atlas_of_many_papers_has_a_map_to_move_about_in(read_files: ReadFiles, more: int, large: bool) -> None:
    page = map_page(site_of(read_files, MOST_DRAWN + more, relations=30))
    assert bool(page.files) is large
    assert ("pa-map__canvas" in page.body.html) is large
    assert page.wide


def test_the_page_without_scripts_says_what_the_map_shows(read_files: ReadFiles) -> None:
    site = site_of(read_files, 450, directions=7)
    page = parsed(map_page(site).body.html)
    assert page.select_one("#map[hidden]")
    overview = page.select_one("details#map-overview[open]")
    assert overview
    listed = {
        str(link["href"]): row.get_text(" ", strip=True)
        for row in overview.select("ol > li")
        if (link := row.select_one("a"))
    }
    assert list(listed) == [f"../directions/{slug}/" for slug in site.atlas.directions]
    counts = dict.fromkeys(site.atlas.directions, 0)
    for paper in site.atlas.papers.values():
        if paper.placements:
            counts[paper.placements[0].direction] += 1
    for slug, count in counts.items():
        assert f" {count} papers" in listed[f"../directions/{slug}/"]
    assert len(overview.select("svg circle")) == 8
    assert overview.select(".pa-map__tie")
    links = [link["aria-label"] for link in overview.select("svg a")]
    assert all("papers" in label for label in links)


def test_the_page_stays_small(read_files: ReadFiles) -> None:
    page = map_page(site_of(read_files, 3000, directions=60, relations=4000))
    assert len(page.body.html) < 150_000
    assert len(page.files[0].text) < 400_000


def test_an_atlas_without_relations_or_directions_has_a_map(read_files: ReadFiles) -> None:
    papers = "".join(f"@misc{{p{number}, title = {{Paper {number}}}}}\n" for number in range(MOST_DRAWN + 1))
    page = map_page(make_site(read_files({"bib/library.bib": papers}).atlas, messages_for("en")))
    assert "401 papers and 0 stated relations" in page.body.html
    assert json.loads(page.files[0].text.partition(" = ")[2].rstrip(";\n"))["relations"] == []


def test_markup_in_titles_is_text(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_module, "MOST_DRAWN", 0)
    files = {
        "bib/library.bib": "@misc{p, title = {A}, shorttitle = {</script><b>A}, keywords = {d/g}}",
        "docs/directions/d.md": "---\ntitle: <b>D</b>\ngroups:\n  - slug: g\n    title: <b>G</b>\n---\n# D\n",
    }
    page = map_page(make_site(read_files(files).atlas, messages_for("en")))
    assert "<b>" not in page.body.html
    assert data_of(make_site(read_files(files).atlas, messages_for("en")))["papers"]["name"] == ["</script><b>A"]
