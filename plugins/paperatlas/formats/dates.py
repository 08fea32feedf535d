"""Dates as reference managers write them, as ISO 8601-2, and as CSL has them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from paperatlas.bibliography.model.date_words import days_in, means_no_date, publication_state, read_words
from paperatlas.bibliography.model.dates import ENGLISH_YEARS, PartialDate, read_date, read_year
from paperatlas.bibliography.model.seasons import ENGLISH_PARTS, FIRST, LAST, season_of_four, seasons_in

_RIS = re.compile(r"(\d{4})/(\d{0,2})/(\d{0,2})(?:/(.*))?")
_TO = re.compile(r"\bto (\d{4}(?:-\d{2}){0,2})(?![\d-])")
"""The end of a range that the export writes into what RIS calls "other information"."""
_MONTH = re.compile(r"(\d{4})[-/](0[1-9]|1[0-2])/*")
"""A month in two digits, which a `year` alone would have for a second year: `2006-09`, RIS's `2006/09//`."""
_UNTIL = re.compile(r"–\s?(\d{4})")
"""A range whose beginning is not known, as it is printed."""
_NUMBERS = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_YEAR_AND_MONTH = re.compile(r"(\d{4})/(0?[1-9]|1[0-2])/*")
"""RIS without a day: `2005/10` is no range of years."""
_MONTH_BEHIND = re.compile(r"(\d{4})/([A-Za-z]{3,9})\.?(?:/(\d{1,2}))?/*")
"""A year with its month in words, as JabRef and some publishers write it: `2019/february`, `2019/Mar/15/`."""


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """Return a date as ISO 8601-2, without the parts that no calendar has; 21 to 41 are seasons and the like."""
    text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    if not (1 <= month <= 12 or FIRST <= month <= LAST):
        return text
    text += f"-{month:02d}"
    if not 1 <= day <= 31 or month > 12:
        return text
    date, good = read_date(f"{text}-{day:02d}")
    return date.iso if date and good else text


def from_csl(value: object) -> str:
    """CSL's date variable; empty if it says nothing that is a date.

    Its parts may be numbers or texts, one date or the two ends of a range, the second 0 for an open one; a season may
    stand beside them. CSL counts no year 0: its -1 is ISO 8601's 0. pandoc-citeproc also wrote a list of dates, one
    for each end, and the parts by their names (`year`, `month`, `day`).
    """
    if isinstance(value, (str, int)):
        return from_text(str(value))
    if isinstance(value, list):
        return "/".join(filter(None, (from_csl(end) for end in value[:2] if isinstance(end, dict))))
    if not isinstance(value, dict):
        return ""
    ends = [_from_parts(part) for part in _date_parts(value)][:2]
    if not any(ends):
        return from_text(str(value.get("raw") or value.get("literal") or ""))
    seasons = _seasons(value.get("season"))
    if seasons and len(ends) == 1 and "-" not in ends[0][1:]:
        ends = [f"{ends[0]}-{season}" for season in dict.fromkeys((seasons[0], seasons[-1]))]
    elif len(seasons) == 1 and "-" not in ends[0][1:]:
        ends[0] = f"{ends[0]}-{seasons[0]}"
    elif len(seasons) == len(ends) == 2 and all(end and "-" not in end[1:] for end in ends):
        ends = [f"{end}-{season}" for end, season in zip(ends, seasons, strict=True)]
    circa = "~" if value.get("circa") and str(value.get("circa")).lower() not in ("0", "false") else ""
    return "/".join(f"{end}{circa}" if end else "" for end in ends)


def has_year_zero(value: object) -> bool:
    """Return whether CSL's date variable names the year 0, which CSL does not count."""
    parts = _lists(value.get("date-parts")) if isinstance(value, dict) else []
    return bool(parts and parts[0]) and str(parts[0][0]).strip() == "0"


def is_off_the_calendar(value: object) -> bool:
    """Return whether a date names a month or day that there is not: `2001/13/45`, `[2001, 2, 30]` in CSL's parts."""
    text = str(value.get("raw") or value.get("literal") or "") if isinstance(value, dict) else str(value)
    ends = [[*match.groups("")] for match in _NUMBERS.finditer(text)]
    if not ends and (words := read_words(text)) is not None:
        ends = [[str(part or "") for part in end] for end in (words.start, words.end) if end is not None and end[0] > 0]
    if isinstance(value, dict):
        ends += [[str(part).strip() for part in end] for end in _date_parts(value)]
    return any(_is_off(*end[:3]) for end in ends if end and all(part.isdecimal() for part in end[:3] if part))


def _is_off(year: str, month: str = "", day: str = "") -> bool:
    number = int(month or 0)
    if number > 12:  # the numbers of seasons have no days
        return bool(day) or number > LAST
    return bool(number and int(day or 0) > days_in(int(year or 0), number))


