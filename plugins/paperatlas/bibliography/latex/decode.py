"""LaTeX to marked text: decoded at once where there is no LaTeX in a value, else once and remembered."""

from __future__ import annotations

import re
from functools import lru_cache

from paperatlas.bibliography.latex.decoder import Decoded, Decoder
from paperatlas.bibliography.latex.escaped_twice import escaped_once
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.latex.web_markup import may_have_markup, without_markup
from paperatlas.bibliography.model.marked_text import plain

_GERMAN_QUOTES = re.compile(r"\"`([^\"`]+)\"'")
"""Quotation marks as babel's German has them, which are nothing else: ``"`alte"'``."""

_SHORT = 300
"""Characters. Longer texts (abstracts) seldom repeat, so that few of them are remembered."""


def decode(raw: str) -> Decoded:
    """Return the marked text a LaTeX value stands for, with white space collapsed."""
    text = collapse(raw)
    if is_plain(text):
        return Decoded((text,) if text else ())
    return decode_latex(text)


def is_plain(text: str) -> bool:
    """Return whether a text holds neither LaTeX nor markup of the web, so that it is what it stands for."""
    # One search for a pattern takes ten times as long as these for a text that holds none of them.
    return not (
        "\\" in text
        or "{" in text
        or "}" in text
        or "$" in text
        or "~" in text
        or "`" in text
        or ("-" in text and "--" in text)
        or ("'" in text and "''" in text)
        or "<" in text
        or "&" in text
    )


def decode_latex(text: str) -> Decoded:
    """Return the marked text that a LaTeX text stands for, whose white space is collapsed."""
    if may_have_markup(text):
        text = collapse(without_markup(escaped_once(text)))
    text = escaped_once(text)
    if '"`' in text:
        text = _GERMAN_QUOTES.sub("„\\1“", text)
    return _decode_short(text) if len(text) <= _SHORT else _decode_long(text)


def decode_plain(raw: str) -> str:
    """Return the text a LaTeX value stands for, without marks."""
    return plain(decode(raw).nodes)


# 10,000 entries have some 12,000 short values with LaTeX; at half a kilobyte each, 16 MB when full.
@lru_cache(maxsize=1 << 15)
def _decode_short(text: str) -> Decoded:
    """Return the decoding of a short text."""
    return Decoder(text).decoded()


# Long lists of authors, which pages and exports ask for one after the other; at two kilobytes each, half a megabyte.
@lru_cache(maxsize=1 << 8)
def _decode_long(text: str) -> Decoded:
    """Return the decoding of a long text."""
    return Decoder(text).decoded()
