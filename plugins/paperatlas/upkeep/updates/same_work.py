"""Whether a record is of the work that an entry is of: not by its title alone."""

from __future__ import annotations

from typing import Literal

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.identifiers import arxiv_month
from paperatlas.bibliography.model.name import Name
from paperatlas.text.folding import fold, folded_words
from paperatlas.text.titles import same_title
from paperatlas.upkeep.abstracts.abstracts import title_of
from paperatlas.upkeep.updates.stored import FoundPublication

Difference = Literal["", "title", "author", "year"]
"""In what two works differ first; empty if they are the same."""

_BEFORE, _AFTER = 2, 6
"""How many years before and after its preprint a work may be published: some are posted after a conference, and a
journal may take years."""


def difference_to(entry: Entry, found: FoundPublication) -> Difference:
    """Return in what an entry and a publication differ: title, first author, or a year that is too far away."""
    if not same_title(title_of(entry), found.fields.get("title", "")):
        return "title"
    names = entry.names("author").names
    if not names or not _same_person(names[0], Name(found.author[1], found.author[0])):
        return "author"
    first = _first_year(entry)
    return "" if first and first - _BEFORE <= found.year <= first + _AFTER else "year"


def _same_person(one: Name, other: Name) -> bool:
    """Return whether two names are those of one author: the family name, and the first letter of the given one.

    A name in Chinese has no parts, and a service may have taken its parts for each other.
    """
    if _whole(one) & _whole(other):
        return True
    families = {_letters(name.full_family) for name in (one, other)}
    initials = {fold(name.given[:1]) for name in (one, other) if name.given}
    return len(families) == 1 and "" not in families and len(initials) < 2


def _whole(name: Name) -> set[str]:
    """Return the letters of a whole name, in either order."""
    parts = (name.literal, "") if name.literal else (name.full_family, name.given)
    return {_letters("".join(parts)), _letters("".join(reversed(parts)))} - {""}


def _letters(text: str) -> str:
    return "".join(folded_words(text))


def _first_year(entry: Entry) -> int:
    """Return the year of an entry's preprint, else of its date; 0 if neither is known."""
    month = arxiv_month(entry.arxiv) if entry.arxiv else None
    return month[0] if month else (entry.date.year or 0) if entry.date else 0
