"""Which fields of an entry leave the library, on pages, in exports and in the search index; any other stays behind.

What describes a work is on the list: BibLaTeX's fields, identifiers, links, and the names that bibliographic services
give to such facts. What a person or a program keeps for itself is not: files on a disk, remarks, groups, dates of
editing, marks of what was read.
"""

# ruff: noqa: SLF001 — a copy of an entry takes what the entry holds

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from paperatlas.bibliography.model.entry import Entry
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, NAME_FIELDS, OR_FILE_FIELDS
from paperatlas.bibliography.model.stored import Head
from paperatlas.bibliography.model.verbatim import unescape
from paperatlas.text.word_lists import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paperatlas.bibliography.model.stored import Store, StoredField

ALL_FIELDS = "*"
"""Stands for every field where the names of fields are listed."""

_BIBLATEX = words_in(
    "abstract addendum authortype bookpagination booksubtitle booktitle booktitleaddon chapter crossref date"
    " day doi edition editoratype editorbtype editorctype editortype eid endday endmonth endyear entryset"
    " entrysubtype eprint eprintclass eprinttype eventdate eventtitle eventtitleaddon gender howpublished ids"
    " indexsorttitle indextitle institution isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon"
    " iswc journalsubtitle journaltitle journaltitleaddon keywords label langid langidopts language library location"
    " mainsubtitle maintitle maintitleaddon month nameaddon note number options organization origdate origlanguage"
    " origlocation origpublisher origtitle pages pagetotal pagination part presort publisher pubstate related"
    " relatedoptions relatedstring relatedtype reprinttitle series shortbooktitle shorthand shorthandintro"
    " shortjournal shortseries shorttitle sortkey sortshorthand sorttitle sortyear subtitle title titleaddon type"
    " urldate venue version volume volumes xdata xref year"
)
"""Of the BibLaTeX manual's fields (2.2) those that describe a work. Not its `file`, nor what has a meaning for one's
own document alone (`execute`, `usera`, `lista`, `verba`, `namea` and their like). Nor its `annotation`: Better BibTeX
writes the notes of a Zotero library there, so that it is for readers only where a site says so."""

_OF_SERVICES = words_in(
    # links
    "codetype codelicense github html poster urlraw"
    # identifiers, and where they lead
    " adsurl arxiv arxivid acmid bibcode biburl bibsource hal_id hal_version inspire lccn mrnumber oclc pmcid pmid zbl"
    " zblnumber"
    # ACM, ADS, INSPIRE, MathSciNet, zbMATH
    " articleno issue_date numpages collaboration reportnumber coden fjournal mrclass mrreviewer zbmath"
    # GB/T 7714
    " medium mark"
    # our own: what a method changes, what came of it, why a relation is stated, whose words an abstract is
    " abstractorigin change evidence results"
)

_PRIVATE_NAMES = frozenset({"namea", "nameb", "namec"})

PUBLISHED = frozenset({*_BIBLATEX, *_OF_SERVICES, *ADDRESS_FIELDS, *(NAME_FIELDS - _PRIVATE_NAMES)})
"""The fields that leave the library, by BibLaTeX's names. Their twins in another language (`abstract_zh`) and
BibLaTeX's annotations of them (`author+an`) do as well; and so do `file` and the fields that may hold one, such as
`pdf`, if they hold a web address."""

_PRIVATE_AS_WRITTEN = frozenset({"annote"})
"""Names that stand for a field that a site may publish, but for something else to those who write them: BibTeX's styles
print no `annote`, and Mendeley, JabRef and Zotero keep one's own remarks there. Only its own name publishes it."""

_VARIANT = re.compile(r"\+.*|_[a-z]{2,3}$", re.DOTALL)
_WEB_ADDRESS = re.compile(r"\s*https?://[^\s;]+\s*\Z", re.IGNORECASE)
_LOCAL_PATH = re.compile(
    r"\s*+(?:\\url\s*+)?+[{<]*+\s*+(?:file:|[A-Za-z]:\s*\\|/(?:home|Users|Volumes|mnt|media|tmp)/|\\\\\w)",
    re.IGNORECASE,
)
"""The beginning of an address that leads to one's own disk."""
_MANAGERS_NOTE = re.compile(
    r"\s*(?:titleTranslation|original-title|foundation|download|album|CLC|dbcode|dbname|filename|publicationTag|CIF|AIF)\s*:"
)
"""How a note begins that is Zotero's field "Extra" as its translators for CNKI fill it, with codes of that service."""
_ADDRESSES = frozenset({*ADDRESS_FIELDS, "file", "html", "howpublished", "note", "poster", "urlraw"})


class Written(Protocol):
    """A field: its name in BibLaTeX, the one in the file, and its value as written."""

    @property
    def name(self) -> str:
        """Return BibLaTeX's name."""

    @property
    def written_name(self) -> str:
        """Return the name in the file, in lower case."""

    @property
    def raw(self) -> str:
        """Return the value."""


def is_published(field: Written, more: frozenset[str] = frozenset()) -> bool:
    """Return whether a field leaves the library; `more` are names of fields that do besides those on the list."""
    name, written = field.name, field.written_name
    if more and (ALL_FIELDS in more or written in more):
        return True
    if written in _PRIVATE_AS_WRITTEN or (name == "note" and _MANAGERS_NOTE.match(field.raw)):
        return False
    if name in more:
        return True
    if name in _ADDRESSES and _LOCAL_PATH.match(field.raw):
        return False
    if name == "file" or name in OR_FILE_FIELDS:
        return _WEB_ADDRESS.match(unescape(field.raw)) is not None
    if name in PUBLISHED:
        return True
    base = _VARIANT.sub("", name)
    return base in PUBLISHED or base in more


def published_entries(
    entries: Sequence[Entry], more: Iterable[str] = (), before: Iterable[tuple[Entry, Entry]] = ()
) -> tuple[Entry, ...]:
    """Return the entries as others may see them: without the fields that stay behind, also those of their parents.

    `before` are entries and what this function returned for them with the same `more`.
    """
    names = frozenset(more)
    if ALL_FIELDS in names:
        return tuple(entries)
    stores: dict[int, PublishedStore] = {}
    copies = {id(entry): copy for entry, copy in before if not entry._parents}
    for entry in entries:
        if id(entry) in copies:
            continue
        store = stores.setdefault(id(entry._store), PublishedStore(entry._store, names))
        head = Head(entry.key, entry.type, entry._line, entry._column, entry.end_line)
        copies[id(entry)] = Entry(entry._file, head, store, entry._index)
    for entry in entries:
        if entry._parents:
            parents = tuple((kind, copies[id(parent)]) for kind, parent in entry._parents if id(parent) in copies)
            copies[id(entry)].inherit(parents)
    return tuple(copies[id(entry)] for entry in entries)


_MOST_REMEMBERED = 20_000
"""Of so many entries it is known at a time which fields they publish, as many as stay decoded."""


class PublishedStore:
    """The fields of a file's entries that leave the library."""

    __slots__ = ("_more", "_remembered", "_store")

    def __init__(self, store: Store, more: frozenset[str]) -> None:
        self._store = store
        self._more = more
        self._remembered: dict[int, Mapping[str, StoredField]] = {}

    def fields_of(self, index: int) -> Mapping[str, StoredField]:
        """Return the fields of the entry with this number in its file, by BibLaTeX's names."""
        fields = self._remembered.get(index)
        if fields is None:
            everything = self._store.fields_of(index)
            fields = {name: field for name, field in everything.items() if is_published(field, self._more)}
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[index] = fields
        return fields
