"""Dates: BibLaTeX's and BibTeX's."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import PartialDate
from paperatlas.bibliography.model.dates import last_month, read_date, read_month, read_year
from paperatlas.pages import messages_for

DATES = [
    ("2021", "2021", True),
    ("2021-03", "2021-03", True),
    ("2021-03-05", "2021-03-05", True),
    ("2021-03-05T10:00:00Z", "2021-03-05", True),
    # the basic format of ISO 8601, which EDTF has not; a day before full stops, which nobody writes behind the month
    ("20210305", "2021-03-05", False),
    ("20211305", "", False),
    ("05.01.2020", "2020-01-05", False),
    ("05/01/2020", "2020", False),
    # months in the languages of the CLDR, and two dates with a year each
    ("5. März 2020", "2020-03-05", False),
    ("3 de mayo de 2019", "2019-05-03", False),
    ("12 mars 2019", "2019-03-12", False),
    ("décembre 2019", "2019-12", False),
    ("1 Jan. 2020--3 Feb. 2021", "2020-01-01/2021-02-03", False),
    ("1.2.2019 – 3.2.2019", "2019-02-01/2019-02-03", False),
    ("2019-05-01 to 2019-06-01", "2019-05-01/2019-06-01", False),
    ("Mon, 21 Feb 2024 10:00:00 GMT", "2024-02-21", False),
    ("{2021}", "2021", True),
    ("2019/2021", "2019/2021", True),
    ("2019-01-03/2019-02-04", "2019-01-03/2019-02-04", True),
    ("2019/", "2019/", True),
    ("2019/..", "2019/", True),
    ("1723~", "1723~", True),
    ("1723?", "1723?", True),
    ("2004-22", "2004-22", True),
    ("-0044", "-0044", True),
    ("199X", "1990/1999", True),
    ("1999-XX", "1999", True),
    ("1999-01-XX", "1999-01", True),
    ("1999-XX-XX", "1999", True),
    ("Y17000002", "17000002", True),
    ("Y-17000002", "-17000002", True),
    ("19XX", "1900/1999", True),
    ("2021/03/05", "2021-03-05", False),
    ("2021-3-5", "2021-03-05", False),
    ("March 5, 2021", "2021-03-05", False),
    ("2021-13", "2021", False),
    ("2021-02-30", "2021-02", False),
    ("2021-00-00", "2021", True),
    ("in press", "", False),
    ("", "", False),
    # EDTF level 1 as BibLaTeX reads it (its manual, 2.3.8), older forms as Pandoc reads them
    ("1723%", "1723%", True),
    ("1723?~", "1723%", True),
    ("2004-21", "2004-21", True),
    ("-0099", "-0099", True),
    ("0000", "0000", True),
    ("1984~/1990?", "1984~/1990?", True),
    ("/1999", "/1999", True),
    ("2020-02-29", "2020-02-29", True),
    ("2021-02-29", "2021-02", False),
    ("20uu", "2000/2099", False),
    ("1999/open", "1999/", False),
    ("21 Feb 2024", "2024-02-21", False),
    ("44 BC", "-0043", False),
    ("1984-85", "1984/1985", False),
    ("20212", "", False),
    # level 2 of the Library of Congress' EDTF: 25 to 32 are seasons of a hemisphere, then quarters, thirds, halves
    ("2010-25", "2010-25", True),
    ("2010-33", "2010-33", True),
    ("2010-41", "2010-41", True),
    ("2010-21/2010-23", "2010-21/2010-23", True),
    ("2010-42", "2010/2042", False),
    ("1930-33", "1930/1933", False),
    ("1930-25", "1930-25", True),
    ("Spring/Summer 2010", "2010-21/2010-22", False),
    ("2010年春季", "2010-21", False),
    ("Third quarter 2012", "2012-35", False),
    # ISO 8601-1 (2019), 5.5.2.1: the end of an interval leaves out what it has in common with the beginning
    ("2019-05/06", "2019-05/2019-06", False),
    ("2019-12/13", "2019-12/2019", False),
    # MySQL's manual, 11.2: its zero date, which stands for none
    ("0000-00-00", "", False),
]


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2021-03-05", "2021"), ("1925/1940", "1925–1940"), ("1999/", "1999–"), ("/1999", "–1999"), ("1723~", "c. 1723"),
        ("1723?", "1723?"), ("-0043", "44 BC"), ("0000", "1 BC"), ("198X", "1980–1989"), ("2010-21", "2010"),
        ("2021-03/2021-04", "2021"), ("c1988", "1988"), ("[1936]", "1936"),
    ],
)  # fmt: skip
def test_years_as_a_reader_knows_them(written: str, years: str) -> None:
    date, _ = read_date(written)
    assert date is not None
    assert date.years == years


SEASONS = [
    # a date, in English, in Chinese, the month by which it is sorted
    ("2010-21", "Spring 2010", "2010 年春", 3),
    ("2010-22", "Summer 2010", "2010 年夏", 6),
    ("2010-23", "Autumn 2010", "2010 年秋", 9),
    ("2010-24", "Winter 2010", "2010 年冬", 12),
    ("2010-25", "Spring (Northern Hemisphere) 2010", "2010 年北半球春", 3),
    ("2010-29", "Spring (Southern Hemisphere) 2010", "2010 年南半球春", 9),
    ("2010-34", "Second quarter 2010", "2010 年第二季度", 4),
    ("2010-39", "Third quadrimester 2010", "2010 年第三个四月期", 9),
    ("2010-41", "Second half 2010", "2010 年下半年", 7),
    ("2010-21/2010-23", "Spring–Autumn 2010", "2010 年春–秋", 3),
    ("2010-24/2011-21", "Winter 2010–Spring 2011", "2010 年冬–2011 年春", 12),
    ("2010-21/2010-21", "Spring 2010", "2010 年春", 3),
    ("2010-21/", "Spring 2010–", "2010 年春–", 3),
    ("2010-21/2012", "Spring 2010–2012", "2010 年春–2012", 3),
    ("2010/2011-24", "2010–Winter 2011", "2010–2011 年冬", 0),
    ("2010-21~", "Spring c. 2010", "约 2010 年春", 3),
    ("-0043-22", "Summer 44 BC", "公元前 44 年夏", 6),
    ("2021-03", "2021", "2021", 3),
]


@pytest.mark.parametrize(("written", "english", "chinese", "month"), SEASONS)
def test_seasons_as_a_reader_knows_them(written: str, english: str, chinese: str, month: int) -> None:
    date, good = read_date(written)
    assert date is not None
    assert good
    found = [date.when_in(messages_for(language).year_words) for language in ("en", "zh")]
    assert found == [english, chinese]
    assert date.sort_key[1] == month


@pytest.mark.parametrize(("written", "iso", "good"), DATES)
def test_date(written: str, iso: str, good: bool) -> None:
    date, well = read_date(written)
    assert (date.iso if date else "") == iso
    assert well == good


@pytest.mark.parametrize(
    ("written", "iso", "good"),
    [
        ("2021", "2021", True),
        ("{2021}", "2021", True),
        ("800", "0800", True),
        ("98", "0098", False),
        ("2563", "2563", False),  # of the Buddhist era
        ("0098", "0098", True),
        ("2019--2021", "2019/2021", True),
        ("2019-20", "2019/2020", True),
        ("c. 1850", "1850~", False),
        ("{\\noopsort{1973b}}1973", "1973", True),
        ("2020-05", "2020-05", True),
        ("2013-12", "2013-12", True),
        ("2012-13", "2012/2013", True),
        ("2020-25", "2020/2025", True),
        ("2020-13", "2020", False),
        ("2019{\\textendash}2020", "2019/2020", True),
        ("2019\\textendash 2020", "2019/2020", True),
        ("2021-2019", "2021/2019", False),
        ("2021a", "2021", False),
        # GB/T 7714-2015, 8.5.3
        ("[1999]", "1999", True),
        ("c1988", "1988", True),
        ("1995印刷", "1995", True),
        ("in press", "", False),
        ("20212", "", False),
        # Before 1 comes 1 BC, in ISO 8601 alone -0 and 0.
        ("0", "", False),
        ("0000", "", False),
        ("-0", "", False),
    ],
)
def test_year(written: str, iso: str, good: bool) -> None:
    date, well = read_year(written)
    assert (date.iso if date else "") == iso
    assert well == good


@pytest.mark.parametrize(
    ("written", "month", "day", "good"),
    [
        ("3", 3, None, True),
        ("03", 3, None, True),
        ("mar", 3, None, True),
        ("March", 3, None, True),
        ("Sept.", 9, None, True),
        ("März", 3, None, True),
        ("mai", 5, None, True),
        ("Dez.", 12, None, True),
        ("février", 2, None, True),
        ("12~March", 3, 12, True),
        ("March 12", 3, 12, True),
        ("June--July", 6, None, True),
        ("June 12--14", 6, None, True),
        ("13", None, None, False),
        ("1" * 5000, None, None, False),
        ("1" * 5000 + " or so", None, None, False),
        ("Smarch", None, None, False),
        ("", None, None, False),
        ("十二月", 12, None, True),
        ("一月", 1, None, True),
        ("5 мая", 5, 5, True),
        ("Март", 3, None, True),
    ],
)
def test_month(written: str, month: int | None, day: int | None, good: bool) -> None:
    assert read_month(written) == (month, day, good)


def test_dates_sort() -> None:
    dates = [PartialDate(2021, 3), PartialDate(2020), PartialDate(2021), PartialDate(None), PartialDate(2021, 3, 1)]
    assert [str(date) for date in sorted(dates, key=lambda date: date.sort_key)] == [
        "",
        "2020",
        "2021",
        "2021-03",
        "2021-03-01",
    ]


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("July/August", 8),
        ("{July--August}", 8),
        ("Jul. and Aug.", 8),
        ("July \\& August", 8),
        ("Dec/Jan", 1),
        ("6-7", 7),
        ("July", None),
        ("7", None),
        ("12~March", None),
        ("March 12--14", None),
        ("1-3 July", None),
        ("July/July", None),
        ("12-13", None),
        ("Spring/Summer", None),
        ("", None),
    ],
)
def test_the_second_of_two_months(written: str, last: int | None) -> None:
    assert last_month(written) == last
