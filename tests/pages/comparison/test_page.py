"""The page that compares papers of the reader's choice, its data, and the ways to it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Page, Site, build_pages, direction_sections, messages_for
from paperatlas.pages.comparison import data
from paperatlas.pages.comparison.page import comparison_page
from paperatlas.pages.comparison.table import MOST_COMPARED
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site


def read_data(page: Page) -> dict[str, Any]:
    """Return what a script has of the data when every file is loaded."""
    first, *blocks = page.files
    found = re.fullmatch(r"window\.paperAtlasCompare \?\?= {};\n(.+) = ({.*});\n", first.text)
    assert found
    columns: dict[str, Any] = json.loads(found[2])
    for number, file in enumerate(blocks):
        assert file.address == f"assets/compare-data-{number}.js"
        start = f"{found[1]}.rows[{number}] = "
        assert file.text.startswith(start)
        columns["rows"] += json.loads(file.text.removeprefix(start).removesuffix(";\n"))
    return columns


@pytest.mark.parametrize("block", [1, 3, 500])
def test_the_data_has_every_paper(site: Site, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(data, "_BLOCK", block)
    found = read_data(comparison_page(site))
    assert found["slug"] == ["nice", "realnvp", "bound", "loose"]
    assert found["name"][1:3] == ["Real NVP", "What k Layers Can Express"]
    assert found["title"][1:3] == ["Density Estimation Using Real NVP", ""]
    assert found["year"] == [2014, 2017, 2020, 0]
    assert found["groups"] == {"flows/models": ["nice", "realnvp"]}
    words = site.messages
    assert found["columns"][2] == ["change", words.comparison.columns["change"]]
    assert found["rows"] == [
        {"first_public": "2014-10", "venue": "arXiv 2014"},
        {
            "first_public": "2016-05",
            "venue": "ICLR 2017",
            "change": ["Adds scaling <em>to</em> each coupling", *(["en"] if site.language == "zh" else [])],
            "builds_on": [["NICE", "nice", "NICE: Non-linear Independent Components Estimation"]],
            "code": [words.code_unofficial, "https://example.org/realnvp"],
        },
        {"venue": "Journal of Flows 2020"},
        {},
    ]


def test_a_key_that_is_no_slug_finds_its_paper(read_files: ReadFiles) -> None:
    library = entry("DBLP:conf/a", extends="b") + entry("b", codelicense="MIT", results=r"A \& <b>")
    found = read_data(comparison_page(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))))
    assert found["keys"] == {"DBLP:conf/a": 0}
    assert found["rows"][1]["licence"] == "MIT"
    assert found["rows"][1]["results"] == ["A &amp; &lt;b&gt;"]


def test_the_version_changes_with_anything_that_is_shown(read_files: ReadFiles) -> None:
    versions = set()
    for more in ({}, {"date": "2001"}, {"change": "X"}, {"code": "https://example.org/"}, {"shorttitle": "M"}):
        library = entry("a", **more) + entry("b")
        page = comparison_page(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en")))
        versions.add(re.search(r"compare-data\.js\?(\w+)", page.body.html)[1])  # type: ignore[index]
    assert len(versions) == 5


def test_without_scripts_the_page_leads_to_the_tables_of_groups(site: Site) -> None:
    soup = BeautifulSoup(comparison_page(site).body.html, "html.parser")
    (group,) = soup.select("[data-pa-group]")
    assert (group["href"], group["data-pa-group"]) == ("../directions/flows/#group-models", "flows/models")
    assert soup.select_one("noscript p")
    assert soup.select_one(".pa-chosen[hidden]")


@pytest.mark.parametrize(
    ("papers", "kinds", "there"),
    [(2, None, True), (1, None, False), (2, ["papers"], False), (2, ["compare", "map"], False)],
)
def test_where_there_is_something_to_compare(
    read_files: ReadFiles, papers: int, kinds: list[str] | None, there: bool
) -> None:
    library = "".join(entry(f"k{number}", keywords="a", change="X") for number in range(papers))
    atlas = read_files({"bib/a.bib": library, "docs/directions/a.md": "---\ntitle: A\n---\n"}).atlas
    site = make_site(atlas, messages_for("en"), **({} if kinds is None else {"kinds": kinds}))
    pages = {str(page.address): page.body.html for page in build_pages(site)}
    assert ("compare/" in pages) is there
    pages["direction"] = direction_sections(site, atlas.directions["a"]).html
    # No page leads where there is none.
    assert {address for address, html in pages.items() if "../compare/" in html} == (
        {"papers/", "papers/k0/", "papers/k1/", "direction"} if there else set()
    )


def test_a_paper_is_compared_with_its_neighbours_and_a_group_with_its_own(read_files: ReadFiles) -> None:
    library = "".join(
        entry(f"k{number:02}", date=str(1950 + number), keywords="a/g", change="X") for number in range(60)
    ) + entry("a b", uses="k01, k02", compares="k03")
    atlas = read_files(
        {"bib/a.bib": library, "docs/directions/a.md": "---\ntitle: A\ngroups: [{slug: g, title: G}]\n---\n"}
    ).atlas
    site = make_site(atlas, messages_for("en"))
    pages = {str(page.address): page.body.html for page in build_pages(site)}

    def compared(html: str) -> str:
        (link,) = BeautifulSoup(html, "html.parser").select("a[href*='compare/']")
        return str(link["href"])

    assert compared(pages["papers/k05/"]) == "../../compare/?p=k04,k05,k06"
    assert compared(pages["papers/k00/"]) == "../../compare/?p=k00,k01"
    slug = atlas.papers["a b"].slug
    assert compared(pages[f"papers/{slug}/"]) == f"../../compare/?p=k01,k02,{slug}"
    group = compared(direction_sections(site, atlas.directions["a"]).html)
    assert group.split("=")[1].split(",") == [f"k{number:02}" for number in range(MOST_COMPARED)]
