"""The list of all papers."""

from __future__ import annotations

from bs4 import BeautifulSoup

from paperatlas.pages import Site, messages_for
from paperatlas.pages.papers import papers_page
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site


def table(read_files: ReadFiles, library: str) -> BeautifulSoup:
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    return BeautifulSoup(papers_page(site).body.html, "html.parser")


def options(soup: BeautifulSoup, name: str) -> list[str]:
    return [option.get_text() for option in soup.select(f'select[name="{name}"] option')][1:]


def test_the_newest_come_first_and_undated_ones_last(read_files: ReadFiles) -> None:
    library = entry("c", title="b", date="2020") + entry("a", title="A", date="2020") + entry("n", date="2021")
    soup = table(read_files, "@misc{none, title = {扩散}}\n" + library)
    assert [link.get_text() for link in soup.select(".pa-paper__name")] == ["Title of n", "A", "b", "扩散"]
    assert options(soup, "year") == ["2021", "2020"]


def test_venues_are_offered_by_how_many_papers_they_have(read_files: ReadFiles) -> None:
    venues = {"a": "Zz", "b": "Zz", "c": "Bb", "d": "A & <B>"}
    soup = table(read_files, "".join(entry(key, booktitle=venue) for key, venue in venues.items()) + entry("e"))
    assert options(soup, "venue") == ["Zz", "A & <B>", "Bb"]


def test_what_a_row_is_filtered_by(site: Site) -> None:
    page = papers_page(site)
    assert (page.address, page.title, page.wide, page.source) == ("papers/", site.messages.papers, True, None)
    rows = BeautifulSoup(page.body.html, "html.parser").select("tbody tr")
    assert [tuple(row[f"data-{name}"] for name in ("name", "direction", "year", "venue", "code")) for row in rows] == [
        ("what $k$ layers can express", "flows", "2020", "Journal of Flows", ""),
        ("real nvp", "flows graphs", "2017", "ICLR", "yes"),
        ("nice", "flows", "2014", "arXiv", ""),
        ("a title without a place", "", "", "", ""),
    ]


def test_an_empty_library_is_an_empty_table(read_files: ReadFiles) -> None:
    soup = table(read_files, "")
    assert soup.select("tbody tr") == []
    assert options(soup, "venue") == options(soup, "year") == []
    assert not soup.select('select[name="direction"]')
