"""Dates as others write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.bibliography.model.dates import read_date
from paperatlas.formats.dates import from_csl, from_text, is_off_the_calendar, to_csl, to_ris

DATES = [
    # a month in words between year and day
    ("2019/Mar/15/", "2019-03-15"),
    ("2019/Mar/15", "2019-03-15"),
    ("2019/March//", "2019-03"),
    ("2020", "2020"),
    ("2020/05/03/", "2020-05-03"),
    ("2020///", "2020"),
    ("2020/05//", "2020-05"),
    ("2005/10//", "2005-10"),
    ("2005/10", "2005-10"),
    ("2005/13", "2005/2013"),
    ("05/2020", "2020-05"),
    ("13/2020", "2020"),
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
    ("n.d.", ""),
    ("", ""),
    # as reference managers, publishers and people write them
    ("2024 Feb 21", "2024-02-21"),
    ("2024 Feb", "2024-02"),
    ("21 Feb 2024", "2024-02-21"),
    ("9 February 2016", "2016-02-09"),
    ("Feb. 2016", "2016-02"),
    ("2016 Jan-Feb", "2016-01/2016-02"),
    ("Mon, 21 Feb 2024 10:00:00 GMT", "2024-02-21"),
    ("Winter 2019/2020", "2019-24"),
    ("2019/", "2019/"),
    ("2019–present", "2019/"),
    ("1984–85", "1984/1985"),
    ("ca. 1984", "1984~"),
    ("c. 1984", "1984~"),
    ("~1984", "1984~"),
    ("c1988", "1988"),
    ("[1936?]", "1936?"),
    ("100 BC", "-0099"),
    ("公元前44年", "-0043"),
    ("1980s", "1980/1989"),
    ("2021年3月5日", "2021-03-05"),
    # RIS's other information
    ("2004///Summer", "2004-22"),
    ("1984///circa", "1984~"),
    ("1925///1925-1940", "1925/1940"),
    ("1999///1999-", "1999/"),
    ("2010///Spring-Autumn 2010", "2010-21/2010-23"),
    ("2010///Winter 2010-Spring 2011", "2010-24/2011-21"),
    ("2010///Spring 2010-", "2010-21/"),
    ("2010///First quarter", "2010-33"),
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


@pytest.mark.parametrize("written", [None, [], {}, [2006, 1]])
def test_what_is_no_date_gives_none(written: object) -> None:
    assert from_csl(written) == ""


@pytest.mark.parametrize(
    ("value", "date"),
    [
        # CSL 1.0.2's schema and citeproc: an open end is 0, seasons are beside the year or months from 13 on
        ({"date-parts": [[2019], [0]]}, "2019/"),
        ({"date-parts": [["2016", 2, 9]]}, "2016-02-09"),
        ({"date-parts": [[-100]]}, "-0099"),
        ({"date-parts": [[-1]]}, "0000"),
        ({"date-parts": [[2004]], "season": "2"}, "2004-22"),
        ({"date-parts": [[2004, 14]]}, "2004-22"),
        ({"date-parts": [[1984]], "circa": True}, "1984~"),
        ({"raw": "2024 Feb 21"}, "2024-02-21"),
        # jgm/pandoc-citeproc, issue 321: a list of dates, no outer list; in its YAML the parts have names
        ([{"date-parts": [2006, 1, 2]}], "2006-01-02"),
        ([{"date-parts": [2018, 2, 1]}, {"date-parts": [2018, 2, 2]}], "2018-02-01/2018-02-02"),
        ({"date-parts": [2006, 1]}, "2006-01"),
        ({"year": 2001}, "2001"),
        ([{"year": "2018", "month": "2", "day": "1"}], "2018-02-01"),
        ({"literal": "Spring 2016"}, "2016-21"),
        ({"date-parts": [[2010], [2012]], "season": 1}, "2010-21/2012"),
        ({"date-parts": [[2010]], "season": "Spring–Autumn"}, "2010-21/2010-23"),
        ({"literal": "forthcoming"}, ""),
    ],
)
def test_dates_of_csl(value: object, date: str) -> None:
    assert from_csl(value) == date


@pytest.mark.parametrize(
    ("value", "off"),
    [
        ("2021/02/30/", True), ("2021-13-01", True), ("2021/02/28/", False),
        ("February 30, 2021", True), ("31 Apr 2021", True), ("30 Feb. 2021", True), ("2021/Feb/30/", True),
        ("2021年2月30日", True), ("2021.2.30", True), ("45 May 2021", True), ("May 2021", False), ("29 Feb 2020", False),
        ("Mon, 21 Feb 2024 10:00:00 GMT", False), ("2016 Jan-Feb", False), ("May 3-5, 2021", False),
        ("Winter 2019/2020", False), ("1925///1925-1940", False), ("100 BC", False), ("in press", False), ("", False),
        ({"raw": "February 30, 2021"}, True), ({"literal": "June 31 2021"}, True), ({"date-parts": [[2021, 2, 30]]}, True),
        ({"date-parts": [[2021, 2, 28]]}, False), ({"literal": "forthcoming"}, False),
    ],
)  # fmt: skip
def test_what_no_calendar_has(value: object, off: bool) -> None:
    assert is_off_the_calendar(value) == off


EDTF = [
    *("2021", "2021-03-05", "1925/1940", "1999/", "2004-22", "1984~", "-0099", "0000"),
    *("2010-33", "2010-41", "2010-21/2010-23", "2010-24/2011-21", "2010-21/"),
    *(
        "2006-09",
        "2000-12",
        "2011-12",
        "2020-01/2020-03",
        "2020-01-30/2020-02-02",
        "2020-12-30/2021-01-02",
        "2020-05~",
        "1925~/1940~",
        "2020-01~/2020-03~",
    ),
    "/1999",
]


@pytest.mark.parametrize("written", EDTF)
def test_what_is_written_is_read_again(written: str) -> None:
    date, _ = read_date(written)
    assert date is not None
    assert from_csl(to_csl(date)) == written
    if (date.year or 0) > 0:
        assert from_text(to_ris(date)) == written
