from __future__ import annotations

from paperatlas.atlas.trend import MOST_YEARS, YearBar, trend
from tests.conftest import ReadFiles


def library(*years_and_code: tuple[str, bool]) -> str:
    return "".join(
        f"@misc{{k{number},\n  title = {{T}},\n  date = {{{year}}},\n{'  code = {https://a.org/x},' if code else ''}\n}}\n"
        for number, (year, code) in enumerate(years_and_code)
    )


def test_a_bar_for_every_year(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": library(("2019", True), ("2019", False), ("2021", True), ("", True))})
    assert trend(project.atlas.papers.values()) == (YearBar(2019, 2, 1), YearBar(2020, 0, 0), YearBar(2021, 1, 1))


def test_a_chart_beside_another_has_its_years(read_files: ReadFiles) -> None:
    papers = read_files({"bib/a.bib": library(("2019", True), ("2021", True), ("2022", False))}).atlas.papers
    whole = trend(papers.values())
    assert trend([papers["k1"]], beside=whole) == tuple(
        YearBar(year, int(year == 2021), int(year == 2021)) for year in range(2019, 2023)
    )
    assert trend([], beside=whole) == ()


def test_no_year_no_bar(read_files: ReadFiles) -> None:
    assert trend(read_files({"bib/a.bib": library(("", True))}).atlas.papers.values()) == ()


def test_what_is_long_ago_is_counted_together(read_files: ReadFiles) -> None:
    papers = read_files({"bib/a.bib": library(("1950", True), ("1960", False), ("2026", True))}).atlas.papers
    bars = trend(papers.values())
    assert len(bars) == MOST_YEARS
    assert bars[0] == YearBar(2003, 2, 1, and_before=True)
    assert sum(bar.papers for bar in bars) == 3
