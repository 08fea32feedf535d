"""Text of others inside Markdown as GitHub shows it: whatever it holds, it reads as plain text.

Titles, file names and messages of a pull request are whatever its author wrote. On GitHub Markdown is more than marks:
`@name` tells a person, `#1` and bare addresses become links wherever they stand, `$` begins a formula.
"""

from __future__ import annotations

import re

from paperatlas.text.control_characters import without_controls

_NO_WIDTH = "\u200b"
"""Stands between characters that GitHub would read together, and cannot be seen."""

_READ_TOGETHER = re.compile(r"[@#]|:(?=//|[\w+-]+:)|www(?=\.)|GH(?=-)", re.IGNORECASE)
"""The beginnings of mentions, references to issues, bare addresses, and of `:names:` of pictures."""

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}
"""A dollar sign in a `span` opens no formula (GitHub's documentation, "Writing mathematical expressions")."""

_MARKS = re.compile(r"[\\`*_{}\[\]()#+\-.!|~^=\"']")


def inline(text: str, longest: int = 300) -> str:
    """`text` on one line of Markdown, at most `longest` of its characters, as nothing but text."""
    plain = " ".join(without_controls(text).split())
    if len(plain) > longest:
        plain = plain[: longest - 1].rstrip() + "…"
    apart = _READ_TOGETHER.sub(lambda match: match[0] + _NO_WIDTH, plain)
    pieces = (_HTML.get(piece) or _MARKS.sub(r"\\\g<0>", piece) for piece in re.split(r"([&<>$])", apart))
    return "".join(pieces)


def code(text: str) -> str:
    """Return a text as code on one line; a grave accent, which would end it, as an apostrophe."""
    plain = " ".join(without_controls(text).replace("`", "'").split())
    return f"`{plain}`"


def link(text: str, address: str, longest: int = 300) -> str:
    """Return a link; `address` is an encoded web address, and without one this is the text alone."""
    return f"[{inline(text, longest)}](<{address}>)" if address else inline(text, longest)
