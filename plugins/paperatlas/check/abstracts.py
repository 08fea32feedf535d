"""Abstracts that stop in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography import Entry, Library
from paperatlas.check.rules import UNFINISHED_ABSTRACT
from paperatlas.diagnostics.problem import Problem

_ABSTRACT = re.compile(r"abstract(_[a-z]{2,3})?")
_CLOSING = "\"'”’»›」』）)］]】〉》* "
"""What may stand behind the last mark of a sentence."""
_MARKS = tuple(".!?…。！？．｡؟۔।॥։")
"""Marks that end a sentence, in the scripts that have one; dots for what was left out."""
_FINISHED = re.compile(
    # An address or an identifier.
    r"(?:https?://|www\.|doi:|arXiv:)\S+\Z"
    # A formula.
    r"|[$]\Z"
    # Thai, Lao, Tibetan, Burmese and Khmer need no mark.
    r"|[\u0e00-\u109f\u1780-\u17ff]\Z"
    # What publishers add: "(C) 1843 Elsevier", key words, classifications.
    r"|(?:©|\(c\)|copyright|all rights reserved|key ?words?|pacs|msc|classification)[^.]*\Z",
    re.IGNORECASE,
)
_LONGEST_END = 1_000
"""How many characters of an abstract may be its end: more than any address and what publishers add."""
_LONGEST_CAUSE = 24
"""How many characters of an abstract's end are shown: enough to find the place."""


def unfinished_abstracts(library: Library) -> Iterator[Problem]:
    """ABS003: abstracts whose last sentence has no end."""
    for entry in library.entries:
        for name in filter(_ABSTRACT.fullmatch, entry.own_field_names):
            field = entry.field(name)
            # Most end as they should in the file already: they need no decoding.
            if field and not _is_finished(field.raw.rstrip(_CLOSING + "}\n")):
                yield from _unfinished(entry, name)


def _unfinished(entry: Entry, name: str) -> Iterator[Problem]:
    text = entry.plain(name).rstrip(_CLOSING + "\n")
    if text and not _is_finished(text):
        yield UNFINISHED_ABSTRACT.at(entry.span_of(name), name=name, key=entry.key, end=text[-_LONGEST_CAUSE:].lstrip())


def _is_finished(text: str) -> bool:
    # Nearly all end with a mark; the pattern looks at each character.
    return text.endswith(_MARKS) or _FINISHED.search(text[-_LONGEST_END:]) is not None
