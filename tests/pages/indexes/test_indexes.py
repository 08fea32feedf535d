"""The indexes of people, venues and years, and the pages of their rows."""

from __future__ import annotations

from functools import partial
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas.addresses import HOME
from paperatlas.atlas.indexes import make_indexes
from paperatlas.pages import Page, Site, build_pages, direction_sections, render
from tests.conftest import make_site


def pages(site: Site) -> dict[str, Page]:
    return {page.address: page for page in build_pages(site)}


def soup(page: Page) -> BeautifulSoup:
    return BeautifulSoup(page.body.html, "html.parser")


@pytest.mark.parametrize("index", ["people/", "venues/", "years/"])
@pytest.mark.parametrize("threshold", [1, 2, 3])
def test_every_paper_is_reachable(site: Site, index: str, threshold: int) -> None:
    found = pages(make_site(site.atlas, site.messages, index_threshold=threshold))
    reached = {str(link["href"]).split("/")[-2] for link in soup(found[index]).select('a[href^="../papers/"]')}
    for link in soup(found[index]).select(".pa-index__row > a"):
        reached |= {
            str(below["href"]).split("/")[-2]
            for below in soup(found[index + str(link["href"])]).select('a[href^="../../papers/"]')
        }
    assert reached - {"papers", ".."} == set(site.atlas.papers)


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("most_rows", [1, 3])
def test_a_long_index_of_people_is_divided(
    site: Site, monkeypatch: pytest.MonkeyPatch, most_rows: int, *, directory_urls: bool
) -> None:
    monkeypatch.setattr(render, "make_indexes", partial(make_indexes, most_rows=most_rows))
    divided = make_site(site.atlas, site.messages, index_threshold=2, directory_urls=directory_urls)
    assert divided.indexes.people.rows[0].address != make_indexes(site.atlas, 2).people.rows[0].address
    found = pages(divided)
    files = {urljoin("https://x/", divided.link_from(HOME)(address)): address for address in found}
    reached, waiting = set(), ["people/"]
    while waiting:
        address = waiting.pop()
        reached.add(address)
        html = soup(found[address])
        base = urljoin("https://x/", divided.link_from(HOME)(address))
        below = {files.get(urljoin(base, str(link["href"])), "") for link in html.select("a[href]")}
        waiting += [new for new in below - reached - {*waiting} if new.startswith("people/")]
        reached |= {new for new in below if new.startswith("papers/")}
    assert {address for address in found if address.startswith(("people/", "papers/"))} <= reached
    for paper in divided.atlas.papers.values():
        for name in paper.authors.names:
            page, _, anchor = divided.indexes.people.by_label[name.display].address.partition("#")
            assert not anchor or soup(found[page]).select(f"[id='{anchor}']")


def test_rows_have_pages_above_the_threshold_only(site: Site) -> None:
    assert not [
        address for address in pages(site) if address.startswith(("people/", "venues/")) and address.count("/") > 1
    ]
    found = pages(make_site(site.atlas, site.messages, index_threshold=2))
    assert [address for address in found if address.startswith("people/")] == ["people/", "people/Laurent_Dinh/"]


def test_a_row_page_says_what_is_written_and_who_mentions_it(site: Site) -> None:
    found = pages(make_site(site.atlas, site.messages, index_threshold=2))["people/Laurent_Dinh/"]
    page = soup(found)
    assert found.title == page.h1.get_text() == "Laurent Dinh"  # type: ignore[union-attr]
    assert site.messages.indexes.people_hint in page.get_text()
    assert [link.get_text() for link in page.select(".pa-paper__name")] == ["Real NVP", "NICE"]
    assert [link["href"] for link in page.select(".pa-mentions a")] == ["../../directions/flows/", "../../"]


def test_only_the_page_of_a_paper_says_where_it_is_edited(site: Site) -> None:
    found = pages(make_site(site.atlas, site.messages, index_threshold=2))
    sources = {address: page.source for address, page in found.items() if page.source}
    assert sources.keys() == {f"papers/{key}/" for key in site.atlas.papers}
    assert str(sources["papers/realnvp/"]) == "bib/library.bib:13:1"


def test_a_direction_lists_the_pages_that_link_to_it(site: Site) -> None:
    html = direction_sections(site, site.atlas.directions["graphs"]).html
    found = BeautifulSoup(html, "html.parser").select(".pa-mentions li")
    assert [(item.a["href"], item.q.get_text()) for item in found if item.a and item.q] == [
        ("../../", "See the graphs too.")
    ]
