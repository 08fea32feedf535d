"""Entries in the words that BibTeX's own styles and BibLaTeX have in common, for others to copy.

`plain.bst` and its like miss `year` in an entry with `date`, and know neither `journaltitle` nor `@online`. BibLaTeX
reads `journal`, `school`, `address`, `archiveprefix`, `year` and `month` as fields of its own, and `@phdthesis` and
`@techreport` as types of its own (the BibLaTeX manual, 2.1.2 "Type Aliases", 2.2.5 "Field Aliases", 2.3.8).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.dates import read_date, year_label
from paperatlas.bibliography.model.fields import NAME_FIELDS
from paperatlas.bibliography.model.seasons import ENGLISH_PARTS, season_of_four
from paperatlas.formats.csl.tables import CSL_GENRES

_TYPES: Mapping[str, str] = {
    "bookinbook": "incollection",
    "collection": "book",
    "inbook": "incollection",
    "inreference": "incollection",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "proceedings",
    "mvreference": "book",
    "reference": "book",
    "report": "techreport",
    "review": "article",
    "suppbook": "incollection",
    "suppcollection": "incollection",
    "suppperiodical": "article",
}
_SHARED_TYPES = frozenset({"article", "book", "booklet", "incollection", "inproceedings", "manual", "proceedings"})
"""Types of both; any other is `misc`, which both know."""

_FIELDS: Mapping[str, str] = {
    "eprintclass": "primaryclass",
    "eprinttype": "archiveprefix",
    "journaltitle": "journal",
    "location": "address",
}
_SUBTITLES: Mapping[str, str] = {"booktitle": "booksubtitle", "journaltitle": "journalsubtitle", "title": "subtitle"}
"""What BibTeX's styles have no field for stands behind the title."""

_MASTERS = ("master", "mathesis", "硕士")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Macros of every style of BibTeX, and known to Biber."""

_BY_TYPE = {"phdthesis": "phdthesis", "mastersthesis": "mathesis", "techreport": "techreport"}
"""What BibLaTeX takes for the kind of a work by its type."""

Fields = Mapping[str, str]
"""The fields of an entry by BibLaTeX's names, as they are written."""


def classic_type(entry: Entry, fields: Container[str]) -> str:
    """Return the type of an entry that both read; `fields` are those that are written."""
    kind = entry.kind
    if kind == "thesis":
        written = f"{entry.type} {entry.plain('type')}".casefold()
        return "mastersthesis" if any(word in written for word in _MASTERS) else "phdthesis"
    if kind == "unpublished" and "note" in fields:
        return kind
    # An article in no journal stops BibTeX's styles.
    if kind == "article" and "journaltitle" not in fields:
        return "misc"
    kind = _TYPES.get(kind, kind)
    return kind if kind in _SHARED_TYPES or kind == "techreport" else "misc"


def classic_fields(entry: Entry, fields: Fields) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry that both read, each with its value and the braces around it."""
    kind = classic_type(entry, fields)
    subtitles = {sub for title, sub in _SUBTITLES.items() if title in fields}
    for name, value in fields.items():
        if name == "date":
            yield from _date(entry, value)
        elif name == "type":
            if described := _type(value, kind):
                yield name, f"{{{described}}}"
        elif name == "institution":
            yield ("school" if kind in ("phdthesis", "mastersthesis") else name), f"{{{value}}}"
        elif name == "issue":
            yield ("issue" if "number" in fields else "number"), f"{{{value}}}"
        elif name in _SUBTITLES:
            yield _FIELDS.get(name, name), f"{{{_titled(value, fields.get(_SUBTITLES[name], ''))}}}"
        elif name not in subtitles:
            yield _FIELDS.get(name, name), f"{{{value}}}"


def has_name_parts(name: str, value: str) -> bool:
    """Return whether a list of names is written as BibLaTeX alone reads it: `given=Ada, family=Lovelace`."""
    return name in NAME_FIELDS and "=" in value


def _titled(title: str, subtitle: str) -> str:
    if not subtitle:
        return title
    return (
        f"{title} {subtitle}"
        if title.rstrip("}").endswith(("?", "!", ":", "？", "！", "："))
        else f"{title}: {subtitle}"
    )


def _date(entry: Entry, value: str) -> Iterator[tuple[str, str]]:
    """Yield year and month; a date that they cannot say stands beside them for BibLaTeX, which prefers it."""
    date = entry.date
    if date is None or date.year is None:
        yield "year", f"{{{value}}}"
        return
    yield "year", f"{{{year_label(date.year)}}}"
    if date.month and date.month <= len(_MONTHS):
        yield "month", _MONTHS[date.month - 1]
    elif date.season and season_of_four(date.season):
        yield "month", f"{{{ENGLISH_PARTS[date.season]}}}"
    value = value if read_date(value)[1] else date.iso
    known = (f"{date.year:04d}", f"{date.year:04d}-{date.month or 0:02d}")
    if value.strip() not in known:
        yield "date", f"{{{value}}}"


def _type(value: str, kind: str) -> str:
    """Return what kind of thesis or report it is, in words; nothing where the entry's type says it."""
    word = value.strip().lower()
    if CSL_GENRES.get(word, word) == CSL_GENRES.get(_BY_TYPE.get(kind, ""), ""):
        return ""
    return CSL_GENRES.get(word, value)
