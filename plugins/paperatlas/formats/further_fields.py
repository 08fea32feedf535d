"""What an entry says that a format has no tag for, such as the journal of a thesis: named fields beside the others.

CSL-JSON has an object for that (`custom`), RIS has remarks, and both are read again. Nothing of it is printed by a
style, and nothing of it is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from paperatlas.bibliography import Entry, Name
from paperatlas.bibliography.model.container import BOOK, JOURNAL, MULTIVOLUME, names_arxiv, outermost_of
from paperatlas.bibliography.model.date_words import STATE_WORDS
from paperatlas.bibliography.model.fields import NAME_FIELDS
from paperatlas.bibliography.model.name_forms import is_others
from paperatlas.formats.entry_values import full_title
from paperatlas.formats.person import OTHERS, in_one_text, named
from paperatlas.formats.records.record import Author

_PUBLISHERS = ("publisher", "institution", "organization")
"""Those who published a work: formats have a place for one, and the first that is there takes it."""
_ISSUED = frozenset({"report", "thesis"})
"""Types whose institution comes first."""

_CONTAINERS = {
    container.title: (container.subtitle, f"{container.title}addon") for container in (JOURNAL, BOOK, MULTIVOLUME)
}
_SUBTITLES = {**_CONTAINERS, "issuetitle": ("issuesubtitle", "issuetitleaddon")}

FURTHER_FIELDS = (
    "issuetitle", "nameaddon", "reprinttitle", "isan", "ismn", "isrn", "iswc", "mrnumber", "zblnumber", "collaboration",
    "reportnumber", "articleno", "fjournal", "afterword", "annotator", "commentator", "foreword", "introduction",
    "editora", "editorb", "editorc", "editortype", "editoratype", "editorbtype", "editorctype", "origlanguage",
    "shortseries", "shorthand", "shortauthor", "shorteditor", "lccn", "oclc", "coden", "mrclass", "bibcode", "hal_id",
    "inspire", "acmid", "abstractorigin", "codetype", "codelicense", "eprintclass",
)  # fmt: skip
"""The fields that neither CSL nor RIS has a place for, by BibLaTeX's names."""

READ_AGAIN = frozenset({
    *_SUBTITLES, *_PUBLISHERS, *FURTHER_FIELDS, "bookauthor", "chapter", "director", "edition", "eid", "eprint",
    "eprinttype", "eventdate", "eventtitle", "holder", "isbn", "issn", "issue", "medium", "origlocation",
    "origpublisher", "origtitle", "pagetotal", "part", "pmcid", "pmid", "pubstate", "type", "venue", "version",
})  # fmt: skip
"""What named fields of a format are read as."""

_EVERY_NAME = READ_AGAIN - {"eprint", "eprinttype"}


def further_fields(entry: Entry, without_a_tag: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry that a format has no tag for, each with its text; `without_a_tag` are their names.

    Of the works that it appeared in and of its publishers, those are yielded for which another left no place.
    """
    # Few entries have any of them, and all are asked.
    there = _EVERY_NAME.intersection(entry.field_names)
    if not there:
        return
    outermost = outermost_of(entry)
    placed = {first_publisher(entry), outermost.title if outermost else ""}
    for name in (*_CONTAINERS, *_PUBLISHERS, *without_a_tag):
        text = field_text(entry, name) if name in there and name not in placed and not names_arxiv(entry, name) else ""
        if text and text != entry.plain("title"):
            yield name, text


def first_publisher(entry: Entry) -> str:
    """Return the field with the publisher that a format names; empty if there is none."""
    names = ("institution", *_PUBLISHERS) if entry.kind in _ISSUED else _PUBLISHERS
    return next((name for name in names if entry.has(name)), "")


def read_people(fields: Mapping[str, str]) -> dict[str, tuple[Author, ...]]:
    """Return the people in fields that were read again, by the field."""
    people = {name: text for name, text in fields.items() if name in NAME_FIELDS}
    return {name: named(map(_person, text.split(" and "))) for name, text in people.items()}


def _person(text: str) -> Author | None:
    """Return a name as it is written below: one without a comma has no parts."""
    return in_one_text(text) if "," in text else OTHERS if is_others(text) else Author(text)


def field_text(entry: Entry, name: str) -> str:
    """Return a field as plain text: a title with its subtitle, names one behind the other."""
    if name in NAME_FIELDS:
        names = entry.names(name)
        return " and ".join([*map(_name, names.names), *(["others"] if names.others else [])])
    if name == "pubstate":
        return STATE_WORDS.get(entry.pubstate, entry.pubstate)
    return full_title(entry, name, *_SUBTITLES.get(name, ()))


def _name(name: Name) -> str:
    """Return `von Family, Given, Jr`; what has no parts as it is."""
    return ", ".join(filter(None, (name.full_family, name.given, name.suffix))) if name.family else name.display
