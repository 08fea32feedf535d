"""Keywords as other formats have them: each by itself, or all in one text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paperatlas.formats.plain_text import from_html


def keyword_list(values: Iterable[str]) -> str:
    """Return keywords, of which each has a value of its own, as BibTeX's field.

    A comma is part of one, `Aged, 80 and over`, which that field cannot hold: a blank takes its place.
    """
    parts = (part for value in values for part in re.split(r"[;\n]", value))
    # An asterisk marks what Ovid and PubMed take for the main subjects.
    words = (" ".join(part.replace(",", " ").split()).strip(" *") for part in parts)
    return ", ".join(dict.fromkeys(from_html(word) for word in words if word))


def keywords_in_one(value: str) -> str:
    """Return the keywords of one text as BibTeX's field: semicolons or ends of lines divide them, else commas."""
    several = ";" in value or "\n" in value.strip()
    return keyword_list([value] if several else value.split(","))
