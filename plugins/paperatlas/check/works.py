"""What tells whether two entries are one work, taken from each entry once."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.atlas import DEFAULT_RELATION_TYPES
from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.bibliography.model.identifiers import PREPRINT_DOIS
from paperatlas.text.folding import folded_words
from paperatlas.text.titles import title_words

RELATION_FIELDS = tuple(kind.name for kind in DEFAULT_RELATION_TYPES)
_REFERENCES = ("crossref", "entryset", "related", "xref")
_DISTINCTIONS = ("edition", "number", "part", "version", "volume")


@dataclass(frozen=True, slots=True)
class Work:
    """One entry, as it is compared with others."""

    entry: Entry
    words: tuple[str, ...]
    """The words of its title and subtitle, without case, accents and a leading article."""
    letters: str
    """The same without spaces: hyphens and blanks do not tell titles apart."""
    author: str
    """The last word of the first author's family name, likewise; empty if nobody is named."""
    year: int | None
    doi: str | None
    """In lower case, which DOIs ignore."""
    arxiv: str | None
    key_fields: tuple[str, ...]
    """The fields that hold keys of other entries."""


def works(library: Library, relation_fields: tuple[str, ...] = RELATION_FIELDS) -> list[Work]:
    """Return the works of a library: of entries with one key only the first, as everywhere on the site."""
    key_fields = (*_REFERENCES, *relation_fields)
    first: dict[str, Entry] = {}
    for entry in library.entries:
        if entry.type not in NO_WORKS:
            first.setdefault(entry.key, entry)
    return [_work(entry, key_fields) for entry in first.values()]


def _work(entry: Entry, key_fields: tuple[str, ...]) -> Work:
    words = title_words(f"{entry.plain('title')} {entry.plain('subtitle')}")
    names = (entry.names("author") or entry.names("editor")).names
    author = folded_words(names[0].family or names[0].literal or names[0].given)[-1:] if names else ()
    date = entry.date
    doi = entry.doi.lower() if entry.doi else None
    year = date.year if date else None
    return Work(entry, words, "".join(words), "".join(author), year, doi, entry.arxiv, key_fields)


def told_apart(first: Work, second: Work) -> bool:
    """Return whether one of two entries names the other, so that they are different on purpose."""
    return _names(first, second.entry.key) or _names(second, first.entry.key)


def _names(work: Work, key: str) -> bool:
    return any(item.value == key for name in work.key_fields for item in work.entry.list(name))


def differ(first: Work, second: Work) -> bool:
    """Return whether identifiers or numbers say that two entries of one title are different works."""
    if _other_doi(first.doi, second.doi) or (first.arxiv and second.arxiv and first.arxiv != second.arxiv):
        return True
    return any(
        _number(first.entry, name) != _number(second.entry, name)
        for name in _DISTINCTIONS
        if _number(first.entry, name) and _number(second.entry, name)
    )


def _other_doi(first: str | None, second: str | None) -> bool:
    """Return whether two DOIs are those of two publications; a preprint's may stand beside its paper's."""
    if not first or not second or first == second:
        return False
    return first.startswith(PREPRINT_DOIS) == second.startswith(PREPRINT_DOIS)


def _number(entry: Entry, name: str) -> str:
    """Return a number that tells works apart; not the `abs/…` which some give the volume of a preprint."""
    number = entry.plain(name)
    return "" if number.startswith("abs/") else number.casefold()
