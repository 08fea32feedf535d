"""Page numbers, and ranges of them."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.page_ranges import fault_in_pages, page_range, pages_with_dashes, pages_with_hyphens


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        # a label before the numbers, which styles write themselves
        ("pp. 5--9", "5", "9"),
        ("p. 5", "5", ""),
        ("Pages 5-9", "5", "9"),
        ("pp5--9", "5", "9"),
        ("pp. iv--x", "iv", "x"),
        ("P5", "P5", ""),
        ("p5--p9", "p5", "p9"),
        # what Wiley exports for an article that has no pages yet
        ("n/a--n/a", "", ""),
        ("n/a", "", ""),
        ("N/A–N/A", "", ""),
        ("443--551", "443", "551"),
        ("443-551", "443", "551"),
        ("443\u2013551", "443", "551"),
        ("443 --- 551", "443", "551"),
        ("443-51", "443", "51"),
        ("xi-xii", "xi", "xii"),
        ("S12-S20", "S12", "S20"),
        ("105:1-105:24", "105:1", "105:24"),
        # numbers with hyphens of their own: section and page, as the IEEE's and the ICRA's have them
        ("12-1--12-9", "12-1", "12-9"),
        ("12-1\u201312-9", "12-1", "12-9"),
        ("12-1-12-9", "12-1", "12-9"),
        ("A-12", "A-12", ""),
        ("e0123456", "e0123456", ""),
        ("115--", "115", ""),
        ("--", "", ""),
        ("12\u2013\u201315", "12", "15"),
        # waves, and labels of other languages
        ("12～15", "12", "15"),
        ("S. 12-15", "12", "15"),
        ("S.12", "S.12", ""),
        ("с. 12–15", "12", "15"),
        ("第12-15页", "12", "15"),
        # Zotero's and Word's dashes pasted into LaTeX's
        ("1219\u2013-31", "1219", "31"),
        ("12--\u201319", "12", "19"),
        # numbers that are set as formulas, as old files have them
        ("$1$--$12$", "1", "12"),
        ("$1\u201312$", "1", "12"),
        # pages that go on elsewhere: `13+` (Citing Medicine, chapter 1, "Location")
        ("13-+", "13+", ""),
        ("12+", "12+", ""),
        ("13-", "13", ""),
        ("", "", ""),
    ],
)
def test_the_ends_of_a_range(pages: str, first: str, last: str) -> None:
    assert page_range(pages) == (first, last)


@pytest.mark.parametrize(
    ("pages", "printed", "csl"),
    [
        ("1-5", "1\u20135", "1-5"),
        ("1--5,9 -- 12,20", "1\u20135, 9\u201312, 20", "1-5, 9-12, 20"),
        ("12-1--12-9", "12-1\u201312-9", "12-1\u201312-9"),
        ("A-12", "A-12", "A-12"),
    ],
)
def test_how_ranges_are_written(pages: str, printed: str, csl: str) -> None:
    assert pages_with_dashes(pages) == printed
    assert pages_with_hyphens(pages) == csl


@pytest.mark.parametrize(
    ("pages", "fault"),
    [
        ("12~15", "apart"),
        ("12_15", "apart"),
        ("12 15", "apart"),
        ("15 12", ""),
        ("12-Dec", "date"),
        ("3月12日", "date"),
    ],
)
def test_what_programs_and_slips_make_of_pages(pages: str, fault: str) -> None:
    assert fault_in_pages(pages) == fault
