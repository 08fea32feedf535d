"""Dates: BibLaTeX's `date` (ISO 8601-2) and BibTeX's `year` and `month`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which less than the day may be known. Months and days count from 1; None means unknown.

    `end` is the end of a range, or None; `open_end` marks a range that has not ended (`2019/`).
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    end: PartialDate | None = None
    open_end: bool = False

    @property
    def iso(self) -> str:
        """Return the date as ISO 8601 writes it: `2021`, `2021-03`, `2021-03-05`, `2019/2021`, `2019/`."""
        return self._own() + ("/" + self.end.iso if self.end else "/" if self.open_end else "")

    def _own(self) -> str:
        """Return the date without its range."""
        if self.year is None:
            return ""
        text = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
        return text

    @property
    def is_reversed(self) -> bool:
        """Return whether the range ends before it begins."""
        if self.end is None or self.year is None:
            return False
        length = 3 if self.day and self.end.day else 2 if self.month and self.end.month else 1
        return self.end.sort_key[:length] < self.sort_key[:length]

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Year, month, day; what is not known comes first."""
        return (-9999 if self.year is None else self.year, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        """Return the date as ISO 8601 writes it."""
        return self.iso


_ISO = re.compile(r"(-?\d{4}|Y-?\d{5,12})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?[~?%]?")
_UNSPECIFIED = re.compile(r"(-?)(\d{1,3}[X]{1,3})(?:-XX)?(?:-XX)?[~?%]?")
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")
_WHOLE_YEAR = re.compile(r"-?\d{1,4}")
_YEARS = re.compile(r"(\d{4})\s*(?:--?-?|–|/)\s*(\d{4}|\d{2})")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


# Every day of eleven years; 10,000 entries with years and months have some 300 dates.
@lru_cache(maxsize=4096)
def read_date(raw: str) -> tuple[PartialDate | None, bool]:
    """Return the date in a `date` field, and whether it is written well."""
    text = raw.strip().strip("{}").strip()
    if text.count("/") == 1 and not _LOOSE.fullmatch(text):
        start, end = text.split("/")
        first, first_good = _single(start) if start.strip(" .") else (PartialDate(None), True)
        last, last_good = _single(end) if end.strip(" .") else (None, True)
        if first is None or (first.year is None and last is None):
            return _any_year(text), False
        return (
            PartialDate(first.year, first.month, first.day, last, open_end=not end.strip(" .")),
            first_good and last_good,
        )
    return _single(text)


def _single(text: str) -> tuple[PartialDate | None, bool]:
    """Return one date, and whether it is written well."""
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match is not None:
        year, month, day = (0 if part in {None, "XX"} else int(part.lstrip("Y")) for part in match.groups())
        return _checked(year, month, day)
    unspecified = _UNSPECIFIED.fullmatch(text)
    if unspecified is not None and len(unspecified[2]) == 4:
        start, end = (int(unspecified[1] + unspecified[2].replace("X", digit)) for digit in "09")
        return PartialDate(start, end=PartialDate(end)), True
    loose = _LOOSE.fullmatch(text)
    if loose is not None:
        return _checked(int(loose[1]), int(loose[2]), int(loose[3] or 0))[0], False
    return _any_year(text), False


def _checked(year: int, month: int, day: int) -> tuple[PartialDate, bool]:
    """Return the date of three numbers, zero for unknown, without the parts that no calendar has."""
    if 21 <= month <= 24:  # ISO 8601-2's seasons
        return PartialDate(year), day == 0
    if not month:
        return PartialDate(year), True
    if not 1 <= month <= 12:
        return PartialDate(year), False
    if not day:
        return PartialDate(year, month), True
    if day > _DAYS_IN_MONTH[month - 1]:
        return PartialDate(year, month), False
    return PartialDate(year, month, day), True


def _any_year(text: str) -> PartialDate | None:
    """Return the first thing in a text that can be a year."""
    match = _YEAR.search(text)
    return PartialDate(int(match[1])) if match else None


# Every year that anyone cites, in several spellings.
@lru_cache(maxsize=4096)
def read_year(raw: str) -> tuple[PartialDate | None, bool]:
    """Return the date in a `year` field, and whether it is written well."""
    text = raw.strip().strip("{}").strip()
    if _WHOLE_YEAR.fullmatch(text):
        return PartialDate(int(text)), True
    years = _YEARS.fullmatch(text)
    if years is not None:
        start = int(years[1])
        end = int(years[2]) if len(years[2]) == 4 else start - start % 100 + int(years[2])
        return PartialDate(start, end=PartialDate(end)), True
    date, good = read_date(text)
    return date, good and date is not None


# Every month and every day of a month, in several spellings.
@lru_cache(maxsize=1024)
def read_month(raw: str) -> tuple[int | None, int | None, bool]:
    """Return the month and day in a `month` field (`3`, `March`, `mar`, `12~March`), and whether it is written well.

    Where a field names two months (`June/July`), the first counts.
    """
    text = raw.replace("~", " ").strip().strip("{}").strip().lower()
    if text.isdecimal():
        number = int(text) if len(text) <= 2 else 0
        return (number, None, True) if 1 <= number <= 12 else (None, None, False)
    words = re.findall(r"[a-z]+|\d+", text)
    for index, word in enumerate(words):
        month = _month(word)
        if month is not None:
            rest = " ".join(words[:index] + words[index + 1 :])
            day = _DAY.search(rest)
            number = int(day[1]) if day else 0
            return month, number if 1 <= number <= _DAYS_IN_MONTH[month - 1] and "-" not in text else None, True
    if words and words[0].isdecimal() and len(words[0]) <= 2 and 1 <= int(words[0]) <= 12:
        return int(words[0]), None, True
    return None, None, False


def _month(word: str) -> int | None:
    """Return the month an English name, or its beginning of three letters or more, stands for."""
    if len(word) < 3:
        return None
    if word == "sept":
        return 9
    return next((number for number, name in enumerate(MONTH_NAMES, 1) if name.lower().startswith(word)), None)
