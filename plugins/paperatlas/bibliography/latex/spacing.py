"""White space in values: what TeX makes of it."""

from __future__ import annotations

import re

from paperatlas.text.control_characters import LONG_TEXT, without_controls

_LINE_END = re.compile(r"\n[ \t\n]*+")


def collapse(raw: str, *, controls: bool = True) -> str:
    """Return the text with each run of blanks and line ends made one space, and none at its ends.

    Other white space (a no-break space, an ideographic space) is a character like any other. `controls` is whether
    ASCII's signs of control may be in the text: where a whole file has none, its values need not be looked through.
    """
    if "\n" in raw:
        raw = _LINE_END.sub(" ", raw)
    if "\t" in raw:
        raw = raw.replace("\t", " ")
    # On one line now, which tells at once whether there are any: values of several lines are a third of all.
    if (controls or not raw.isascii()) and (len(raw) > LONG_TEXT or not raw.isprintable()):
        raw = without_controls(raw)
    if "  " in raw:
        raw = join_runs(raw)
    return raw.strip(" ")


def end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return the offset behind what a pattern finds at an offset; that offset if it finds nothing."""
    match = pattern.match(text, start)
    return match.end() if match else start


def join_runs(text: str) -> str:
    """Return the text with each run of spaces made one."""
    while "  " in text:  # each round halves every run: faster than a pattern, and no slower for long ones
        text = text.replace("  ", " ")
    return text
