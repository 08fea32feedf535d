"""What several formats say of an entry alike."""

from __future__ import annotations

import re
from collections.abc import Callable

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.marked_text import Node, plain
from paperatlas.formats.csl.tables import CSL_GENRES, LANGUAGE_TAGS

DASHES = re.compile(r"\s*(?:-{1,3}|[\u2010-\u2015])\s*")
"""What stands between the ends of a range of pages."""


def language_tag(entry: Entry) -> str:
    """Return the language tag for babel's name of an entry's language; what is no such name stays as it is."""
    name = entry.plain("langid") or entry.plain("language")
    return LANGUAGE_TAGS.get(name.lower(), name)


def genre(entry: Entry) -> str:
    """Return what kind of thesis or report an entry is, in words; empty if it does not say."""
    name = entry.plain("type") or entry.type
    return CSL_GENRES.get(name.lower(), entry.plain("type"))


def periodical_subtype(entry: Entry) -> str:
    """Return `magazine` or `newspaper` for an article in one, else nothing."""
    subtype = (entry.verbatim("entrysubtype") or "").lower()
    in_one = entry.kind in ("article", "suppperiodical") and subtype in ("magazine", "newspaper")
    return subtype if in_one else ""


def is_preprint(entry: Entry) -> bool:
    """Return whether arXiv is all there is of a work."""
    return entry.kind in ("misc", "online", "unpublished") and bool(entry.arxiv)


def full_title(entry: Entry, name: str, subname: str = "", render: Callable[[tuple[Node, ...]], str] = plain) -> str:
    """Return the title in one field with the subtitle in another, as `render` writes their text."""
    title, subtitle = entry.text(name), entry.text(subname) if subname else None
    if not title or not subtitle:
        return render(title.nodes) if title else ""
    colon = "" if title.text.endswith(("?", "!", ":", "？", "！", "：")) else ":"
    return f"{render(title.nodes)}{colon} {render(subtitle.nodes)}"
