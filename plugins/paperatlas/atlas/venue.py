"""Where a paper appeared, in few words, and what that is: a journal, a conference, a publisher."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.container import IN_JOURNALS, JOURNAL, container_of, container_title, short_name
from paperatlas.bibliography.model.entry_links import words_beside_address

VenueKind = Literal["journal", "conference", "book", "archive", "university", "institution", "publisher"]
"""What a venue is. What somebody only describes (`howpublished`) is none of these."""

_TRAILING_ACRONYM = re.compile(r"\((?P<acronym>[^()]{2,30})\)\s*\Z")
_OF_A_CONFERENCE = re.compile(
    r"\b(?:conference|proceedings|symposium|workshop|congress)\b|会议|研讨会|大会", re.IGNORECASE
)
"""Words in the title of a book that hold what was read at a conference, where the entry's type does not say so."""
_CONFERENCES = frozenset({"conference", "inproceedings", "mvproceedings", "proceedings"})
_ISSUERS: dict[str, VenueKind | None] = {
    "eventtitle": "conference",
    "institution": "institution",
    "publisher": "publisher",
    "organization": "institution",
    "howpublished": None,
}
"""The fields that name where a work appeared which is part of no other, the first one first."""


class PaperVenue(NamedTuple):
    """The shortest name that an entry gives of where it appeared, empty if it gives none, and what that is."""

    name: str = ""
    kind: VenueKind | None = None


def paper_venue(entry: Entry) -> PaperVenue:
    """Return where an entry appeared.

    The short name of the proceedings or journal if there; else the acronym in brackets that ends their name;
    else that name, the publisher of a book, the school of a thesis, or the archive.
    """
    if short := short_name(entry):
        return PaperVenue(short.text, _kind_of_container(entry))
    if container := container_title(entry):
        acronym = _TRAILING_ACRONYM.search(container.text)
        return PaperVenue(acronym["acronym"] if acronym else container.text, _kind_of_container(entry))
    if entry.arxiv:
        return PaperVenue("arXiv", "archive")
    for field, kind in _ISSUERS.items():
        if name := words_beside_address(entry, field):
            return PaperVenue(name, "university" if kind == "institution" and entry.kind == "thesis" else kind)
    return PaperVenue()


def _kind_of_container(entry: Entry) -> VenueKind:
    """Return what the journal, book or proceedings is that an entry appeared in, named in full or in short."""
    container = container_of(entry)
    if container == JOURNAL or (container is None and entry.kind in IN_JOURNALS):
        return "journal"
    title = entry.plain(container.title) if container else ""
    return "conference" if entry.kind in _CONFERENCES or _OF_A_CONFERENCE.search(title) else "book"