def to_csl(date: PartialDate) -> dict[str, Any]:
    """Return a date or range as CSL 1.0.2 has it.

    The year before 1 is -1 there; an open end is 0, as citeproc and Zotero write it. One of the four seasons has a
    number of its own, any other part of the year is a word, and so are the seasons of a range: processors write it as
    it is.
    What is about a year, or uncertain, is `circa`, which styles ask for as `is-uncertain-date`.
    """
    if date.year is None:
        return {"literal": date.years} if date.end else {"literal": date.iso}
    parts = [_parts(date)]
    end = date.end
    in_one_year = end is not None and end.year == date.year and date.season and end.season
    if end is not None and end.year is not None and not in_one_year:
        parts.append(_parts(end))
    elif date.open_end:
        parts.append([0])
    found: dict[str, Any] = {"date-parts": parts}
    named = [each.season for each in (date, end) if each and each.season]
    if len(named) > 1 or any(not season_of_four(season) for season in named):
        found["season"] = "–".join(dict.fromkeys(ENGLISH_PARTS[season] for season in named))
    elif named and date.season:
        found["season"] = season_of_four(date.season)
    if any(each.circa or each.uncertain for each in (date, end) if each):
        found["circa"] = True
    return found


def _parts(date: PartialDate) -> list[int]:
    year = date.year or 0
    return [year if year > 0 else year - 1, *(part for part in (date.month, date.day) if part is not None)]


def _date_parts(value: dict[str, Any]) -> list[list[Any]]:
    """Return the parts of each end; a date alone may stand without the outer list, or in parts by their names."""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and not isinstance(parts[0], list):
        return [parts]
    return _lists(parts) or [[value.get(name) for name in ("year", "month", "day")]]


def _lists(value: object) -> list[list[Any]]:
    return [part for part in value if isinstance(part, list)] if isinstance(value, list) else []


def _from_parts(parts: list[Any]) -> str:
    numbers = []
    for part in parts[:3]:
        text = str(part).strip()
        if not re.fullmatch(r"-?\d{1,6}", text):
            break
        numbers.append(int(text))
    if not numbers or not -9999 <= numbers[0] <= 9999 or not numbers[0]:
        return ""
    year, *rest = numbers
    if len(rest) == 1 and 13 <= rest[0] <= 20:  # citeproc's numbers of the seasons
        rest = [21 + (rest[0] - 13) % 4]
    return iso(year if year > 0 else year + 1, *rest)


def _seasons(value: object) -> list[int]:
    """Return the seasons that CSL's number names, or a word, or two words of a range."""
    text = str(value or "").strip()
    return [20 + int(text)] if text in ("1", "2", "3", "4") else seasons_in(text)


def from_text(text: str) -> str:
    """Return a date in words or numbers: `2020/05/03/`, `May 3, 2020`, `2019-2021`; empty if it has no year."""
    text = " ".join(text.split())
    if (until := _UNTIL.fullmatch(text)) is not None:
        return f"/{until[1]}"
    if (in_digits := _MONTH.fullmatch(text)) is not None:
        return iso(int(in_digits[1]), int(in_digits[2]))
    if (behind := _MONTH_BEHIND.fullmatch(text)) is not None:
        year, month, day = behind.groups()
        text = f"{month} {day}, {year}" if day else f"{month} {year}"
    if (month := _YEAR_AND_MONTH.fullmatch(text)) is not None:
        return iso(int(month[1]), int(month[2]))
    if (ris := _RIS.fullmatch(text)) is not None:
        return _from_ris(ris)
    text = text.rstrip(". ") if text.endswith("/") else text.strip("/. ")
    if not text.strip("/") or means_no_date(text) or publication_state(text):
        return ""
    date, _ = read_date(text) if text.count("/") == 1 and text.endswith("/") else read_year(text.rstrip("/"))
    return date.iso if date else ""


def _from_ris(match: re.Match[str]) -> str:
    """Return a date of RIS, `YYYY/MM/DD/other`, where `other` may be a season, `circa` or a range."""
    year, month, day = (int(part or 0) for part in match.groups()[:3])
    other = (match[4] or "").strip("/ ")
    named = seasons_in(other)
    years = re.findall(r"\d{4}", other)
    if len(named) > 1 and not month:
        return f"{iso(year, named[0])}/{iso(int(years[-1]) if years else year, named[-1])}"
    circa = "~" if re.search(r"\bc(?:irc)?a\b|\bc\.", other.lower()) else ""
    if (end := _TO.search(other)) is not None:
        return f"{iso(year, month, day)}{circa}/{end[1]}{circa}"
    more = read_year(other)[0] if re.search(r"\d{4}", other) else None
    if more is not None and more.year == year and (more.end or more.open_end):
        return f"{iso(year, month, day)}{circa}/{more.end.iso + circa if more.end else ''}"
    if not month:
        open_end = "/" if named and re.search(r"\d{4}\s*[-–]$", other) else ""
        return iso(year, named[0] if named else 0) + circa + open_end
    return iso(year, month, day) + circa


def to_ris(date: PartialDate) -> str:
    """Return a date as RIS has it: `YYYY/MM/DD/other`; of what is not known the slash alone.

    A season, `circa` and a range, of which the beginning comes first, are the "other information".
    """
    month, day = (f"{part:02d}" if part else "" for part in (date.month, date.day))
    certain = replace(date, circa=False, uncertain=False)
    if date.end and date.season and date.end.season:
        words = [certain.when_in(ENGLISH_YEARS).replace("–", "-")]
    else:
        words = [ENGLISH_PARTS[date.season] if date.season else "", "circa" if date.circa or date.uncertain else ""]
        if date.end and date.end.month:
            words.append(f"to {replace(date.end, circa=False, uncertain=False).iso}")
        elif "–" in certain.years:
            words.append(certain.years.replace("–", "-"))
    return f"{date.year or 0:04d}/{month}/{day}/{' '.join(filter(None, words))}"
