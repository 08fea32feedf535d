"""Dates as others write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.bibliography.model.dates import read_date
from paperatlas.formats.dates import from_csl, from_text

DATES = [
    ("2020", "2020"),
    ("2020/05/03/", "2020-05-03"),
    ("2020///", "2020"),
    ("2020/05//", "2020-05"),
    ("2020-05-03T10:11:12Z", "2020-05-03"),
    ("May 3, 2020", "2020-05-03"),
    ("3 May 2020", "2020-05-03"),
    ("May 2020", "2020-05"),
    ("Spring 2019", "2019-21"),
    ("2019-2021", "2019/2021"),
    ("2019/2021", "2019/2021"),
    ("13/5/2020", "2020-05-13"),
    ("5/13/2020", "2020-05-13"),
    ("3/5/2020", "2020"),
    ("2020-02-31", "2020-02"),
    ("2020-13-01", "2020"),
    ("in press", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: str) -> None:
    assert from_text(text) == expected


@given(st.one_of(st.text(max_size=14), st.from_regex(r"[0-9/ .-]{0,12}(May|Fall)?[0-9 ,]{0,6}", fullmatch=True)))
def test_every_date_is_one_that_is_read(text: str) -> None:
    found = from_text(text)
    assert found == "" or read_date(found)[1], found


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([[2020, 5, 3]], "2020-05-03"), ([["2020", "5"]], "2020-05"), ([[843]], "0843"), ([[2020, 13, 1]], "2020"), ([[2020, 0, 3]], "2020"),
        ([[2020, 2, 30]], "2020-02"), ([[2020, 5, 3, 12]], "2020-05-03"), ([[2019], [2021]], "2019/2021"), ([[None]], ""), ([["²"]], ""), ([[]], ""),
        ([], ""), (None, ""),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_its_parts_are_good(parts: object, date: str) -> None:
    assert from_csl({"date-parts": parts}) == date


@pytest.mark.parametrize("written", [None, [], {}])
def test_what_is_no_date_gives_none(written: object) -> None:
    assert from_csl(written) == ""
