"""The indexes of people, venues and years, and the pages of their rows."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Page, Site, build_pages, messages_for
from paperatlas.pages.indexes.index_pages import IndexKind, index_pages
from paperatlas.pages.parts import ITEMS_PER_PAGE, MOST_ON_ONE_PAGE
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site


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


def many(read_files: ReadFiles, papers: int, **fields: str) -> Site:
    library = "".join(entry(f"k{number}", **fields) for number in range(papers))
    return make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))


def names(page: Page, selector: str) -> list[str]:
    return [link.get_text() for link in soup(page).select(selector)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("papers", "lengths"),
    [(MOST_ON_ONE_PAGE, [MOST_ON_ONE_PAGE]), (MOST_ON_ONE_PAGE + 1, [ITEMS_PER_PAGE, ITEMS_PER_PAGE, 101])],
)
def test_a_row_of_many_papers_has_several_pages(read_files: ReadFiles, papers: int, lengths: list[int]) -> None:
    site = many(read_files, papers, booktitle="Flows & Trees (CoF)")
    found = {address: page for address, page in pages(site).items() if address.startswith("venues/CoF/")}
    assert list(found) == ["venues/CoF/", "venues/CoF/page/2/", "venues/CoF/page/3/"][: len(lengths)]
    shown = [names(page, ".pa-paper__name") for page in found.values()]
    assert [len(each) for each in shown] == lengths
    assert {name for each in shown for name in each} == {paper.name for paper in site.atlas.papers.values()}
    for page in list(found.values())[1:]:
        assert page.title == soup(page).h1.get_text() == f"CoF, page {page.address[-2]}"  # type: ignore[union-attr]
        assert not soup(page).select(".pa-facts, .pa-lead")
    assert [bool(soup(page).select(".pa-pager")) for page in found.values()] == [len(lengths) > 1] * len(lengths)


def test_many_papers_in_no_row_go_on_further_pages_of_the_index(read_files: ReadFiles) -> None:
    library = "".join(f"@misc{{k{number}, title = {{Title of k{number}}}}}\n" for number in range(MOST_ON_ONE_PAGE + 1))
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    found = {address: page for address, page in pages(site).items() if address.startswith("people/")}
    assert list(found) == ["people/", "people/page/2/", "people/page/3/"]
    shown = [name for page in found.values() for name in names(page, ".pa-index__papers a")]
    assert sorted(shown) == sorted(paper.name for paper in site.atlas.papers.values())
    second = found["people/page/2/"]
    assert second.title == f"{site.messages.indexes.without_author}, page 2"
    assert [link["href"] for link in soup(second).select(".pa-pager a")] == [
        "../../#rest", "../../#rest", "./", "../3/", "../3/",
    ]  # fmt: skip
