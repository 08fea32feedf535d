"""What Crossref's records and CSL-JSON have in common: names in parts, and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from paperatlas.formats import person, plain_text
from paperatlas.formats.csl.reader_tables import LANGUAGES
from paperatlas.formats.records.record import Author
from paperatlas.text.language_tags import primary_language


def people(written: object) -> tuple[Author, ...]:
    """Return the names in a list of contributors, in its order."""
    return tuple(name for each in _mappings(written) if (name := _name(each)))


def date_of(written: object) -> str:
    """Return a date in ISO 8601, as exact as it is known; empty if there is none (`{"date-parts": [[null]]}`)."""
    parts = written.get("date-parts") if isinstance(written, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers: list[int] = []
    for part, most in zip(first, (9999, 12, 31), strict=False):
        number = int(part) if isinstance(part, int) or (isinstance(part, str) and part.isdecimal()) else 0
        if not 1 <= number <= most:
            break
        numbers.append(number)
    return "-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:])]) if numbers else ""


def langid(code: object) -> str:
    """BibLaTeX's name of a language; empty if the code is unknown."""
    return LANGUAGES.get(primary_language(str(code or "")), "")


def first(written: object) -> str:
    """Return a text, or the first of several, plain."""
    value = next((each for each in written if each), "") if isinstance(written, list) else written
    return plain_text.from_html(value) if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _name(written: Mapping[str, Any]) -> Author | None:
    family, given, suffix = (
        plain_text.from_html(str(written.get(part) or "")) for part in ("family", "given", "suffix")
    )
    particle = plain_text.from_html(str(written.get("non-dropping-particle") or written.get("dropping-particle") or ""))
    group = plain_text.from_html(str(written.get("literal") or written.get("name") or ""))
    if not family and not given and group:
        return Author(group) if written.get("name") else person.displayed(group)
    return person.parts(f"{particle} {family}".strip(), given, suffix)


def _mappings(written: object) -> Iterable[Mapping[str, Any]]:
    return [each for each in written if isinstance(each, Mapping)] if isinstance(written, list) else []
