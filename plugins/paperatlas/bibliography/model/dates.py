"""Dates: BibLaTeX's `date` (ISO 8601-2, levels 0 and 1) and BibTeX's `year` and `month`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from paperatlas.bibliography.model import seasons
from paperatlas.bibliography.model.date_words import TWO_MONTHS, days_in, month_number, read_words


@dataclass(frozen=True, slots=True)
class YearWords:
    """How a language writes a year that is not exact, one before the first, and a part of one.

    `parts` are the names of seasons and the like by ISO 8601-2's number; `of_year` has a part and its year,
    `parts_of_year` the first and the last part of a range in one year.
    """

    circa: str
    before_christ: str
    parts: Mapping[int, str]
    of_year: str
    parts_of_year: str


ENGLISH_YEARS = YearWords("c. {}", "{} BC", seasons.ENGLISH_PARTS, "{part} {year}", "{first}–{last} {year}")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which less than the day may be known. Months and days count from 1; None means unknown.

    Years are ISO 8601's: 0 is 1 BC, -43 is 44 BC. `season` is ISO 8601-2's number of a part of the year: 21 for spring,
    33 for the first quarter. `end` is the end
    of a range, or None; `open_end` marks a range that has not ended (`2019/`). `circa` and `uncertain` are of the year.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    end: PartialDate | None = None
    open_end: bool = False
    season: int | None = None
    circa: bool = False
    uncertain: bool = False

    def in_month(self, month: int, day: int | None, end: PartialDate | None) -> PartialDate:
        """Return the date with a month, and perhaps a day and the end of a range."""
        # A tenth of the time that `replace` takes: most entries of BibTeX have a year and a month.
        return PartialDate(self.year, month, day, end, self.open_end, self.season, self.circa, self.uncertain)

    @property
    def iso(self) -> str:
        """Return the date as ISO 8601-2 has it: `2021-03-05`, `2019/2021`, `2019/`, `2004-22`, `1984~`, `-0043`."""
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
        elif self.season is not None:
            text += f"-{self.season}"
        return text + ("%" if self.circa and self.uncertain else "~" if self.circa else "?" if self.uncertain else "")

    @property
    def years(self) -> str:
        """Return the years as a reader of English knows them: `1925–1940`, `1999–`, `c. 1723`, `1723?`, `44 BC`."""
        return self.years_in(ENGLISH_YEARS)

    def years_in(self, words: YearWords) -> str:
        """Return the years as a reader of another language knows them."""
        own = self.year_in(words)
        if self.end is None or self.end.year is None:
            return f"{own}–" if self.open_end and self.year is not None else own
        return own if self.year == self.end.year else f"{own}–{self.end.years_in(words)}"

    def when_in(self, words: YearWords) -> str:
        """Return the years with the seasons that are known: `Spring 2010`, `Spring–Autumn 2010`, `2010–Winter 2011`."""
        own, end = _year_with_season(self, words), self.end
        if end is None or end.year is None or not (self.season or end.season):
            return self.years_in(words) if not self.season else f"{own}–" if self.open_end else own
        if self.season and end.season and self.year == end.year:
            if self.season == end.season:
                return own
            first, last = words.parts[self.season], words.parts[end.season]
            return words.parts_of_year.format(first=first, last=last, year=self.year_in(words))
        return f"{own}–{_year_with_season(end, words)}"

    def year_in(self, words: YearWords) -> str:
        """Return the year of the date without its range."""
        if self.year is None:
            return ""
        text = year_label(self.year, words) + ("?" if self.uncertain else "")
        return words.circa.format(text) if self.circa else text

    @property
    def is_reversed(self) -> bool:
        """Return whether the range ends before it begins."""
        if self.end is None or self.year is None:
            return False
        length = 3 if self.day and self.end.day else 2 if self.month and self.end.month else 1
        return self.end.sort_key[:length] < self.sort_key[:length]

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Year, month, day; what is not known comes first, and a season with its first month."""
        month = self.month or seasons.FIRST_MONTHS.get(self.season or 0, 0)
        return (-9999 if self.year is None else self.year, month, self.day or 0)

    def __str__(self) -> str:
        """Return the date as ISO 8601-2 has it."""
        return self.iso


