"""Dates as reference managers write them, as ISO 8601-2."""

from __future__ import annotations

import re
from typing import Any

from paperatlas.bibliography.model.dates import read_date, read_month

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SLASHED = re.compile(r"(-?\d{4})(?:[/.-](\d{1,2}))?(?:[/.-](\d{1,2}))?(?:[/T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """Return a date as ISO 8601-2, without the parts that no calendar has; 21 to 24 are the seasons."""
    text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    if not (1 <= month <= 12 or 21 <= month <= 24):
        return text
    text += f"-{month:02d}"
    if not 1 <= day <= 31 or month > 12:
        return text
    date, good = read_date(f"{text}-{day:02d}")
    return date.iso if date and good else text


def from_csl(value: object) -> str:
    """CSL's date variable; empty if it says nothing that is a date.

    Its parts may be numbers or texts, one date or the two ends of a range; a season may stand beside them.
    """
    if isinstance(value, (str, int)):
        return from_text(str(value))
    if not isinstance(value, dict):
        return ""
    ends = [date for part in _lists(value.get("date-parts")) if (date := _from_parts(part))]
    if not ends:
        return from_text(str(value.get("raw") or value.get("literal") or ""))
    season = _season(value.get("season"))
    if season and len(ends) == 1 and "-" not in ends[0][1:]:
        ends = [f"{ends[0]}-{season}"]
    circa = "~" if value.get("circa") and str(value.get("circa")).lower() not in ("0", "false") else ""
    return "/".join(f"{end}{circa}" for end in ends[:2])


def _lists(value: object) -> list[list[Any]]:
    return [part for part in value if isinstance(part, list)] if isinstance(value, list) else []


def _from_parts(parts: list[Any]) -> str:
    numbers = []
    for part in parts[:3]:
        text = str(part).strip()
        if not re.fullmatch(r"-?\d{1,6}", text):
            break
        numbers.append(int(text))
    return iso(*numbers) if numbers and -9999 <= numbers[0] <= 9999 and numbers[0] else ""


def _season(value: object) -> int:
    text = str(value or "").strip().lower()
    if text in ("1", "2", "3", "4"):
        return 20 + int(text)
    return _SEASONS.get(text, 0)


def from_text(text: str) -> str:
    """Return a date in words or numbers: `2020/05/03/`, `May 3, 2020`, `2019-2021`; empty if it has no year."""
    text = " ".join(text.split()).strip("/. ")
    if not text:
        return ""
    date, good = read_date(text)
    if good and date:
        return text if "/" in text or text[-1:] in "~?%" else date.iso
    if match := _DAY_FIRST.fullmatch(text):
        return _numbered(match)
    if match := _SLASHED.fullmatch(text):
        return iso(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    years = _YEAR.findall(text)
    if not years:
        return ""
    if len(years) == 2 and re.search(rf"{years[0]}\s*[-–—/]+\s*{years[1]}", text):
        return "/".join(years)
    season = next((number for word, number in _SEASONS.items() if word in text.lower()), 0)
    month, day, known = read_month(re.sub(r"\d{4}", " ", text))
    return iso(int(years[0]), season or (month or 0), day or 0) if known or season else years[0]


def _numbered(match: re.Match[str]) -> str:
    """`3/5/2020` may be of May or of March: only where one of the numbers is no month is it known."""
    first, second, year = (int(part) for part in match.groups())
    if first > 12 >= second:
        return iso(year, second, first)
    if second > 12 >= first:
        return iso(year, first, second)
    return iso(year)
