"""The list of all papers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas.addresses import HOME, READING
from paperatlas.pages import Page, Site, messages_for
from paperatlas.pages.papers.page import papers_pages
from paperatlas.pages.parts import ITEMS_PER_PAGE, MOST_ON_ONE_PAGE
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site


def table(read_files: ReadFiles, library: str) -> BeautifulSoup:
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    (page,) = made(site)
    return soup(page)


def made(site: Site) -> list[Page]:
    return [page.make() for page in papers_pages(site)]


def soup(page: Page) -> BeautifulSoup:
    return BeautifulSoup(page.body.html, "html.parser")


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
    (page,) = made(site)
    assert (page.address, page.title, page.wide, page.source) == ("papers/", site.messages.papers, True, None)
    rows = BeautifulSoup(page.body.html, "html.parser").select("tbody tr")
    assert [tuple(row[f"data-{name}"] for name in ("name", "direction", "year", "venue", "code")) for row in rows] == [
        ("what k layers can express", "flows", "2020", "Journal of Flows", ""),
        ("real nvp", "flows graphs", "2017", "ICLR", "yes"),
        ("nice", "flows", "2014", "arXiv", ""),
        ("a title without a place", "", "", "", ""),
    ]


def test_an_empty_library_is_an_empty_table(read_files: ReadFiles) -> None:
    soup = table(read_files, "")
    assert soup.select("tbody tr") == []
    assert options(soup, "venue") == options(soup, "year") == []
    assert not soup.select('select[name="direction"]')


def test_a_table_that_one_page_holds_has_its_rows_and_a_file_of_words(read_files: ReadFiles) -> None:
    library = "".join(entry(f"k{number}") for number in range(MOST_ON_ONE_PAGE))
    (page,) = made(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en")))
    assert [file.address for file in page.files] == ["assets/papers-words.js"]
    assert not soup(page).select("[data-pa-data], .pa-pager, .pa-more, script[src$='/papers.js']")


def test_every_row_leads_to_the_citation_of_its_paper(site: Site) -> None:
    cites = soup(made(site)[0]).select("tbody .pa-table__links a:last-child")
    assert [(link.get_text(), link["href"]) for link in cites][:1] == [(site.messages.citing.cite, "bound/#cite")]
    assert [link["data-pa-cite"] for link in cites] == ["bound", "realnvp", "nice", "loose"]


@pytest.mark.parametrize(
    ("exports", "reading", "offered"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_the_papers_shown_are_exported_where_the_data_is_there(
    site: Site, exports: bool, reading: bool, offered: bool
) -> None:
    pages = site.pages if reading else site.pages - {READING}
    (page,) = made(replace(site, pages=pages, has_exports=exports))
    lines = soup(page).select("[data-pa-take]")
    assert [line["data-pa-papers"] for line in lines] == (["../assets/reading-data.js"] if offered else [])
    assert bool(soup(page).select("script[src$='take-papers.js']")) == offered


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "second", "following"), [("en", "Papers, page 2", "Next"), ("zh", "论文（第 2 页）", "下一页")]
)
def test_a_long_table_is_divided(read_files: ReadFiles, language: str, second: str, following: str) -> None:
    library = "".join(
        entry(f"k{number}", date=str(1900 + number % 120), booktitle=f"V{number}")
        for number in range(MOST_ON_ONE_PAGE + 1)
    )
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for(language))
    pages = made(site)
    assert [page.address for page in pages] == ["papers/", "papers/page/2/", "papers/page/3/"]
    assert [bool(page.files) for page in pages] == [True, False, False]
    assert pages[1].title == second
    rows = [[str(link["href"]).split("/")[-2] for link in soup(page).select(".pa-paper__name")] for page in pages]
    assert [len(each) for each in rows] == [ITEMS_PER_PAGE, ITEMS_PER_PAGE, MOST_ON_ONE_PAGE + 1 - 2 * ITEMS_PER_PAGE]
    assert {key for each in rows for key in each} == set(site.atlas.papers)
    links = soup(pages[1]).select(".pa-pager a")
    assert [str(link["href"]) for link in links] == ["../../", "../../", "./", "../3/", "../3/"]
    assert links[-1].get_text() == following
    form = soup(pages[1]).select_one("form")
    assert form is not None
    assert str(form["data-pa-data"]).startswith("../../../assets/papers-data.js?")
    assert form["data-pa-paper"] == "../../{slug}/"
    assert form["data-pa-direction"] == "../../../directions/{slug}/"
    # The years are those of all papers; venues may be too many to be offered before the data is there.
    assert len(soup(pages[1]).select('select[name="year"] option')) == 121
    assert len(soup(pages[1]).select('select[name="venue"] option')) == 101


def test_no_page_of_the_table_is_where_a_paper_is(read_files: ReadFiles) -> None:
    library = "".join(entry(f"k{number}") for number in range(MOST_ON_ONE_PAGE)) + entry("page") + entry("2")
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"), directory_urls=False)
    addresses = [*(page.address for page in papers_pages(site)), *(p.address for p in site.atlas.papers.values())]
    files = [site.link_from(HOME)(address) for address in addresses]
    assert len(set(files)) == len(files)
    assert {"papers/page.html", "papers/page/2.html", "papers/2.html"} <= set(files)


def downloads(site: Site) -> list[str]:
    (page,) = made(site)
    return [str(link["href"]) for link in soup(page).select(".pa-downloads a")]


def test_what_can_be_taken_away_stands_below_the_table(site: Site) -> None:
    library = [f"../library{suffix}" for suffix in (".bib", ".ris", ".csl.json")]
    assert downloads(site) == [*library, "../atlas.json", "../feed.xml"]
    in_folder = [f"../{name}" if "library" in name else name for name in [*library, "../atlas.json", "../feed.xml"]]
    assert downloads(replace(site, folder="en/")) == in_folder
    assert downloads(replace(site, has_exports=False)) == []
