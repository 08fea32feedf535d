"""The values of a record by RIS's tags as a record; formats with other tags for the same things are read by it too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from paperatlas.bibliography.model import identifiers
from paperatlas.bibliography.model.container import BOOK, IN_JOURNALS, JOURNAL, MULTIVOLUME
from paperatlas.bibliography.model.date_words import publication_state
from paperatlas.bibliography.model.page_ranges import page_range
from paperatlas.bibliography.model.registries import eprint_type, registry_of
from paperatlas.formats.csl import reader_tables as csl_reading
from paperatlas.formats.csl.reader import LeftOut
from paperatlas.formats.csl.reader_tables import TYPE_IN_CUSTOM
from paperatlas.formats.csl.tables import CUSTOM
from paperatlas.formats.dates import from_text, is_off_the_calendar
from paperatlas.formats.entry_types import ENTRY_TYPES
from paperatlas.formats.further_fields import READ_AGAIN, read_people
from paperatlas.formats.keywords import keyword_list, keywords_in_one
from paperatlas.formats.numbers import separated_volume
from paperatlas.formats.person import all_in_one_text, named
from paperatlas.formats.plain_text import from_html, pages, tidy
from paperatlas.formats.records.record import Author, Record
from paperatlas.formats.ris import reader_tables as tables
from paperatlas.formats.ris.tables import NUMBER_OF_ITS_OWN, RIS_TYPES

_BOOKS = frozenset({"book", "collection"})
_CUSTOM = re.compile(rf"({'|'.join(CUSTOM)})\s*:\s*(https?://\S+)", re.IGNORECASE)
_NAMED_FIELD = re.compile(rf"tex\.({'|'.join(sorted({*READ_AGAIN, TYPE_IN_CUSTOM}))}): (\S.*)")
"""A remark that is a field, as the export of PaperAtlas writes it, and Better BibTeX in its notes."""
_EMAIL = re.compile(r"\s*\((?:e-?mail:)?[^()@]*@[^()]*\)", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})")
_NEXT_ADDRESS = re.compile(r"\s*;\s*(?=(?:https?|ftp):|www\.|\Z)|\s+(?=https?:)", re.IGNORECASE)
"""What divides addresses: a semicolon may be part of one."""
_NOTE_OF_ZOTERO = re.compile(r"\s*<(?:p|div|h[1-6]|ul|ol|blockquote)\b", re.IGNORECASE)
_PMCID = re.compile(r"PMC\d+", re.IGNORECASE)
_PUBMED = re.compile(r".*\b(?:PubMed|Medline)\b.*|NLM", re.IGNORECASE)
_SERIAL = re.compile(r"(?:97[89][\s-]?)?[\d][\d\s-]{7,11}[\dXx]|\d{4}-?\d{3}[\dXx]")
"""An ISBN or ISSN, not the number of a report, which has the same tag."""
_OF_A_DATA_BASE = re.compile(
    r"^(?:(?:Total )?Times Cited|Cited Reference Count|"
    r"Cited By(?: \(since \d+\))?|Export Date|CODEN|Correspondence Address|Funding (?:details|text)|References|"
    r"Chemicals/CAS|Accession Number|Manufacturers|Tradenames|Molecular Sequence Numbers|Article)\s*:|"
    r"(?<![\w.+-])[\w.+-]++@[\w-]++\.\w|^\d{4}-\d{3}[\dXx]\s.{30}",
    re.IGNORECASE | re.DOTALL,
)
"""Notes that Scopus, PubMed and the Web of Science fill themselves: counts, lists of references, addresses."""


def record_of_values(values: Mapping[str, list[str]], origin: str) -> tuple[Record, list[LeftOut]]:
    """Return the record of values by RIS's tags, and what of it was left out."""
    written = _first(values, "TY").upper()
    kind = tables.TYPES_FROM_RIS.get(written, "misc")
    known = written in tables.TYPES_FROM_RIS or written in RIS_TYPES.values()
    wrong: list[LeftOut] = [] if known else [("ris_type", {"type": written})]
    fields: dict[str, str] = {}
    for name, value in (
        *_titles(values, kind),
        *_places(values, kind),
        *_numbers(values, kind),
        *_links(values),
        *_words(values, kind),
    ):
        if name and (text := tidy(value)):
            fields.setdefault(name, text)
    fields = _without_repeated_container(fields, values)
    fields = separated_volume(fields, kind)
    if "eprint" in fields and kind in ("unpublished", "misc"):
        kind = "online"
    if fields.get("eprinttype") == "arxiv":
        fields = {
            name: text
            for name, text in fields.items()
            if not (name in ("publisher", "organization", "institution") and text.lower() == "arxiv")
        }
    if written in tables.SUBTYPES_FROM_RIS:
        fields["entrysubtype"] = tables.SUBTYPES_FROM_RIS[written]
    key = _first(values, "ID") if re.fullmatch(r"[A-Za-z][\w.:+-]*", _first(values, "ID")) else ""
    authors, editors, others = _people(values, kind)
    translators = _names(values.get("A4", []))
    if kind == "book" and editors and not authors:
        kind = "collection"
    wrong += [("ris_names", {"tag": tag, "names": "; ".join(names)}) for tag, names in others.items()]
    wrong += [
        ("off_the_calendar", {"text": f"{tag}  - {date}"})
        for tag in ("PY", "YR", "Y1", "DA", "Y2", "OP")
        if is_off_the_calendar(date := _first(values, tag))
    ]
    if (doi := _first(values, "DO", "DI")) and not identifiers.doi(doi):
        wrong.append(("ris_line", {"tag": "DO", "text": doi[:60]}))
    if kind in NUMBER_OF_ITS_OWN and (other := _first(values, "SN")) and fields.get("number") != tidy(other):
        wrong += [] if _SERIAL.fullmatch(other.strip()) else [("ris_line", {"tag": "SN", "text": other[:60]})]
    unknown = sorted(tag for tag in values if tag not in tables.READ_TAGS and tag not in tables.IGNORED_TAGS)
    wrong += [("ris_line", {"tag": tag, "text": values[tag][0][:60]}) for tag in unknown if values[tag][0]]
    named_type = fields.pop(TYPE_IN_CUSTOM, "")
    kind = named_type if named_type in ENTRY_TYPES else kind
    more = read_people(fields)
    fields = {name: text for name, text in fields.items() if name not in more}
    return Record(kind, fields, authors, editors, key, origin, translators, more), wrong


