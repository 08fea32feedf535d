"""Brackets that would keep Python-Markdown busy without end."""

from __future__ import annotations

import re

from paperatlas.notes.citations.masking import mask

_MANY = 200
"""So many brackets that open and never close cost Python-Markdown a tenth of a second; a thousand, seconds."""
_DEEP = 50
"""So many brackets in one another: a link has one, a picture in it two."""
_PARAGRAPH_OR_BRACKET = re.compile(r"\n[ \t]*\n|[\[\]]")


def bounded_brackets(text: str) -> str:
    """Return a Markdown text with its brackets that close nowhere in their paragraph as `&#91;`, if these are many.

    Python-Markdown reads on from each `[` to where it closes, or to the end of its paragraph. What a reader sees is the
    same.
    """
    if text.count("[") <= _MANY:
        return text
    places = _idle(mask(text))
    if len(places) <= _MANY:
        return text
    parts: list[str] = []
    position = 0
    for place in places:
        parts += text[position:place], "&#91;"
        position = place + 1
    return "".join([*parts, text[position:]])


def _idle(text: str) -> list[int]:
    """Return where brackets open that close nowhere in their paragraph, or in too many others."""
    idle: list[int] = []
    opened: list[int] = []
    for match in _PARAGRAPH_OR_BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            place = opened.pop()
            if len(opened) >= _DEEP:
                idle.append(place)
        elif match[0] != "]":
            idle += opened
            opened.clear()
    return sorted([*idle, *opened])
