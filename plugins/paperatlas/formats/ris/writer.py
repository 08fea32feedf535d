"""Entries as RIS, which every reference manager reads.

Types and tags are those of the RIS format's specification (Research Information Systems, 2001, and its revision of
2011). What a tag holds depends on the type there, and programs differ where they read one; what is written is what
Zotero's and EndNote's readers take a tag for. A value stands on one line, and lines end with a line feed alone: every
reader takes that for the carriage return and line feed of the specification.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from paperatlas.bibliography import Entry, Name, NameList
from paperatlas.bibliography.model.container import IN_JOURNALS, outermost_of, short_name
from paperatlas.bibliography.model.date_words import STATE_WORDS, means_no_date
from paperatlas.bibliography.model.dates import read_date
from paperatlas.bibliography.model.entry_links import cited_addresses
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.bibliography.model.identifiers import arxiv_pdf
from paperatlas.bibliography.model.marked_text import readable_text
from paperatlas.bibliography.model.page_ranges import page_range
from paperatlas.bibliography.model.registries import REGISTRY_FIELDS, registry_of
from paperatlas.formats.csl.reader_tables import TYPE_IN_CUSTOM
from paperatlas.formats.csl.tables import CUSTOM
from paperatlas.formats.dates import to_ris
from paperatlas.formats.entry_types import ENTRY_TYPES
from paperatlas.formats.entry_values import (
    addresses_only,
    exported,
    full_title,
    genre,
    is_preprint,
    language_tag,
    number_of,
    periodical_subtype,
    preprint_volume,
    repeats_arxiv,
)
from paperatlas.formats.further_fields import field_text, first_publisher, further_fields
from paperatlas.formats.keys import unique_keys
from paperatlas.formats.ris.reader_tables import TYPES_FROM_RIS, container_in_ris
from paperatlas.formats.ris.tables import (
    EDITORS_OF_BOOKS,
    NUMBER_OF_ITS_OWN,
    ONLY_IN,
    ONLY_OF_SOME_TYPES,
    RIS_BOOKS,
    RIS_NAMES,
    RIS_TEXTS,
    RIS_TYPES,
    WITHOUT_A_TAG,
)

_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")

_OTHERS = "et al.,"
"""EndNote's manual, "Author and Editor Names": if not all authors are known, the last is `et al.` with a comma."""

_TRANSLATED = re.compile(r"\[([^\[\]]+)\]")
"""What is added to a title in brackets of its own: its translation."""

Line = tuple[str, str]
"""A tag and its value."""


