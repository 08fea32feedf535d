"""White space in values: what TeX makes of it."""

from __future__ import annotations

import re

_RUN = re.compile(r"  +")


def collapse(raw: str) -> str:
    """The text with each run of blanks and line ends made one space, and none at its ends.

    Other white space (a no-break space, an ideographic space) is a character like any other.
    """
    if "\n" in raw:
        raw = raw.replace("\n", " ")
    if "\t" in raw:
        raw = raw.replace("\t", " ")
    return join_runs(raw).strip(" ")


def join_runs(text: str) -> str:
    """The text with each run of spaces made one."""
    return _RUN.sub(" ", text) if "  " in text else text
