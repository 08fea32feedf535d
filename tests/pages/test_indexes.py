"""The indexes of people, venues and years, and the pages of their rows."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Page, Site, build_pages, direction_sections, make_site


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


def test_every_page_says_where_it_is_edited(site: Site) -> None:
    sources = {address: page.source for address, page in pages(site).items()}
    # The page of all rules is made from the rules.
    assert [address for address, source in sources.items() if source is None] in ([], ["problems/"])
    assert str(sources["papers/realnvp/"]) == "bib/library.bib:13:1"
    assert str(sources["years/"]) == "bib/library.bib:37:3"


def test_a_direction_lists_the_pages_that_link_to_it(site: Site) -> None:
    html = direction_sections(site, site.atlas.directions["graphs"]).html
    found = BeautifulSoup(html, "html.parser").select(".pa-mentions li")
    assert [(item.a["href"], item.q.get_text()) for item in found if item.a and item.q] == [
        ("../../", "See the graphs too.")
    ]
