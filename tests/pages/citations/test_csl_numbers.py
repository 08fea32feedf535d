"""Ranges of pages as CSL 1.0.2 has them (appendix V), and labels for one or several."""

from __future__ import annotations

import pytest

from paperatlas.pages.citations.csl_numbers import last_page

RANGES = [
    # first, last, page-range-format, what is written behind the dash
    ("42", "45", "", "45"),
    ("3", "14", "minimal-two", "14"),
    ("5", "57", "minimal", "57"),
    ("100", "8", "expanded", "108"),
    ("42", "45", "expanded", "45"),
    ("2787", "816", "expanded", "2816"),
    ("42", "45", "minimal", "5"),
    ("321", "328", "minimal", "8"),
    ("2787", "2816", "minimal", "816"),
    ("7", "8", "minimal-two", "8"),
    ("42", "45", "minimal-two", "45"),
    ("321", "328", "minimal-two", "28"),
    ("2787", "2816", "minimal-two", "816"),
    ("3", "10", "chicago", "10"),
    ("71", "72", "chicago", "72"),
    ("100", "104", "chicago", "104"),
    ("600", "613", "chicago", "613"),
    ("1100", "1123", "chicago", "1123"),
    ("107", "108", "chicago", "8"),
    ("505", "517", "chicago", "17"),
    ("1002", "1006", "chicago", "6"),
    ("321", "325", "chicago", "25"),
    ("415", "532", "chicago", "532"),
    ("11564", "11568", "chicago", "68"),
    ("13792", "13803", "chicago", "803"),
    ("1496", "1504", "chicago", "1504"),
    ("2787", "2816", "chicago-15", "2816"),
    ("1496", "1504", "chicago-16", "504"),
    ("S10", "S14", "minimal", "4"),
    ("S10", "S14", "expanded", "S14"),
    ("S10", "T14", "minimal", "T14"),
    ("ix", "xii", "minimal", "xii"),
    ("99", "12", "minimal", "12"),
]


@pytest.mark.parametrize(("first", "last", "form", "written"), RANGES)
def test_ranges_of_pages(first: str, last: str, form: str, written: str) -> None:
    assert last_page(first, last, form) == written
