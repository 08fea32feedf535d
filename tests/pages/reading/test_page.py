"""The page of the reader's papers, its data, and what the other pages have for papers to be marked there."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from paperatlas.exports.scripts import script_number
from paperatlas.pages import Page, Site, build_pages, direction_sections, messages_for
from paperatlas.pages.reading import data
from paperatlas.pages.reading.page import reading_page
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site

NOTE = "---\ntitle: Flows\n---\n"


def read_data(page: Page) -> dict[str, Any]:
    """Return what a script has of the data when every file is loaded."""
    first, *others = page.files
    found = re.fullmatch(r"window\.paperAtlasReading \?\?= {};\n(.+) = ({.*});\n", first.text)
    assert found
    columns: dict[str, Any] = json.loads(found[2])
    for file in others:
        place, value = file.text.removeprefix(found[1]).removesuffix(";\n").split(" = ", 1)
        if place == ".known":
            assert file.address == "assets/reading-data-known.js"
            columns["known"] = json.loads(value)
        else:
            (number,) = re.fullmatch(r"\.rows\[(\d+)\]", place).groups()  # type: ignore[union-attr]
            assert file.address == f"assets/reading-data-rows-{number}.js"
            columns["rows"].append(json.loads(value))
    return columns


@pytest.mark.parametrize("size", [1, 3, 500])
def test_the_data_has_every_paper(site: Site, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(data, "_ROWS", size)
    page = reading_page(replace(site, export_scripts=8))
    found = read_data(page)
    assert found["slug"] == ["nice", "realnvp", "bound", "loose"]
    assert found["rowBlock"] == size
    assert found["script"] == [script_number(slug, 8) for slug in found["slug"]]
    # Places among the directions of the page.
    listed = BeautifulSoup(page.body.html, "html.parser").select(".pa-reading__directions a[href^='../directions/']")
    assert [str(link["href"]) for link in listed] == ["../directions/flows/", "../directions/graphs/"]
    assert found["direction"] == [[0], [0, 1], [0], []]
    rows = found["rows"]
    assert [name for row in rows for name in row["name"]][:2] == ["NICE", "Real NVP"]
    assert [year for row in rows for year in row["year"]] == [2014, 2017, 2020, 0]


@pytest.mark.parametrize(("language", "expected"), [("en", []), ("zh", ["", "en"])])
def test_titles_in_another_language_say_so(read_files: ReadFiles, language: str, expected: list[str]) -> None:
    library = entry("a") + entry("b", langid="english")
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for(language))
    (rows,) = read_data(reading_page(site))["rows"]
    assert rows["lang"] == expected


def test_a_paper_is_recognised_by_doi_number_and_title(read_files: ReadFiles) -> None:
    library = entry("a", title="The {Ångström} of $\\ell_2$ Flows", doi="10.1000/ABC") + entry(
        "b", title="B", eprint="2106.00132v2", eprinttype="arxiv"
    )
    found = read_data(reading_page(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))))
    assert found["known"] == {
        "doi": ["10.1000/abc", ""],
        "arxiv": ["", "2106.00132"],
        "title": ["angstromofl2flows", "b"],
    }


@pytest.mark.parametrize("exported", [True, False])
def test_a_site_without_exports_has_none_here(site: Site, exported: bool) -> None:
    page = reading_page(replace(site, has_exports=exported))
    buttons = BeautifulSoup(page.body.html, "html.parser").select("[data-pa-export]")
    assert [button["data-pa-export"] for button in buttons] == ([".bib", ".ris", ".csl.json"] if exported else [])


def test_a_mark_follows_a_paper_whose_key_has_changed(read_files: ReadFiles) -> None:
    library = entry("new", ids="old, DBLP:conf/x", keywords="flows") + entry("other")
    atlas = read_files({"bib/a.bib": library, "docs/directions/flows.md": NOTE}).atlas
    site = make_site(atlas, messages_for("en"))
    former = read_data(reading_page(site))["former"]
    hashed = next(slug for slug in former if slug.startswith("dblp"))
    assert former == {"old": "new", hashed: "new"}
    pages = {str(page.address): page.body.html for page in build_pages(site)}
    pages["direction"] = direction_sections(site, atlas.directions["flows"]).html
    told = {
        address: str(kit["data-pa-former"])
        for address, html in pages.items()
        for kit in BeautifulSoup(html, "html.parser").select("template[data-pa-former]")
    }
    assert told == dict.fromkeys(["papers/", "papers/new/", "direction"], f"old:new {hashed}:new")


@pytest.mark.parametrize(
    ("kinds", "there"), [(None, True), (["papers"], False), (["papers", "reading"], True), (["reading", "map"], False)]
)
def test_where_papers_are_marked(read_files: ReadFiles, kinds: list[str] | None, there: bool) -> None:
    atlas = read_files({"bib/a.bib": entry("a", keywords="flows"), "docs/directions/flows.md": NOTE}).atlas
    site = make_site(atlas, messages_for("en"), **({} if kinds is None else {"kinds": kinds}))
    pages = {str(page.address): page.body.html for page in build_pages(site)}
    assert ("reading/" in pages) is there
    pages["direction"] = direction_sections(site, atlas.directions["flows"]).html
    marked = {address for address, html in pages.items() if 'data-pa-mark="a"' in html}
    leading = {address for address, html in pages.items() if "/reading/" in html}
    loading = {address for address, html in pages.items() if "assets/marks.js" in html} - {"reading/"}
    assert marked == leading == loading == ({"papers/", "papers/a/", "direction"} if there else set())
    # On the page of a paper the choices stand by themselves.
    with_button = {address for address, html in pages.items() if "pa-marks__open" in html}
    assert with_button == ({"papers/", "direction"} if there else set())


def test_a_library_without_papers_has_no_such_page(read_files: ReadFiles) -> None:
    site = make_site(read_files({}).atlas, messages_for("en"))
    assert "reading/" not in {page.address for page in build_pages(site)}


def test_marks_are_kept_once_for_all_languages_of_a_site(read_files: ReadFiles) -> None:
    atlas = read_files({"bib/a.bib": entry("a")}).atlas
    site = make_site(atlas, messages_for("en"), folder="en/")
    for page in build_pages(site):
        for kit in BeautifulSoup(page.body.html, "html.parser").select("template.pa-marking"):
            assert str(kit["data-pa-root"]) == "../" * (page.address.count("/") + 1)


def test_without_scripts_the_page_says_what_it_needs(site: Site) -> None:
    html = reading_page(site).body.html
    assert site.messages.reading.no_script in html
    assert re.search(r"<noscript><p\b.+</p></noscript>", html)


def test_a_direction_without_papers_is_not_counted(read_files: ReadFiles) -> None:
    notes = {f"docs/directions/{slug}.md": NOTE for slug in ("a", "b")}
    site = make_site(read_files({"bib/a.bib": entry("p", keywords="b"), **notes}).atlas, messages_for("en"))
    lines = BeautifulSoup(reading_page(site).body.html, "html.parser").select(".pa-reading__directions li")
    bars = [(line.has_attr("hidden"), line.progress["max"]) for line in lines if line.progress]
    assert bars == [(True, "1"), (False, "1")]