def _year_with_season(date: PartialDate, words: YearWords) -> str:
    """Return the year of a date without its range, with its season."""
    year = date.year_in(words)
    return words.of_year.format(part=words.parts[date.season], year=year) if date.season and year else year


def year_label(year: int, words: YearWords = ENGLISH_YEARS) -> str:
    """Return a year of ISO 8601 as a reader knows it: `2021`, and `44 BC` for -43."""
    return str(year) if year > 0 else words.before_christ.format(1 - year)


_OF_GB_T_7714 = re.compile(r"\[\d{4}\]|c\d{4}|\d{4}印刷")
"""How GB/T 7714-2015 (8.5.3) wants a year that is estimated, that of the copyright, and that of the printing."""

_ISO = re.compile(
    r"(-?\d{4}|Y-?\d{5,12})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?(\?~|~\?|[~?%]?)"
)
_UNSPECIFIED = re.compile(r"(-?)(\d{1,3}[Xu]{1,3})(?:-(?:XX|uu))?(?:-(?:XX|uu))?[~?%]?")
_LOOSE = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
_MONTHS_OF_ONE_YEAR = re.compile(r"(\d{4})-(\d{2})/(\d{2})")
"""Two months of a year of which the second is shortened: `2019-05/06`, the range of ISO 8601-1 and no day in June."""
_LAST_YEAR = 2100
"""Later ones are slips, or of another era: 2563 of the Buddhist one is 2020."""
_WHOLE_YEAR = re.compile(r"-?\d{1,4}")
_YEARS = re.compile(r"(\d{4})\s*(?:--?-?|–|/)\s*(\d{4}|\d{2})")
_REIGN = re.compile(r"(\d{3,4})\s*[(（][^()（）]*年[)）]")
"""The year of a reign behind that of the common era, as GB/T 7714 has it: `1705(康熙四十四年)`."""
_SORTED_AS = re.compile(r"\{?\\(?:noopsort|SortNoop|sortnoop|noop)\s*\{[^{}]*\}\}?")
"""What BibTeX is to sort a year by: nothing of it is printed."""
_DASH = re.compile(r"\{?\\text(?:en|em)dash(?:\{\}|\s)?\}?")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


# Every day of eleven years; 10,000 entries with years and months have some 300 dates.
@lru_cache(maxsize=4096)
def read_date(raw: str) -> tuple[PartialDate | None, bool]:
    """Return the date in a `date` field, and whether it is written well."""
    text = raw.strip().strip("{}").strip()
    if (months := _MONTHS_OF_ONE_YEAR.fullmatch(text)) is not None:
        return read_date(f"{months[1]}-{months[2]}/{months[1]}-{months[3]}")[0], False
    if text.count("/") == 1 and not _LOOSE.fullmatch(text):
        start, end = text.split("/")
        first, first_good = _single(start) if start.strip(" .") else (PartialDate(None), True)
        last, last_good = _single(end) if end.strip(" .") else (None, True)
        if first is not None and (last is not None or not end.strip(" .")) and (first.year is not None or last):
            good = first_good and last_good
            if first.season and not good:  # `Winter 2019/2020` is one winter
                return first, False
            return replace(first, end=last, open_end=not end.strip(" .")), good
        return _in_words(text), False
    return _single(text)


def _single(text: str) -> tuple[PartialDate | None, bool]:
    """Return one date, and whether it is written well."""
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match is not None:
        year, month, day = (0 if part in {None, "XX"} else int(part.lstrip("Y")) for part in match.groups()[:3])
        if not year and match[2] == "00":  # what a data base writes for no date: `0000-00-00`
            return None, False
        date, good = _checked(year, month, day)
        if month > seasons.LAST or _is_span(year, month):
            return _in_words(text), False
        mark = match[4]
        if mark:
            date = replace(date, circa="~" in mark or "%" in mark, uncertain="?" in mark or "%" in mark)
        return date, good
    unspecified = _UNSPECIFIED.fullmatch(text)
    if unspecified is not None and len(unspecified[2]) == 4:
        digits = unspecified[2].replace("u", "X")
        start, end = sorted(int(unspecified[1] + digits.replace("X", digit)) for digit in "09")
        return PartialDate(start, end=PartialDate(end)), "u" not in unspecified[2]
    return _in_words(text), False


