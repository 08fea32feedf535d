"""Dates in words or numbers that are no ISO 8601-2: as people, publishers and reference managers write them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import NamedTuple

from paperatlas.bibliography.model.seasons import seasons_in

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""ISO 8601-2's numbers of the seasons."""

_FOREIGN_MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar janvier janv enero gennaio janeiro januari januari styczeń",
            "februar février fevrier févr febrero febbraio fevereiro februari luty",
            "märz maerz mrz mars marzo março maart marts marzec",
            "avril avr abril aprile kwiecień",
            "mai mayo maggio maio mei maj",
            "juni juin junio giugno junho czerwiec",
            "juli juillet juil julio luglio julho lipiec",
            "août aout agosto augustus augusti sierpień",
            "sept septembre septiembre setiembre settembre setembro wrzesień",
            "oktober okt octobre octubre ottobre outubro październik",
            "noviembre novembro listopad",
            "dezember dez décembre decembre déc diciembre dicembre dezembro grudzień",
        ),
        1,
    )
    for name in names.split()
}
"""Months as German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Polish have them (CLDR)."""
_HAN_MONTHS: Mapping[str, int] = {
    "一月": 1, "二月": 2, "三月": 3, "四月": 4, "五月": 5, "六月": 6, "七月": 7, "八月": 8, "九月": 9, "十月": 10,
    "十一月": 11, "十二月": 12,
}  # fmt: skip
_RUSSIAN_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
"""What these begin with, in every case but that of `май`, which is `мая`."""

STATES = {
    "inpress": "inpress", "in print": "inpress", "in press": "inpress", "accepted": "inpress", "im druck": "inpress",
    "sous presse": "inpress", "en prensa": "inpress", "待刊": "inpress", "待出版": "inpress", "印刷中": "inpress",
    "forthcoming": "forthcoming", "to appear": "forthcoming", "to be published": "forthcoming",
    "im erscheinen": "forthcoming", "即将出版": "forthcoming",
    "submitted": "submitted", "under review": "submitted", "in review": "submitted", "eingereicht": "submitted",
    "inpreparation": "inpreparation", "in preparation": "inpreparation", "in prep": "inpreparation",
    "work in progress": "inpreparation",
    "prepublished": "prepublished", "preprint": "prepublished", "online first": "prepublished",
    "ahead of print": "prepublished", "epub ahead of print": "prepublished", "early access": "prepublished",
}  # fmt: skip
"""What stands for a date of work that is not published -> BibLaTeX's `pubstate` (its manual, 4.9.2.11)."""

STATE_WORDS = {"inpress": "in press", "inpreparation": "in preparation"}
"""The words for a `pubstate` that is not its own word."""

_NO_DATE = re.compile(r"0|n\.?\s?d\.?|no date|undated|s\.?\s?a\.?|o\.?\s?j\.?|无日期|不详", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:\b(?:circa|ca\.?|c\.|about|around|approx(?:\.|imately)?|um|vers)|约|~|≈)\s*(?=\[?\d)", re.IGNORECASE
)
_BEFORE_CHRIST = re.compile(
    r"(?:公元前\s*(\d{1,4})\s*年?|(\d{1,4})\s*(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr\.?|av\.\s?J\.-C\.))", re.IGNORECASE
)
_DECADE = re.compile(r"(?:the\s+)?(\d{3})0(?:['’]?s|er|年代)", re.IGNORECASE)
_OPEN = re.compile(r"(\d{4})\s*(?:[-–—/]+\s*(?:present|ongoing|today|now|open|unknown|\.\.)?|至今|\+)", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*[-–—/]+\s*(\d{4}|\d{2})(?!\d)")
_HAN = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号]?)?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d-])")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[-/.](\d{4})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])")
"""The basic format of ISO 8601, which EDTF has not: `20210305`."""
_TWO_DATES = re.compile(r"\s*(?:--+|[–—])\s*|\s+(?:-|to|bis|until)\s+")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
TWO_MONTHS = re.compile(r"([a-z]{3,}|\d{1,2})\.?\s*(?:-+|–|—|/|\band\b|\\?&)\s*([a-z]{3,}|\d{1,2})\.?", re.IGNORECASE)
"""A pattern: two months by their names or numbers."""


class DateInWords(NamedTuple):
    """What words say of a date: year, month or season, and day of both ends, 0 for what they do not say.

    It may be one that no calendar has: `February 30, 2021`.
    """

    start: tuple[int, int, int]
    end: tuple[int, int, int] | None = None
    open_end: bool = False
    circa: bool = False
    uncertain: bool = False


def publication_state(text: str) -> str:
    """Return BibLaTeX's `pubstate` for a text that stands where a date is expected; empty if it is none."""
    return STATES.get(" ".join(text.lower().split()).strip(" .,;()[]{}"), "")


def means_no_date(text: str) -> bool:
    """Return whether a text says that there is no date: `n.d.`."""
    return _NO_DATE.fullmatch(text.strip(" ()[]{}")) is not None


def days_in(year: int, month: int) -> int:
    """Return how many days a month has; the calendar goes on before year 1 as ISO 8601 has it."""
    return monthrange(2000 + year % 400, month)[1]


