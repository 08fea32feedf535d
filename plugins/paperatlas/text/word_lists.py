"""Lists of words, written as one text."""

from __future__ import annotations


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text that blanks divide."""
    return tuple(text.split())
