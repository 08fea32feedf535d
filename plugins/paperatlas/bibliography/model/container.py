"""Which field names the work that an entry appeared in: its journal, its book or its proceedings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from paperatlas.bibliography.model.entry import Entry
    from paperatlas.bibliography.model.marked_text import MarkedText


class Container(NamedTuple):
    """The fields with the title, the subtitle and the short name of a work that others appear in."""

    title: str
    subtitle: str
    short: str


JOURNAL = Container("journaltitle", "journalsubtitle", "shortjournal")
BOOK = Container("booktitle", "booksubtitle", "shortbooktitle")
MULTIVOLUME = Container("maintitle", "mainsubtitle", "")

IN_JOURNALS = frozenset({"article", "periodical", "review", "suppperiodical"})
"""BibLaTeX's types of what appears in a journal. Any other appears in a book before it appears in a journal."""


_ARXIV_AS_JOURNAL = re.compile(
    r"(?:arxiv(?:\.org)?(?:\s+e-?prints?|\s+preprints?)?|corr)"
    r"(?:[\s,:]*(?:arxiv:|abs/)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?)?(?:\s*\[[\w.-]+(?:,\s*[\w.-]+)*\])?[\s.,]*",
    re.IGNORECASE,
)
"""What people write for the journal of a preprint, with its number: `arXiv preprint arXiv:1706.03762`, `CoRR`."""


def container_of(entry: Entry) -> Container | None:
    """Return the fields of the journal or book that `entry` appeared in; its type decides where it names both.

    arXiv, which some name as the journal of a preprint, is none.
    """
    return next((container for container in _by_type(entry) if _is_named(entry, container)), None)


def names_arxiv(entry: Entry, name: str) -> bool:
    """Return whether a field only says that `entry` is a preprint at arXiv, as its identifier does."""
    return bool(entry.arxiv and _ARXIV_AS_JOURNAL.fullmatch(entry.plain(name)))


def _is_named(entry: Entry, container: Container) -> bool:
    title = entry.plain(container.title)
    if not title or names_arxiv(entry, container.title):
        return False
    # Proceedings whose entry has their title twice are in no other book.
    return container != BOOK or title.casefold() != entry.plain("title").casefold()


def container_title(entry: Entry) -> MarkedText | None:
    """Return the title of the journal or book that `entry` appeared in."""
    container = container_of(entry)
    return entry.text(container.title) if container else None


def outermost_of(entry: Entry) -> Container | None:
    """Return the fields of what `entry` appeared in, or else of the work in several volumes that it is one of."""
    return container_of(entry) or (MULTIVOLUME if entry.text(MULTIVOLUME.title) else None)


def short_name(entry: Entry) -> MarkedText | None:
    """Return the short name of what `entry` appeared in; never that of a journal or book named in full beside it."""
    chosen = container_of(entry)
    for container in _by_type(entry):
        if (short := entry.text(container.short)) and (container == chosen or not _is_named(entry, container)):
            return short
    return None


def repeats_subtitle(title: str, subtitle: str) -> bool:
    """Return whether a title ends with its subtitle, which stands in a field of its own as well: `A: B`, `B`."""
    before = title.casefold().removesuffix(subtitle.casefold())
    return len(before) < len(title) and before.rstrip().endswith((":", ".", "?", "!", "：", "—", "–", " -"))


def _by_type(entry: Entry) -> tuple[Container, ...]:
    # CNKI gives theses a `journaltitle` that names their subject.
    if entry.kind == "thesis":
        return ()
    return (JOURNAL, BOOK) if entry.kind in IN_JOURNALS else (BOOK, JOURNAL)
