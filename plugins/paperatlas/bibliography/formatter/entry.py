"""Laying out one entry: its fields in order, each on a line of its own, each value as it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperatlas.bibliography.formatter.field_order import rank
from paperatlas.bibliography.reader.split import BRACED, MACRO, NUMBER, QUOTED, RawEntry, ValuePiece

if TYPE_CHECKING:
    from collections.abc import Callable

LAYOUT_BREAK = "\x00"
"""A line end that the layout sets; `format_source` writes the file's own for it. No source text holds a NUL."""

INDENT = "  "
NAME_WIDTH = 12

_HEAD = re.compile(r"@[ \t]*([^\s{(]+)\s*([{(])\s*")
_CLOSERS = {"{": "}", "(": ")"}
_EQUALS = re.compile(r"\s*=\s*")
_HASH = re.compile(r"\s*#\s*")
_COMMENT = re.compile(r"%[^\n]*")
_SEPARATOR = re.compile(r"[\s,]*")
_BRACE_OR_QUOTE = re.compile(r"[{}\"]")
_BARE = {NUMBER: re.compile(r"-?\d+"), MACRO: re.compile(r"[^\s\"#%'(),={}\d][^\s\"#%'(),={}]*")}


def doubt(text: str, raw: RawEntry) -> tuple[int, str, str] | None:
    """Return where an entry may be read in another way, why, and in which field; None if there is but one way.

    An independent account of what the reader found: between the key, the fields and the end stand only white
    space, comments and commas, and every value is whole by BibTeX's own count of braces.
    """
    head = _HEAD.match(text)
    at = raw.key_start + len(raw.key)
    if (
        head is None
        or (head[1].lower(), head.end()) != (raw.type, raw.key_start)
        or text[raw.key_start : at] != raw.key
        or "%" in raw.key
    ):
        return 0, "key", ""
    for field in raw.fields:
        named = text.startswith(field.name, field.start) and field.pieces
        if not named or not _separates(text[at : field.start]):
            return at, "comma", ""
        at = field.start + len(field.name)
        between = _EQUALS
        for piece in field.pieces:
            start, end = _extent(piece)
            if not between.fullmatch(text, at, start) or not _is_whole(text, piece):
                return start, "value", field.name
            at, between = end, _HASH
    last = raw.end - 1
    if not _separates(text[at:last], last=True) or text[last : last + 1] != _CLOSERS[head[2]]:
        return at, "end", ""
    return None


def lay_out_entry(text: str, raw: RawEntry, keep: Callable[[int, int], str]) -> str:
    """Return the entry in the one style; `keep` is the source between two offsets, with its own line ends.

    A comment beside a field, or on the lines above it, moves with the field.
    """
    head = _HEAD.match(text)
    opener = head[2] if head else "{"
    laid = [[f"@{raw.type}{opener}{raw.key},"]]
    at = raw.key_start + len(raw.key)
    for field in raw.fields:
        beside, above = _comments(text[at : field.start])
        laid[-1][-1] += beside
        start, at = _extent(field.pieces[0])[0], _extent(field.pieces[-1])[1]
        laid.append([*above, f"{INDENT}{field.name.lower():<{NAME_WIDTH}} = {keep(start, at)},"])
    beside, above = _comments(text[at : raw.end - 1])
    laid[-1][-1] += beside
    first, *others = laid
    names = (field.name.lower() for field in raw.fields)
    in_order = sorted(zip(names, others, strict=True), key=lambda pair: rank(pair[0]))
    fields = (line for _, lines in in_order for line in lines)
    return LAYOUT_BREAK.join([*first, *fields, *above, _CLOSERS[opener]])


def _extent(piece: ValuePiece) -> tuple[int, int]:
    """Return where a piece begins and ends, its braces or quotation marks included."""
    width = 1 if piece.kind in (BRACED, QUOTED) else 0
    return piece.start - width, piece.end + width


def _is_whole(text: str, piece: ValuePiece) -> bool:
    """Return whether a piece is what BibTeX takes for one: an escaped brace counts like any other."""
    kind, start, end = piece
    if kind in _BARE:
        return _BARE[kind].fullmatch(text, start, end) is not None
    if kind not in (BRACED, QUOTED) or text[start - 1] != kind or text[end : end + 1] != {"{": "}"}.get(kind, kind):
        return False
    depth = 0
    for match in _BRACE_OR_QUOTE.finditer(text, start, end):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0 or (match[0] == kind == QUOTED and depth == 0):
            return False
    return depth == 0


def _separates(gap: str, *, last: bool = False) -> bool:
    """Return whether a stretch between two fields holds a comma, and nothing besides white space and comments.

    The comma before the end of an entry may be missing.
    """
    rest = _COMMENT.sub("", gap)
    return _SEPARATOR.fullmatch(rest) is not None and (last or "," in rest)


def _comments(gap: str) -> tuple[str, list[str]]:
    """Return the comments of a stretch between two fields: what goes beside the first, and above the second."""
    beside = ""
    above = []
    for match in _COMMENT.finditer(gap):
        if "\n" in gap[: match.start()]:
            above.append(INDENT + match[0])
        else:
            beside = " " + match[0]
    return beside, above