def ris(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield each record as text, with a blank line before all but the first."""
    works = [entry for entry in entries if entry.type not in NO_WORKS]
    for number, (entry, key) in enumerate(zip(works, unique_keys(works), strict=True)):
        yield ("\n" if number else "") + ris_record(entry, key)


def ris_record(entry: Entry, key: str = "") -> str:
    """Return one record; its `ID` is `key`, or the citation key."""
    kind = ris_type(entry)
    lines = [("TY", kind), ("ID", key or entry.key), *_lines(entry, kind)]
    text = "".join(f"{tag}  - {clean}\n" for tag, value in lines if (clean := _INVISIBLE.sub(" ", value).strip()))
    return f"{text}ER  - \n"


def ris_type(entry: Entry) -> str:
    """RIS's type of an entry; a preprint is unpublished work."""
    if subtype := periodical_subtype(entry):
        return "MGZN" if subtype == "magazine" else "NEWS"
    return "UNPB" if is_preprint(entry) else RIS_TYPES.get(entry.kind, "GEN")


def _type_read(entry: Entry, kind: str) -> str:
    """Return BibLaTeX's type that a record of RIS's type `kind` is read as."""
    read = TYPES_FROM_RIS.get(kind, "misc")
    edited = read == "book" and entry.names("editor").names and not entry.names("author").names
    return "collection" if edited else read


def _lines(entry: Entry, kind: str) -> Iterator[Line]:
    """Yield all lines of a record of RIS's type `kind` but the first two and the last."""
    lines = [*_tagged_lines(entry, kind)]
    yield from lines
    written = {value for _, value in lines}
    names = [name for name in ONLY_OF_SOME_TYPES if entry.has(name) and field_text(entry, name) not in written]
    names += () if entry.kind in ("thesis", "report", "patent") else ("type",)  # `M3` is read of these alone
    if entry.kind in ENTRY_TYPES and entry.kind != _type_read(entry, kind) and not is_preprint(entry):
        yield "N1", f"tex.{TYPE_IN_CUSTOM}: {entry.kind}"
    outermost = outermost_of(entry)
    if outermost and outermost.title != container_in_ris(_type_read(entry, kind)):  # it would be read as another work
        yield "N1", f"tex.{outermost.title}: {field_text(entry, outermost.title)}"
    # As Better BibTeX has fields in remarks, which nobody takes for one: `tex.issuetitle: Maps of the World`.
    yield from (("N1", f"tex.{name}: {text}") for name, text in further_fields(entry, (*WITHOUT_A_TAG, *names)))


def _tagged_lines(entry: Entry, kind: str) -> Iterator[Line]:
    """Yield the lines for what RIS has tags for."""
    for name, tag in RIS_NAMES.items():
        tag_here = EDITORS_OF_BOOKS if name == "editor" and kind in RIS_BOOKS else tag
        yield from ((tag_here, text) for text in _names(entry.names(name)))
    yield from _titles(entry, kind)
    yield from _dates(entry)
    yield from _numbers(entry)
    left_out = {name for name, kinds in ONLY_IN.items() if kind not in kinds}
    left_out |= {"volume"} if preprint_volume(entry) else set()
    left_out |= {"edition"} if kind == "COMP" and entry.has("version") else set()
    yield from ((tag, _text(entry, name)) for name, tag in RIS_TEXTS.items() if name not in left_out)
    archive = "arXiv" if is_preprint(entry) else ""
    publisher = first_publisher(entry)
    yield "PB", entry.plain(publisher) if publisher else archive
    yield from _identifiers(entry, kind)
    yield "LA", language_tag(entry)
    yield "M3", genre(entry)
    yield from (("KW", keyword.value) for keyword in entry.list("keywords"))
    yield from _notes(entry)


def _names(names: NameList) -> list[str]:
    """Return the names, and what stands for those who are not named."""
    return [_name(name) for name in names.names] + ([_OTHERS] if names.others else [])


def _name(name: Name) -> str:
    """`von Family, Given, Jr`; the specification forbids asterisks in names, and a comma ends the family's."""
    family = name.full_family
    parts = [family, name.given, name.suffix] if family else [(name.literal or name.given).replace(",", "")]
    while not parts[-1] and len(parts) > 1:
        parts.pop()
    return ", ".join(parts).replace("*", "")


def _titles(entry: Entry, kind: str) -> Iterator[Line]:
    translated = _TRANSLATED.fullmatch(entry.plain("titleaddon"))
    yield "TI", _title(entry, "title", "subtitle", "" if translated else "titleaddon")
    yield "TT", translated[1] if translated else ""
    outermost, short = outermost_of(entry), short_name(entry)
    addon = f"{outermost.title}addon" if outermost else ""
    container = _title(entry, outermost.title, outermost.subtitle, addon) if outermost else ""
    if kind == "CONF":
        # The name of the conference and that of its proceedings, which most entries do not tell apart.
        yield "T2", _text(entry, "eventtitle") or container
        yield "C3", container
    else:
        yield "T2", container
    # Of works that appear in others the second title is theirs, also where it is not known.
    part = container or kind in ("CONF", "CHAP", "JOUR", "MGZN", "NEWS", "ENCYC")
    yield ("T3" if part else "T2"), _text(entry, "series")
    yield "J2", short.text if short else ""
    yield "ST", _text(entry, "shorttitle")


def _title(entry: Entry, name: str, subname: str, addon: str) -> str:
    return full_title(entry, name, subname, addon, render=readable_text)


def _text(entry: Entry, name: str) -> str:
    """Return a field as it is read: programs that take RIS show a formula in dollar signs as it stands."""
    text = entry.text(name)
    return text.readable if text else ""


def _dates(entry: Entry) -> Iterator[Line]:
    """Yield the year, and the date as exactly as RIS can say it; words for a year that it has no digits for."""
    date = entry.date
    if date and date.year is not None and 0 < date.year <= 9999:
        yield "PY", f"{date.year:04d}"
        yield "DA", to_ris(date)
    else:
        state, written = entry.pubstate, entry.verbatim("date") or ""
        words = STATE_WORDS.get(state, state) or ("" if means_no_date(written) else written)
        yield "PY", date.years if date else words
    first, _ = read_date(entry.verbatim("origdate") or "")
    yield "OP", (first.iso if first.month else first.years) if first else ""
    accessed, _ = read_date(entry.verbatim("urldate") or "")
    if accessed and accessed.year is not None and 0 < accessed.year <= 9999:
        yield "Y2", to_ris(accessed)


def _numbers(entry: Entry) -> Iterator[Line]:
    """Issue or number, and pages; an article that has a number instead of pages has it in their place."""
    number, issue, eid, pages = (number_of(entry, name) for name in ("number", "issue", "eid", "pages"))
    if entry.kind in IN_JOURNALS:
        yield "IS", number or issue
    else:
        yield ("SN" if entry.kind in NUMBER_OF_ITS_OWN else "M1"), number
    yield "C7", eid
    pages = pages or eid
    first, last = page_range(pages) if "," not in pages else (pages, "")
    yield "SP", first or entry.plain("pagetotal")
    yield "EP", last


def _identifiers(entry: Entry, kind: str) -> Iterator[Line]:
    """DOI, the number in a data base, ISBN or ISSN, and addresses."""
    arxiv = entry.arxiv
    doi = entry.doi or exported(entry, "doi")
    yield "DO", doi
    if arxiv:
        yield "AN", arxiv
        yield "DB", "arXiv"
    elif eprint := entry.verbatim("eprint"):
        yield "AN", eprint
        registry = registry_of("eprint", entry.verbatim("eprinttype") or "")
        yield "DB", registry.name if registry else entry.verbatim("eprinttype") or ""
    elif pmid := entry.verbatim("pmid"):
        yield "AN", pmid
        yield "DB", REGISTRY_FIELDS["pmid"].name
    if kind == "JOUR":  # of other types it stands for something else
        yield "C2", entry.verbatim("pmcid") or ""
    if entry.kind not in NUMBER_OF_ITS_OWN:
        first, second = ("issn", "isbn") if entry.kind in IN_JOURNALS else ("isbn", "issn")
        yield "SN", entry.verbatim(first) or entry.verbatim(second) or ""
    yield from (("L1" if _path(url).endswith(".pdf") else "UR", url) for url in cited_addresses(entry))
    if arxiv:
        yield "L1", arxiv_pdf(arxiv)


def _path(url: str) -> str:
    """Return the path of a web address, in lower case; the whole of what is none."""
    try:
        return urlsplit(url).path.lower()
    except ValueError:
        return url.lower()


def _notes(entry: Entry) -> Iterator[Line]:
    """Remarks, then the addresses that RIS has no tag for."""
    left_out = repeats_arxiv(entry) | addresses_only(entry)
    names = ("note", "addendum", "howpublished", "annotation")
    yield from (("N1", _text(entry, name)) for name in names if name not in left_out)
    for name in CUSTOM:
        if address := exported(entry, name):
            yield "N1", f"{name.capitalize()}: {address}"
