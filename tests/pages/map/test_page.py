"""The map of a large atlas."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from benchmarks.large_sites import large_site
from bs4 import BeautifulSoup

from paperatlas.pages import Site, make_site, messages_for
from paperatlas.pages.map import page as map_module
from paperatlas.pages.map.data import MAP_DATA
from paperatlas.pages.map.page import MOST_DRAWN, map_page
from tests.conftest import ReadFiles


def site_of(read_files: ReadFiles, papers: int, language: str = "en", **numbers: int) -> Site:
    return make_site(read_files(large_site(papers, **numbers)).atlas, messages_for(language))


def data_of(site: Site) -> dict[str, Any]:
    (file,) = map_page(site).files
    assert file.address == MAP_DATA
    assert file.localised
    found = re.fullmatch(r"window\.paperAtlasMap = (.*);\n", file.text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize(("more", "large"), [(0, False), (1, True)])
def test_an_atlas_of_many_papers_has_a_map_to_move_about_in(read_files: ReadFiles, more: int, large: bool) -> None:
    page = map_page(site_of(read_files, MOST_DRAWN + more, relations=30))
    assert bool(page.files) is large
    assert ("pa-map__canvas" in page.body.html) is large
    assert page.wide


def test_the_data_has_every_paper_and_every_relation(read_files: ReadFiles) -> None:
    site = site_of(read_files, 450, directions=7)
    data = data_of(site)
    papers = list(site.atlas.papers.values())
    columns = data["papers"]
    assert {len(column) for column in columns.values()} == {450}
    assert columns["name"] == [paper.name for paper in papers]
    assert [title or name for title, name in zip(columns["title"], columns["name"], strict=True)] == [
        paper.title.text for paper in papers
    ]
    assert columns["year"] == [paper.year or 0 for paper in papers]
    assert [data["paperHref"].replace("{slug}", slug) for slug in columns["slug"]] == [
        f"../papers/{paper.slug}/" for paper in papers
    ]
    regions = [data["regions"][data["groups"][group][1]][0] for group in columns["group"]]
    directions = site.atlas.directions
    assert regions == [
        directions[paper.placements[0].direction].title if paper.placements else "More papers" for paper in papers
    ]
    stated = [
        (papers[source].key, papers[target].key, data["types"][kind][0])
        for source, target, kind in zip(*[iter(data["relations"])] * 3, strict=True)
    ]
    assert stated == [(each.source, each.target, each.type.name) for each in site.atlas.relations]
    assert all(0 <= x <= data["size"][0] for x in columns["x"])
    assert all(0 <= y <= data["size"][1] for y in columns["y"])


def test_the_data_is_in_the_language_of_its_page(read_files: ReadFiles) -> None:
    site = site_of(read_files, 401, "zh")
    assert data_of(site)["types"][0] == ["extends", "扩展", "被扩展"]
    assert data_of(site)["regions"][-1][0] == "其他论文"


def test_pages_that_are_files_are_linked_as_files(read_files: ReadFiles) -> None:
    site = make_site(read_files(large_site(401)).atlas, messages_for("en"), directory_urls=False)
    assert data_of(site)["paperHref"] == "papers/{slug}.html"


def test_the_page_without_scripts_says_what_the_map_shows(read_files: ReadFiles) -> None:
    site = site_of(read_files, 450, directions=7)
    page = parsed(map_page(site).body.html)
    assert page.select_one("#map[hidden]")
    overview = page.select_one("details#map-overview[open]")
    assert overview
    listed = {
        link["href"]: row.get_text(" ", strip=True) for row in overview.select("ol > li") if (link := row.find("a"))
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
