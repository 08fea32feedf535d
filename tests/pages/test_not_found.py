"""What stands where a page is missing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Site
from paperatlas.pages.not_found import THEME_SEARCH, addresses_json, not_found_html, with_not_found


def show(site: Site, search: str | None) -> BeautifulSoup:
    html = not_found_html(site, [("zh", ""), ("en", "en/")], "/atlas/", search)
    return BeautifulSoup(html, "html.parser")


def test_every_language_has_its_words_and_addresses(site: Site) -> None:
    chinese, english = show(site, "").select("section")
    assert (chinese["lang"], [title.text for title in chinese.select("h1")]) == ("zh", ["没有这个页面"])
    assert (english["lang"], [title.text for title in english.select("h1")]) == ("en", ["This page does not exist"])
    assert english["data-pa-addresses"] == "/atlas/en/addresses.json"
    assert [link["href"] for link in english.select("p a")] == ["/atlas/en/", "/atlas/en/papers/", "/atlas/en/map/"]


@pytest.mark.parametrize(
    ("search", "directory_urls", "actions"),
    [
        ("", True, ["/atlas/", "/atlas/en/"]),
        ("", False, ["/atlas/index.html", "/atlas/en/index.html"]),
        ("search.html", True, ["/atlas/search.html", "/atlas/search.html"]),
        (THEME_SEARCH, True, ["#theme-search", "#theme-search"]),
        (None, True, []),
    ],
)
def test_where_its_search_leads(site: Site, search: str | None, directory_urls: bool, actions: list[str]) -> None:
    page = show(replace(site, directory_urls=directory_urls), search)
    assert [form["action"] for form in page.select("form")] == actions
    assert [form.has_attr("hidden") for form in page.select("form")] == [search == THEME_SEARCH] * len(actions)


@pytest.mark.parametrize(
    ("theme", "page"),
    [
        ("<h1>404 - Not found</h1>", "OURS"),
        ('<div><h1 id="x">404</h1>\n  <p style="y"><strong>Page not found</strong></p></div>', "<div>OURS</div>"),
        ("<h1>404</h1><p><strong>Lost</strong> and found</p>", "OURS<p><strong>Lost</strong> and found</p>"),
        ("<h1>Lost</h1><p><strong>Page</strong></p>", "<h1>Lost</h1><p><strong>Page</strong></p>"),
    ],
    ids=["Material", "MkDocs", "a sentence of its own", "another heading"],
)
def test_what_it_stands_in_place_of(theme: str, page: str) -> None:
    assert with_not_found(theme, "OURS") == page


def test_the_addresses_of_pages(site: Site) -> None:
    found = dict(json.loads(addresses_json(site)))
    assert found["papers/nice/"] == "NICE"
    assert found["directions/flows/"] == "Flows"
    assert {"papers/", "people/", "venues/", "years/", "map/"} <= found.keys()
    files = dict(json.loads(addresses_json(replace(site, directory_urls=False))))
    assert {"papers/nice.html", "papers/index.html", "map.html"} <= files.keys()


def test_only_pages_that_there_are(site: Site) -> None:
    bare = replace(site, pages=frozenset())
    assert all(
        [link.text for link in section.select("p a")] in (["首页"], ["Home"])
        for section in show(bare, None).select("section")
    )
    assert not [
        address for address, _ in json.loads(addresses_json(bare)) if address.startswith(("papers/", "people/", "map/"))
    ]


def test_its_words_are_in_their_own_language_and_direction(site: Site) -> None:
    arabic = replace(site, language="ar")
    html = not_found_html(arabic, [("ar", ""), ("zh", "zh/"), ("de", "de/")], "/", None)
    sections = BeautifulSoup(html, "html.parser").select("section")
    assert [(each["lang"], each["dir"]) for each in sections] == [("en", "ltr"), ("zh", "ltr"), ("en", "ltr")]