def read_words(written: str) -> DateInWords | None:
    """Return what a text says of a date; None if it has no year."""
    text = " ".join(written.split()).strip(" {}[](),;")
    circa = _ABOUT.search(text) is not None
    uncertain = "?" in text
    text = _ABOUT.sub("", text).replace("?", "").replace("[", "").replace("]", "").strip(" .,~")
    if (before := _BEFORE_CHRIST.fullmatch(text)) is not None:
        return DateInWords(
            (1 - int(before[1] or before[2]), 0, 0), None, open_end=False, circa=circa, uncertain=uncertain
        )
    if (decade := _DECADE.fullmatch(text)) is not None:
        start = int(decade[1]) * 10
        return DateInWords((start, 0, 0), (start + 9, 0, 0), open_end=False, circa=circa, uncertain=uncertain)
    if (begun := _OPEN.fullmatch(text)) is not None:
        return DateInWords((int(begun[1]), 0, 0), None, open_end=True, circa=circa, uncertain=uncertain)
    found = _range(text) or _two(text) or _numbers(text) or _named(text)
    return None if found is None else found._replace(circa=circa, uncertain=uncertain)


def _two(text: str) -> DateInWords | None:
    """Return two dates that each have their own year: `1 Jan. 2020 – 3 Feb. 2021`."""
    ends = _TWO_DATES.split(text) if len(text) > 12 else []
    if len(ends) != 2 or not all(len(_YEAR.findall(end)) == 1 for end in ends):
        return None
    first, last = (_numbers(end) or _named(end) for end in ends)
    return None if first is None or last is None else first._replace(end=last.start)


def month_number(word: str) -> int | None:
    """Return the month that a name stands for, an English one also by its beginning of three letters or more."""
    if not word.isascii():
        if (number := _HAN_MONTHS.get(word)) is not None:
            return number
        if word[:3] in _RUSSIAN_MONTHS or word == "мая":
            return 5 if word == "мая" else _RUSSIAN_MONTHS.index(word[:3]) + 1
    if len(word) < 3:
        return None
    if word in _FOREIGN_MONTHS:
        return _FOREIGN_MONTHS[word]
    return next((number for number, name in enumerate(MONTH_NAMES, 1) if name.lower().startswith(word)), None)


def _range(text: str) -> DateInWords | None:
    """Return two years: `2019–2021`, `1984-85`; with a season or month only the first counts (`Winter 2019/2020`)."""
    years = _YEARS.search(text)
    if years is None:
        return None
    start = int(years[1])
    end = int(years[2]) if len(years[2]) == 4 else start - start % 100 + int(years[2])
    if len(years[2]) == 2 and (int(years[2]) <= 12 or end <= start):
        return None
    rest = (text[: years.start()] + text[years.end() :]).strip(" .,-–")
    if seasons_in(rest):
        return _named(f"{rest} {start}")
    return DateInWords((start, 0, 0), (end, 0, 0)) if not re.search(r"[^\W\d_]|\d", rest) else None


def _numbers(text: str) -> DateInWords | None:
    """Return a date in numbers: `2020/05/03`, `2020.5.3`, `13/5/2020`, `3.5.2020`, `20200503`, `2020年5月3日`."""
    if (compact := _COMPACT.fullmatch(text)) is not None:
        return DateInWords((int(compact[1]), int(compact[2]), int(compact[3])))
    if (han := _HAN.match(text)) is not None:
        if not han[2] and (seasons := seasons_in(text)):
            last = (int(han[1]), seasons[-1], 0) if seasons[-1] != seasons[0] else None
            return DateInWords((int(han[1]), seasons[0], 0), last)
        return DateInWords((int(han[1]), int(han[2] or 0), int(han[3] or 0)))
    if (year_first := _YEAR_FIRST.match(text)) is not None:
        return DateInWords((int(year_first[1]), int(year_first[2]), int(year_first[3] or 0)))
    if (month_first := _MONTH_FIRST.fullmatch(text)) is not None:
        return DateInWords((int(month_first[2]), int(month_first[1]), 0))
    return _day_first(text)


def _day_first(text: str) -> DateInWords | None:
    """Return a date whose year stands last."""
    if (day_first := _DAY_FIRST.match(text)) is None:
        return None
    first, second, year = map(int, day_first.groups())
    # `3/5/2020` may be of May or of March: only where one of the numbers is no month is it known, or where there are
    # full stops, which nobody writes who has the month first.
    if first > 12 >= second or (second <= 12 and "." in day_first[0]):
        return DateInWords((year, second, first))
    return DateInWords((year, first, second)) if second > 12 >= first else DateInWords((year, 0, 0))


def _named(text: str) -> DateInWords | None:
    """Return a date with the name of a month or season, or none: `21 Feb 2024`, `Spring 2016`, `May 3rd, 2020`."""
    found = _YEAR.search(text)
    if found is None:
        return None
    year = int(found[1])
    rest = f"{text[: found.start()]} {text[found.end() :]}".lower()
    if seasons := seasons_in(rest):
        first, last = seasons[0], seasons[-1]
        return DateInWords((year, first, 0), (year, last, 0) if last != first else None)
    months = [number for word in _WORDS.findall(rest) if (number := month_number(word))]
    if not months:
        return DateInWords((year, 0, 0))
    two = TWO_MONTHS.search(rest)
    if two is not None and len(months) == 2 and months == [month_number(two[1]), month_number(two[2])]:
        return DateInWords((year, months[0], 0), (year + (months[1] < months[0]), months[1], 0))
    days = _DAY.findall(rest)
    day = int(days[0]) if days and not re.search(r"\d\s*[-–]+\s*\d", rest) else 0
    return DateInWords((year, months[0], day))