def _is_span(year: int, number: int) -> bool:
    """Return whether years are meant where ISO 8601-2 has a part of a year: `1930-33`, not `2010-33`.

    Before 2000 nobody dated by quarters, and many a work in several volumes has such years.
    """
    return 24 < number <= seasons.LAST and year < 2000 and year % 100 < number


def _checked(year: int, month: int, day: int) -> tuple[PartialDate, bool]:
    """Return the date of three numbers, zero for unknown, without the parts that no calendar has."""
    if seasons.FIRST <= month <= seasons.LAST:
        return PartialDate(year, season=month), day == 0
    if not month:
        return PartialDate(year), True
    if not 1 <= month <= 12:
        return PartialDate(year), False
    if not day:
        return PartialDate(year, month), True
    if day > days_in(year, month):
        return PartialDate(year, month), False
    return PartialDate(year, month, day), True


# As `read_date`, for what is no date of ISO 8601.
@lru_cache(maxsize=1024)
def _in_words(text: str) -> PartialDate | None:
    """Return the date that a text names in words or other numbers; None if it has no year."""
    words = read_words(text)
    if words is None:
        return None
    end = _checked(*words.end)[0] if words.end else None
    date = replace(_checked(*words.start)[0], end=end, open_end=words.open_end)
    return replace(date, circa=words.circa, uncertain=words.uncertain)


# Every year that anyone cites, in several spellings.
@lru_cache(maxsize=4096)
def read_year(raw: str) -> tuple[PartialDate | None, bool]:
    """Return the date in a `year` field, and whether it is written well.

    There is no year 0 outside of ISO 8601: whoever writes it does not know the year.
    """
    text = _DASH.sub("–", _SORTED_AS.sub("", raw)).strip().strip("{}").strip()
    if _WHOLE_YEAR.fullmatch(text):
        # The first century is written with four digits; `98` is more likely 1998.
        good = text[0] == "-" or (len(text) > 2 and int(text) <= _LAST_YEAR)
        return (PartialDate(int(text)), good) if int(text) else (None, False)
    years = _YEARS.fullmatch(text)
    if years is not None:
        start = int(years[1])
        end = int(years[2]) if len(years[2]) == 4 else start - start % 100 + int(years[2])
        if end > start:  # `2020-05` is a month, and `2020-13` neither a month nor a year that follows
            return PartialDate(start, end=PartialDate(end)), True
    if (reign := _REIGN.fullmatch(text)) is not None:
        return PartialDate(int(reign[1])), True
    date, good = read_date(text)
    return date, (good or _OF_GB_T_7714.fullmatch(text) is not None) and date is not None


# Every month and every day of a month, in several spellings.
@lru_cache(maxsize=1024)
def read_month(raw: str) -> tuple[int | None, int | None, bool]:
    """Return the month and day in a `month` field (`3`, `March`, `mar`, `12~March`), and whether it is written well.

    Where a field names two months (`June/July`), this is the first; see `last_month`.
    """
    text = raw.replace("~", " ").strip().strip("{}").strip().lower()
    if text.isdecimal():
        number = int(text) if len(text) <= 2 else 0
        return (number, None, True) if 1 <= number <= 12 else (None, None, False)
    words = re.findall(r"[^\W\d_]+|\d+", text)
    for index, word in enumerate(words):
        month = month_number(word)
        if month is not None:
            rest = " ".join(words[:index] + words[index + 1 :])
            day = _DAY.search(rest)
            number = int(day[1]) if day else 0
            return month, number if 1 <= number <= _DAYS_IN_MONTH[month - 1] and "-" not in text else None, True
    if words and words[0].isdecimal() and len(words[0]) <= 2 and 1 <= int(words[0]) <= 12:
        return int(words[0]), None, True
    return None, None, False


def last_month(raw: str) -> int | None:
    """Return the second of two months in a `month` field (`June/July`, `6--7`); None if there is one."""
    found = None if raw.isalnum() else TWO_MONTHS.fullmatch(raw.strip().strip("{}").strip())
    first, last = (_month_of(part) for part in found.groups()) if found else (None, None)
    return last if first and last and first != last else None


def _month_of(text: str) -> int | None:
    """Return the month that a number or a name stands for."""
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= 12 else None
    return month_number(text.lower())
