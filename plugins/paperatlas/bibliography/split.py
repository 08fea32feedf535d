"""Splitting a block into its key and fields: bibtexparser's work, on the block's outline.

bibtexparser's splitter decides where key, fields and values begin and end. It is shown an *outline* of
the block, with the inside of each braced or quoted value hidden, for two reasons. Nothing inside a value
can be structure, so its known slips there (an `@` at the beginning of a line, an escaped brace) cannot
happen; and most entries of a library share a few outlines, so its answer for one can be remembered.

Its answer is then checked against the grammar. Where they disagree (a missing comma, a stray brace, an
empty type) the outline is rejected, and `recover` reads the block instead.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from bibtexparser.model import Block, DuplicateFieldKeyBlock, Entry, ImplicitComment
from bibtexparser.splitter import Splitter

# A broken block is reported as a problem of ours; the splitter's own warnings would say it twice.
logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)

HIDDEN = "\x00"
"""Stands for a hidden value in an outline. No source text holds it: `source` replaces NUL bytes."""

_FLAT = r"[^{}]*+"
_NESTED = _FLAT
for _ in range(3):
    _NESTED = rf"{_FLAT}(?:\{{{_NESTED}\}}{_FLAT})*+"
_QUOTED = rf'[^{{}}"]*+(?:\{{{_NESTED}\}}[^{{}}"]*+)*+'
_VALUE = re.compile(rf'[=#]\s*+(?:\{{({_NESTED})\}}|"({_QUOTED})"|(\d++))')
_HEAD = re.compile(r"@[ \t]*\w+[ \t]*[{(]\s*([^\s,={}\"#%()@\\']++)(?=\s*,)")
_NAME = re.compile(r"\s*([^\s\"#%'(),={}]++)\s*=\s*")
_PIECE = re.compile(
    rf'\{{({_NESTED})\}}|"({_QUOTED})"|(\d++)(?![^\s#,{{}}()])|([^\s"#%\'(),={{}}\d\x00][^\s"#%\'(),={{}}\x00]*+)'
)
_GLUE = re.compile(r"\s*#\s*")
_SPACE = re.compile(r"\s*")
_SUSPICIOUS = re.compile(r"\s*(?:[,}]|[^\s=@%]+\s*=\s*[{\"\w])")

_LONGEST_OUTLINE = 20_000
"""In characters. The splitter's time grows with the square of some damage; `recover` reads what is longer."""

BRACED, QUOTED, NUMBER, MACRO = "{", '"', "0", "m"
"""The four kinds of pieces a value is joined of."""


class Piece(NamedTuple):
    """One part of a value: its kind, and the offsets of its content in the block's text."""

    kind: str
    start: int
    end: int


class RawField(NamedTuple):
    """A field as written: its name, the offset of the name, and the pieces `#` joins into its value."""

    name: str
    start: int
    pieces: tuple[Piece, ...]


class RawEntry(NamedTuple):
    """An entry as written. Offsets count characters from the beginning of the block's text."""

    type: str
    key: str
    key_start: int
    fields: tuple[RawField, ...]
    end: int
    """After the closing brace or parenthesis."""


class _Mark(NamedTuple):
    """A position in an outline, and how many hidden values stand before it."""

    offset: int
    hidden: int


class _Marks:
    """The marks of an outline."""

    def __init__(self, outline: str) -> None:
        self._hidden = [match.start() for match in re.finditer(HIDDEN, outline)]

    def at(self, offset: int) -> _Mark:
        """The mark at an offset."""
        return _Mark(offset, bisect_left(self._hidden, offset))


class _Outline(NamedTuple):
    """What the splitter found in an outline, every position a mark that can be moved to any text of this outline."""

    type: str
    key: _Mark
    fields: tuple[tuple[str, _Mark, tuple[tuple[str, _Mark, _Mark], ...]], ...]
    end: _Mark


def split(text: str) -> RawEntry | None:
    """The entry a block's text holds, or None if the text is not exactly one well-formed entry."""
    head = _HEAD.match(text)
    if head is None:
        return None
    key_start, at = head.span(1)
    parts = [text[:key_start], HIDDEN]
    lengths = [at - key_start]
    for match in _VALUE.finditer(text, at):
        start, end = match.span(match.lastindex or 0)
        if start < end:
            parts += (text[at:start], HIDDEN)
            lengths.append(end - start)
            at = end
    parts.append(text[at:])
    whole = "".join(parts)
    outline = _outline(whole) if len(whole) <= _LONGEST_OUTLINE else None
    if outline is None:
        return None
    shifts = [0, *accumulate(length - 1 for length in lengths)]
    fields = tuple(
        RawField(
            name,
            mark[0] + shifts[mark[1]],
            tuple(Piece(kind, start[0] + shifts[start[1]], end[0] + shifts[end[1]]) for kind, start, end in pieces),
        )
        for name, mark, pieces in outline.fields
    )
    end_offset, hidden = outline.end
    return RawEntry(outline.type, head[1], key_start, fields, end_offset + shifts[hidden])


@lru_cache(maxsize=4096)
def _outline(outline: str) -> _Outline | None:
    """The splitter's answer for an outline, or None where it breaks the grammar."""
    blocks = [block for block in Splitter(outline).split().blocks if not isinstance(block, ImplicitComment)]
    if len(blocks) != 1:
        return None
    entry: Block | None = blocks[0]
    if isinstance(entry, DuplicateFieldKeyBlock):
        entry = entry.ignore_error_block
    if not isinstance(entry, Entry) or not entry.entry_type or entry.key != HIDDEN or entry.raw is None:
        return None
    start = outline.index("@")
    end = start + len(entry.raw)
    if _SUSPICIOUS.match(outline, end):
        return None
    marks = _Marks(outline)
    fields = []
    at = outline.index(",", outline.index(HIDDEN)) + 1
    for field in entry.fields:
        name = _NAME.match(outline, at)
        if name is None or name[1] != field.key or not outline.startswith(field.value, name.end()):
            return None
        pieces = _pieces(outline, name.end(), name.end() + len(field.value), marks)
        if pieces is None:
            return None
        fields.append((name[1], marks.at(name.start(1)), pieces))
        at = _SPACE.match(outline, name.end() + len(field.value)).end()  # type: ignore[union-attr]
        at += outline[at] == ","
    if outline[at:end].strip() not in {"}", ")"}:
        return None
    return _Outline(entry.entry_type, marks.at(outline.index(HIDDEN)), tuple(fields), marks.at(end))


def _pieces(outline: str, start: int, end: int, marks: _Marks) -> tuple[tuple[str, _Mark, _Mark], ...] | None:
    """The pieces between two offsets of an outline, or None if they are no value."""
    pieces = []
    while True:
        match = _PIECE.match(outline, start, end)
        if match is None:
            if outline[start] != HIDDEN:  # a number
                return None
            kind, at, start = NUMBER, (start, start + 1), start + 1
        else:
            group = match.lastindex or 0
            kind, at, start = '?{"0m'[group], match.span(group), match.end()
        pieces.append((kind, marks.at(at[0]), marks.at(at[1])))
        if start == end:
            return tuple(pieces)
        glue = _GLUE.match(outline, start, end)
        if glue is None or glue.end() == end:
            return None
        start = glue.end()
