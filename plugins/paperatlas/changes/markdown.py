"""Text of others inside Markdown as GitHub shows it: whatever it holds, it reads as plain text.

Titles, file names and messages of a pull request are whatever its author wrote. On GitHub Markdown is more than marks:
`@name` tells a person, `#1` and bare addresses become links wherever they stand, `$` begins a formula.
"""

from __future__ import annotations

import re
import unicodedata

_NO_WIDTH = "\u200b"
"""Stands between characters that GitHub would read together, and cannot be seen."""

_READ_TOGETHER = re.compile(r"[@#]|:(?=//|[\w+-]+:)|www(?=\.)|GH(?=-)", re.IGNORECASE)
"""The beginnings of mentions, references to issues, bare addresses, and of `:names:` of pictures."""

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}
"""A dollar sign in a `span` opens no formula (GitHub's documentation, "Writing mathematical expressions")."""

_MARKS = re.compile(r"[\\`*_{}\[\]()#+\-.!|~^=\"']")
_ORDERED_BY_THEMSELVES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls that show a text in another order than it is written in (Unicode's bidirectional algorithm, UAX 9)."""


def inline(text: str, longest: int = 300) -> str:
    """`text` on one line of Markdown, at most `longest` of its characters, as nothing but text."""
    plain = "".join(character for character in " ".join(text.split()) if _is_seen(character))
    if len(plain) > longest:
        plain = plain[: longest - 1].rstrip() + "…"
    apart = _READ_TOGETHER.sub(lambda match: match[0] + _NO_WIDTH, plain)
    pieces = (_HTML.get(piece) or _MARKS.sub(r"\\\g<0>", piece) for piece in re.split(r"([&<>$])", apart))
    return "".join(pieces)


def link(text: str, address: str, longest: int = 300) -> str:
    """Return a link; `address` is an encoded web address, and without one this is the text alone."""
    return f"[{inline(text, longest)}](<{address}>)" if address else inline(text, longest)


def _is_seen(character: str) -> bool:
    """Return whether a character is neither a control nor half of one, nor changes the order of what follows."""
    return unicodedata.category(character) not in {"Cc", "Cs"} and character not in _ORDERED_BY_THEMSELVES