def _without_repeated_container(fields: dict[str, str], values: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the fields without a container that a remark calls by its own name, `tex.maintitle: …`."""
    titles = {BOOK.title, JOURNAL.title, MULTIVOLUME.title}
    remarks = [match[1] for value in values.get("N1", []) if (match := _NAMED_FIELD.fullmatch(value.strip()))]
    told = titles.intersection(remarks)
    works = {fields.get(name) for name in told}
    again = {name for name in {"series", *titles} - told if fields.get(name) in works}
    return {name: text for name, text in fields.items() if name not in again} if told else fields


def _first(values: Mapping[str, list[str]], *tags: str) -> str:
    """Return the first value under the first of the tags that has one."""
    return next((value for tag in tags for value in values.get(tag, []) if value), "")


def _titles(values: Mapping[str, list[str]], kind: str) -> Iterator[tuple[str, str]]:
    yield (
        "title",
        from_html(_first(values, "TI", "T1", "CT") or (_first(values, "BT") if kind in _BOOKS else "")),
    )
    if translated := from_html(_first(values, "TT")):
        yield "titleaddon", f"[{translated}]"
    yield "shorttitle", from_html(_first(values, "ST"))
    if kind in IN_JOURNALS:
        journal = _first(values, *tables.JOURNAL_TAGS)
        if _first(values, "DP") == "EBSCOhost" and (other := _first(values, "JF", "JO")) not in ("", journal):
            yield "titleaddon", from_html(journal)
            journal = other
        yield "journaltitle", from_html(journal)
        yield "shortjournal", from_html(_first(values, "J2", *(["JA"] if values.keys() & {"T2", "JO", "JF"} else [])))
        yield "series", from_html(_first(values, "T3"))
    elif kind in csl_reading.IN_BOOKS:
        container = _first(values, *tables.CONTAINER_TAGS)
        conference = _first(values, "T2") if _first(values, "C3") else ""
        yield "booktitle", from_html(container)
        yield "eventtitle", from_html(conference if conference != container else "")
        series = _first(values, "T3")
        yield "series", from_html(series if series != container else "")
        yield "shortbooktitle", from_html(_first(values, "J2"))
    else:
        yield "series", from_html(_first(values, "T3", "T2"))
        # They appeared in no other work, but what is said stays.
        yield "journaltitle", from_html(_first(values, "JO", "JF", "JA", "J1", "C3"))
        book = from_html(_first(values, "BT"))
        yield "booktitle", book if book != from_html(_first(values, "TI", "T1", "CT")) and kind not in _BOOKS else ""


def _places(values: Mapping[str, list[str]], kind: str) -> Iterator[tuple[str, str]]:
    yield csl_reading.publisher_field(kind), _EMAIL.sub("", from_html(_first(values, "PB")))
    yield "location", from_html(_first(values, "CY", "PP"))
    yield ("venue" if kind == "inproceedings" else ""), _first(values, "C1")
    date = _date(values)
    yield "date", date
    yield "pubstate", "" if date else publication_state(_first(values, "PY", "YR", "Y1", "DA"))
    yield "origdate", from_text(_first(values, "OP"))
    yield "urldate", from_text(_first(values, "Y2"))
    # EndNote has the date of the electronic edition there.
    edition = _first(values, "ET") if not re.match(r"\d{4}[/-]", _first(values, "ET")) else ""
    yield ("version" if kind == "software" else "edition"), edition
    yield "volumes", _first(values, "NV")
    yield "library", _first(values, "CN")
    yield "abstract", from_html(_first(values, "AB", "N2"))


def _date(values: Mapping[str, list[str]]) -> str:
    """Return the most exact date; the year of publication counts where another tag has another year or none."""
    year = _YEAR.search(_first(values, "PY", "YR", "Y1"))
    dates = [
        date
        for tag in ("DA", "Y1", "PY", "YR")
        if (date := from_text(_dated(_first(values, tag), year[1] if year else "")))
    ]
    online = from_text(_first(values, "Y1"))
    if year and len(online) > 4 and len(dates[0]) > 4 and online[:4] == year[1] < dates[0][:4]:
        return dates[0]  # publishers' sites have the day it went online in Y1 and PY, and the issue's in DA
    if year:
        dates = [date for date in dates if date.startswith(year[1])] or [year[1]]
    return max(dates, key=len, default="") or from_text(_first(values, "PY", "YR", "Y1"))


def _dated(text: str, year: str) -> str:
    """Return what DA says, with the year if it says none (`Jun`, `06/12`)."""
    text = text.strip().rstrip("/")
    return text if not text or _YEAR.search(text) else f"{text} {year}" if re.search(r"[A-Za-z]", text) else ""


def _numbers(values: Mapping[str, list[str]], kind: str) -> Iterator[tuple[str, str]]:
    yield "volume", _first(values, "VL")
    numbered = kind in NUMBER_OF_ITS_OWN
    number = _first(values, "IS", "CP") or (_first(values, "SN", "M1") if numbered else _first(values, "M1"))
    yield "number", number if number != "0" else ""  # what publishers write for none
    first, last, eid = _first(values, "SP"), _first(values, "EP"), _first(values, "C7")
    yield "eid", eid
    if kind in ("book", "collection", "thesis", "report") and first and not last and not re.search(r"[-–]", first):
        yield "pagetotal", re.sub(r"\s*(?:p|pp|pages|[Ss])\.?$", "", first)
    elif first != eid or last:
        yield "pages", pages(_with_last(first, last))
    yield ("chapter" if kind in ("incollection", "inbook") else ""), _first(values, "SE")
    serial = _first(values, "SN").split("(")[0].split(";")[0].strip()
    digits = re.sub(r"[^0-9Xx]", "", serial)
    several = len(digits) > 13 and digits.startswith(("978", "979"))
    if not numbered or (serial != number and _SERIAL.fullmatch(serial)):
        yield ("isbn" if len(digits) in (10, 13) or several else "issn"), serial


def _with_last(first: str, last: str) -> str:
    """Return a range of pages; some write all of it as its beginning, with its end or without."""
    end = page_range(first)[1]
    if not last or first == last or (end and (end == last or (last.isdecimal() and end.isdecimal()))):
        return first
    return f"{first}--{last}"


def _links(values: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Return identifiers and addresses; of several addresses the first that is none of arXiv or a DOI's."""
    addresses = [
        one for tag in ("UR", "L2", "LK") for value in values.get(tag, []) for one in _NEXT_ADDRESS.split(value) if one
    ]
    files = [value for value in values.get("L1", []) if value.startswith("http")]
    doi = _first(values, "DO", "DI")
    elsewhere = (*addresses, *values.get("M3", []), *values.get("N1", []))
    given = identifiers.doi(doi) or next((found for text in elsewhere if (found := identifiers.doi(text))), "")
    arxiv = identifiers.arxiv(given or "")
    from_archive = _first(values, "AN") if _first(values, "DB", "DP").lower() == "arxiv" else ""
    found = arxiv or identifiers.arxiv(from_archive) or next(
        (number for text in (*addresses, *files, _first(values, "AN"), *values.get("N1", []), *values.get("M1", []))
         if "arxiv" in text.lower() and (number := identifiers.arxiv(text) or identifiers.arxiv_in_text(text))), None,
    )  # fmt: skip
    if given and not arxiv:
        yield "doi", given
    if _PMCID.fullmatch(_first(values, "C2")):
        yield "pmcid", _first(values, "C2")
    if found:
        yield "eprint", found
        yield "eprinttype", "arxiv"
    elif _PUBMED.fullmatch(_first(values, "DB")) and _first(values, "AN").isdecimal():
        yield "pmid", _first(values, "AN")
    elif from_archive or (_first(values, "AN") and _first(values, "DB")):
        kind = eprint_type(_first(values, "DB"))
        registry = registry_of("eprint", kind)
        if registry and registry.field:
            yield registry.field, _first(values, "AN")
        else:
            yield "eprint", _first(values, "AN")
            yield "eprinttype", kind
    for url in (*addresses, *files):
        address = identifiers.nearly_url(url.strip()) or url.strip()
        if identifiers.lacks_scheme(address):
            address = f"https://{address}"
        if (
            identifiers.url_state(address) == "good"
            and not identifiers.doi(address)
            and not (found and identifiers.arxiv(address) == found)
        ):
            yield "url", address


def _words(values: Mapping[str, list[str]], kind: str) -> Iterator[tuple[str, str]]:
    languages = [csl_reading.language(tag) for tag in re.split(r"\s*[;,]\s*", ";".join(values.get("LA", []))) if tag]
    if len(languages) > 1:
        yield "language", " and ".join(name for _, name in languages)
    yield from languages if len(languages) == 1 else ()
    if kind in ("thesis", "report"):
        yield "type", csl_reading.genre_fields(_first(values, "M3"))
    words = values.get("KW", [])
    yield "keywords", keyword_list(words) if len(words) > 1 else keywords_in_one("".join(words))
    notes, private = [], values.get("RN", [])
    for value in values.get("N1", []):
        if match := _CUSTOM.fullmatch(value.strip()) or _NAMED_FIELD.fullmatch(value.strip()):
            yield match[1].lower(), publication_state(match[2]) or match[2]
        elif _NOTE_OF_ZOTERO.match(value):
            private = [*private, value]
        elif value and not _OF_A_DATA_BASE.search(value) and not identifiers.doi(value):
            notes.append(from_html(value))
    yield "note", " ".join(notes)
    # EndNote's research notes, and the notes that Zotero exports, are the reader's own.
    yield "annote", " ".join(from_html(value) for value in private)


def _people(
    values: Mapping[str, list[str]], kind: str
) -> tuple[tuple[Author, ...], tuple[Author, ...], dict[str, list[str]]]:
    """Return authors, editors, and the names that an entry made here has no place for, by tag."""
    authors = _names([*values.get("AU", []), *values.get("A1", [])])
    # The second names of a patent are who holds it, which are no editors.
    tags = ("A3", "ED") if kind in ("book", "collection") else ("ED",) if kind == "patent" else ("A2", "ED")
    editors = _names([value for tag in tags for value in values.get(tag, [])])
    rest = [tag for tag in ("A2", "A3") if tag not in tags and any(values.get(tag, []))]
    return authors, editors, {tag: values[tag] for tag in rest}


def _names(written: list[str]) -> tuple[Author, ...]:
    """`Family, Given, Suffix`; without a comma a group's name."""
    texts = (unescape(text) if "&" in text else text for text in written)  # the semicolon of `J&ouml;rg` parts nobody
    values = dict.fromkeys(one for text in texts for one in text.split(";"))
    return named(name for value in values for name in all_in_one_text(value))
