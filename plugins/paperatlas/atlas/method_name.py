"""What the method of a paper is called, and whether its `shorttitle` says so.

Reference managers fill the field by themselves: Zotero with what stands before the colon of a title. "When Age Is
Irrelevant" is no method, "DETR" is one, and of "Swin Transformer" the entry alone does not tell. A library whose short
titles are often not taken from the title at all was written by people who mean the method by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from paperatlas.bibliography import Entry
from paperatlas.text.scripts import is_in_script_of

MethodNames = Literal["auto", "shorttitle", "none"]
"""Which short titles are names of methods: those that look like one, all, or none."""

_BY_HAND = 0.2
"""From this share of short titles that are not taken from the title, all are names: of the atlas' own it is over half,
of libraries as Zotero exports them next to none."""
_MOST_WORDS = 4
"""Of a name: `TSP-FCOS and TSP-RCNN` has three; what is longer is a sentence."""
_LIKE_A_NAME = re.compile(r"\w*(?:[^\W\d_]\d|\d[^\W\d_]|[a-z][A-Z]|[A-Z]{2}|[A-Z]-[A-Z])\w*")
"""Letters and digits together, or capitals where no sentence has them: `GPT2`, `MoCo`, `R-CNN`."""
_NUMERAL = re.compile(r"[IVXLC]+")


def names_in_library(entries: Iterable[Entry], names: MethodNames) -> MethodNames:
    """Return which short titles of a library are names of methods: for `auto`, all if enough are not in the titles."""
    if names != "auto":
        return names
    found = [(short, entry.plain("title")) for entry in entries if (short := entry.plain("shorttitle"))]
    own = sum(not _is_in(short, title) for short, title in found)
    return "shorttitle" if own >= _BY_HAND * len(found) and own else "auto"


def method_name(entry: Entry, names: MethodNames = "auto") -> str:
    """Return what the method of a paper is called; empty if it has no name, or if that is none as far as can be seen.

    Of `auto`, a name has at most four words, and one of them is written as no sentence would write it ("Mask R-CNN"),
    or it is a single word ("Glow"), or not taken from the title at all. So a book that is called "Capital" for short
    has one too many, and "Swin Transformer: …" one too few.
    """
    name = entry.plain("shorttitle")
    if names != "auto" or not name:
        return name if names != "none" else ""
    title = entry.plain("title")
    words = name.split()
    if len(words) > _MOST_WORDS or name == title:
        return ""
    if not title.isupper() and any(_LIKE_A_NAME.search(word) and not _NUMERAL.fullmatch(word) for word in words):
        return name
    # Chinese and Japanese have no blanks between words.
    single = len(words) == 1 and not is_in_script_of(name, "ja")
    return name if single or not _is_in(name, title) else ""


def _is_in(name: str, title: str) -> bool:
    """Return whether a title has a short title in it, word for word."""
    at = title.find(name)
    if at < 0:
        return False
    before, after = title[at - 1 : at], title[at + len(name) : at + len(name) + 1]
    return is_in_script_of(name, "ja") or not (before.isalnum() or after.isalnum())
