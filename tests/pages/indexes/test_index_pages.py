"""The indexes of people, venues and years, and the pages of their rows."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Page, Site, build_pages
from paperatlas.pages.indexes.index_pages import IndexKind, index_pages
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


def kind_of(site: Site, *, cited: bool = False) -> IndexKind:
    return IndexKind(site.indexes.people, "people.html.jinja", "T", "Intro", "rest", cited=cited)


@pytest.mark.parametrize(
    ("cited", "mentions"), [(True, ["../../directions/flows/", "../../"]), (False, [])], ids=["cited", "not cited"]
)
def test_pages_that_cite_the_papers_are_listed_where_the_kind_wants_it(
    site: Site, *, cited: bool, mentions: list[str]
) -> None:
    two = make_site(site.atlas, site.messages, index_threshold=2)
    index, row = (page.make() for page in index_pages(two, kind_of(two, cited=cited)))
    assert (index.title, index.description, index.wide, index.body.headings) == ("T", "Intro", True, ())
    assert [link["href"] for link in soup(row).select(".pa-mentions a")] == mentions
    assert [heading.id for heading in row.body.headings] == ["papers", *(["mentions"] if mentions else [])]


def test_the_directions_of_a_row_are_those_of_most_papers_first(site: Site) -> None:
    two = make_site(site.atlas, site.messages, index_threshold=2)
    _, row = (page.make() for page in index_pages(two, kind_of(two)))
    links = soup(row).select(".pa-facts a")
    assert [(link.get_text(), str(link.next_sibling).strip()) for link in links] == [
        ("Flows", "2"),
        ("Graphs & trees", "1"),
    ]
    assert row.description == site.messages.indexes.description("Laurent Dinh", site.messages.papers_count(2))
