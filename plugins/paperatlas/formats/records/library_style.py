"""How a library writes: what its entries have in common, so that a new one is like its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.container import BOOK, JOURNAL
from paperatlas.formats.records.entry_text import has_own_capitals
from paperatlas.formats.records.record import Record
from paperatlas.text.folding import ascii_slug

_CONTAINERS = (BOOK.title, JOURNAL.title)
_ACRONYM = re.compile(r"\s*\(([^()]{2,30})\)\s*\Z")
_NUMBER = (
    r"\d+(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty)?-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|"
    r"twentieth|thirtieth|fortieth|fiftieth)"
)
_PROCEEDINGS = re.compile(
    r"\A(?:in\s+)?(?:the\s+)?proceedings of\s+(?:the\s+)?|\Ain:?\s+|\Athe\s+(?=" + _NUMBER + r"\b)", re.IGNORECASE
)
_YEAR_OR_NUMBER = re.compile(rf"(?:\b(?:19|20)\d{{2}}\b|\b(?:{_NUMBER})\b)\s*,?\s*", re.IGNORECASE)
_NAME_YEAR = re.compile(r"\A(?:computer vision|.*)\s[–-]\s(?P<name>[A-Z][A-Za-z]{2,}) (?:19|20)\d{2}\Z")
_ACRONYM_YEAR = re.compile(r"\A(?P<name>[A-Z][A-Za-z]{2,15})[ '’-]*(?:(?:19|20)?\d{2})?\Z")
_WORD = re.compile(r"[^\W_]+")
_MOST = 0.9
"""The share of entries that makes a habit."""
_MOST_KEYS = 0.7
"""Likewise for keys, which people shorten where a method has a long name: 0.88 of the atlas' are names as they are."""


@dataclass(frozen=True, slots=True)
class LibraryStyle:
    """The habits of a library.

    `venues` has the library's names of proceedings and journals by their words and by their acronyms, `short` the
    `shortjournal` that goes with a journal.
    """

    years_only: bool
    langid: str
    eprintclass: bool
    methods: bool
    """Whether papers are called by their methods (`shorttitle`)."""
    keys_of_methods: bool
    """Whether citation keys are the names of methods: `dpm-solver`."""
    venues: Mapping[str, str]
    short: Mapping[str, str]


def library_style_of(library: Library) -> LibraryStyle:
    """Return the habits of a library; one without entries has none."""
    entries = library.entries
    dated = [entry for entry in entries if entry.date]
    years = sum(not (entry.date and entry.date.month) for entry in dated)
    languages = Counter(entry.verbatim("langid") or "" for entry in entries)
    language, count = languages.most_common(1)[0] if languages else ("", 0)
    return LibraryStyle(
        years_only=bool(dated) and years >= _MOST * len(dated),
        langid=language if count >= _MOST * len(entries) else "",
        eprintclass=not entries or any(entry.field("eprintclass") for entry in entries),
        methods=any(entry.field("shorttitle") for entry in entries),
        keys_of_methods=_has_keys_of_methods(entries),
        venues=_venues(entries),
        short={
            entry.plain("journaltitle"): entry.plain("shortjournal") for entry in entries if entry.field("shortjournal")
        },
    )


def _has_keys_of_methods(entries: tuple[Entry, ...]) -> bool:
    """Return whether most papers with a method have its name as their key."""
    named = [entry for entry in entries if entry.has("shorttitle")]
    alike = sum(entry.key == ascii_slug(entry.plain("shorttitle")) for entry in named)
    return bool(named) and alike >= _MOST_KEYS * len(named)


def in_style(record: Record, library_style: LibraryStyle) -> Record:
    """Return the record as this library would write it: date, venue, language, no address beside an identifier."""
    fields = dict(record.fields)
    if library_style.years_only and re.match(r"\d{4}-", fields.get("date", "")):
        fields["date"] = fields["date"][:4]
    if library_style.langid and _is_latin(fields.get("title", "")):
        fields.setdefault("langid", library_style.langid)
    if not library_style.eprintclass:
        fields.pop("eprintclass", None)
    for name in _CONTAINERS:
        if name in fields:
            fields[name] = _venue(fields[name], name, library_style)
    if short := library_style.short.get(fields.get("journaltitle", "")):
        fields.setdefault("shortjournal", short)
    if "doi" in fields or "eprint" in fields:
        fields.pop("url", None)
    return replace(record, fields=fields)


def likely_method(title: str) -> str:
    """Return what a title calls its method, as it seems: `DiffWave: A Versatile …`; empty if it names none."""
    name, colon, _ = title.partition(": ")
    words = name.split()
    named = len(words) == 1 or any(has_own_capitals(word) for word in words)
    return name if colon and len(words) <= 3 and named and name[:1].isalnum() else ""


def _venue(name: str, field: str, library_style: LibraryStyle) -> str:
    """Return the library's name of a venue, else this one without what changes from year to year."""
    plain = name if field == "journaltitle" else without_year(name)
    acronym = _acronym(name) or _acronym(plain)
    return (
        library_style.venues.get(_folded(plain))
        or (library_style.venues.get(acronym.lower()) if acronym else None)
        or plain
    )


def without_year(name: str) -> str:
    """Return the name of proceedings without `Proceedings of the`, the year and the number of the meeting."""
    plain = _YEAR_OR_NUMBER.sub("", _PROCEEDINGS.sub("", name)).strip(" ,–-")
    return re.sub(r"\s{2,}|\s+(?=[),])", lambda match: " " if len(match[0]) > 1 else "", plain) or name


def _venues(entries: tuple[Entry, ...]) -> dict[str, str]:
    """Return the names of venues that entries have, by their words and, where one alone has it, by their acronym."""
    counted = Counter(text for entry in entries for name in _CONTAINERS if (text := entry.plain(name)))
    venues: dict[str, str] = {}
    for name, _ in counted.most_common():
        venues.setdefault(_folded(name), name)
        if acronym := _ACRONYM.search(name):
            venues.setdefault(acronym[1].lower(), name)
    return venues


def _acronym(name: str) -> str:
    """Return the acronym in a name of proceedings: `… (ICCV)`, `Computer Vision – ECCV 2020`, `ICLR 2021`."""
    for pattern in (_ACRONYM, _NAME_YEAR, _ACRONYM_YEAR):
        if match := pattern.search(name):
            return _YEAR_OR_NUMBER.sub("", match[1]).strip(" '’")
    return ""


def _folded(name: str) -> str:
    """Return the words of a venue's name, to compare: without its acronym, and what changes from year to year."""
    return " ".join(_WORD.findall(without_year(_ACRONYM.sub("", name)).casefold()))


def _is_latin(text: str) -> bool:
    """Return whether a text is in Latin letters; the language of one in others is not that of the neighbours."""
    return all(ord(character) < 0x370 or not character.isalpha() for character in text)
