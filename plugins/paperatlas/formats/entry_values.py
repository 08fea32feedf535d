"""What several formats say of an entry alike."""

from __future__ import annotations

from paperatlas.bibliography import Entry
from paperatlas.formats.csl.tables import GENRES, LANGUAGES


def language_tag(entry: Entry) -> str:
    """Return the language tag for babel's name of an entry's language; what is no such name stays as it is."""
    text = entry.text("langid") or entry.text("language")
    return LANGUAGES.get(text.text.lower(), text.text) if text else ""


def genre(entry: Entry) -> str:
    """Return what kind of thesis or report an entry is, in words; empty if it does not say."""
    text = entry.text("type")
    return GENRES.get(text.text.lower(), text.text) if text else GENRES.get(entry.type, "")
