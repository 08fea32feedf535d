"""The index of years."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Page, Site, messages_for
from paperatlas.pages.indexes.years import year_pages
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site


def site_of(read_files: ReadFiles, years: list[str], language: str = "en", threshold: int = 2) -> Site:
    library = "".join(entry(f"k{number}", date=year) for number, year in enumerate(years))
    return make_site(read_files({"bib/a.bib": library}).atlas, messages_for(language), index_threshold=threshold)


def links(page: Page) -> list[str]:
    return [str(link["href"]) for link in BeautifulSoup(page.body.html, "html.parser").select(".pa-index__row > a")]


@pytest.mark.parametrize(
    ("years", "addresses"),
    [
        (["2020", "2021", "2020"], ["years/", "years/2020/"]),
        (["2020", "2021", "2021", "2020-05"], ["years/", "years/2021/", "years/2020/"]),
        (["2020", ""], ["years/"]),
        ([], ["years/"]),
    ],
)
def test_only_years_of_many_papers_have_a_page(read_files: ReadFiles, years: list[str], addresses: list[str]) -> None:
    assert [page.address for page in year_pages(site_of(read_files, years))] == addresses


def test_the_newest_year_comes_first(read_files: ReadFiles) -> None:
    index, *_ = year_pages(site_of(read_files, ["1999", "2021", "2009"], threshold=1))
    assert links(index.make()) == ["2021/", "2009/", "1999/"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "2020: 2 papers in this atlas."), ("zh", "2020：本图谱中有 2 篇论文。")]
)
def test_a_year_is_described_in_the_language_of_the_site(read_files: ReadFiles, language: str, words: str) -> None:
    site = site_of(read_files, ["2020", "2020", ""], language)
    index, year = (page.make() for page in year_pages(site))
    assert (index.title, year.title, year.description) == (site.messages.indexes.years, "2020", words)
    assert site.messages.indexes.without_year in index.body.html
    assert site.messages.indexes.without_year not in year.body.html
