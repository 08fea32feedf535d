"""Splitting a block into its key and fields: bibtexparser's work, on the block's outline.

bibtexparser's splitter decides where entry, key, fields and values begin and end. It is shown an *outline*
of the block, in which each key, name and value is hidden behind one sign, for two reasons. Nothing inside a
value can be structure, so its known slips there (an `@` at the beginning of a line, an escaped brace) cannot
happen; and all entries of a library share a few outlines, so its answer for one is remembered. Fields that
look alike there are shown once: the splitter goes from field to field, and reads each without regard to the others.

Its answer is then checked against the grammar. Where they disagree (a missing comma, a stray brace, an
empty type) the outline is rejected, and `recover` reads the block instead.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from bibtexparser.model import Block, DuplicateFieldKeyBlock, Entry, ImplicitComment
from bibtexparser.splitter import Splitter

_splitter_log = logging.getLogger("bibtexparser.splitter")

BRACED, QUOTED, NUMBER, MACRO = "{", '"', "0", "m"
"""The four kinds of pieces a value is joined of."""

_HIDDEN = "\x00"
"""Stands for what is hidden in an outline. No source text holds it: `source` replaces NUL bytes."""
_SHOWN = {2: (BRACED, "\x00={\x00}"), 3: (QUOTED, '\x00="\x00"'), 4: (NUMBER, "\x00=\x00"), 5: (MACRO, "\x00=\x00")}
"""The kind of each alternative of `_ATOM`, and how an outline shows a field with such a value."""

_FLAT = r"[^{}]*+"
_NESTED = _FLAT
for _ in range(3):
    _NESTED = rf"{_FLAT}(?:\{{{_NESTED}\}}{_FLAT})*+"
_QUOTED = rf'[^{{}}"]*+(?:\{{{_NESTED}\}}[^{{}}"]*+)*+'
_WORD = r"[^\s\"#%'(),={}]"
_ATOM = re.compile(
    rf'(?:(?<!{_WORD})({_WORD}++)\s*+=|#)\s*+(?:\{{({_NESTED})\}}|"({_QUOTED})"|(-?\d++)(?!{_WORD})|((?!\d){_WORD}++))'
)
"""A field's name with the first piece of its value, or `#` and a further piece.

A name is looked for where a word begins: from each letter of a long one it takes quadratic time.
"""
ADDRESS_KEY = r"[^\s,={}\"#/:?&]*+[/:?&][^\s,{}\"]*+(?=\s*+,)"
"""A key that is an address, in which a `=` begins no value: `https://example.org/f?n=5`."""
_HEAD = re.compile(rf"@[ \t]*+(\w++)[ \t]*+([{{(])\s*+({ADDRESS_KEY}|[^\s,={{}}\"#%()@\\']++)(?=\s*+,)")
_LAST = re.compile(r"\s*+,?\s*+[})]")
_AFTER_END = re.compile(r"\s*+(?:[,}]|[^\s=@%]++\s*+=\s*+[{\"\w])")
"""What behind the end of an entry was rather meant to be in it."""
_EXPRESSION = re.compile(r'(?:\{\x00?\}|"\x00?"|\x00)(?:\s*#\s*(?:\{\x00?\}|"\x00?"|\x00))*')

_LONGEST_OUTLINE = 20_000
"""In characters. The splitter's time grows with the square of some damage; `recover` reads what is longer."""


class ValuePiece(NamedTuple):
    """One part of a value: its kind, and the offsets of its content in the block's text."""

    kind: str
    start: int
    end: int


class RawField(NamedTuple):
    """A field as written: its name, the offset of the name, and the pieces `#` joins into its value."""

    name: str
    start: int
    pieces: tuple[ValuePiece, ...]


class RawEntry(NamedTuple):
    """An entry as written. Offsets count characters from the beginning of the block's text."""

    type: str
    key: str
    key_start: int
    fields: tuple[RawField, ...]
    end: int
    """After the closing brace or parenthesis."""


def split(text: str) -> RawEntry | None:
    """Return the entry a block's text holds, or None if the text is not exactly one well-formed entry."""
    head = _HEAD.match(text)
    if head is None:
        return None
    key_start, at = head.span(3)
    shapes: list[str] = []
    fields: list[RawField] = []
    joined = False
    for atom in _ATOM.finditer(text, at):
        group = atom.lastindex or 0
        kind, shown = _SHOWN[group]
        begin, end = atom.span(group)
        piece = ValuePiece(kind, begin, end)
        start = atom.start()
        between = text[at:start]
        at = atom.end()
        name = atom[1]
        if name is not None:
            shapes.append(f", {shown}" if between.strip() == "," else f"{between}{shown}")
            fields.append(RawField(name, start, (piece,)))
        elif fields:
            joined = True
            shapes[-1] += f"{between}#{shown[2:]}"
            fields[-1] = fields[-1]._replace(pieces=(*fields[-1].pieces, piece))
        else:
            return None
    last = _LAST.match(text, at)
    if last is None or _AFTER_END.match(text, last.end()):
        return None
    ending = last[0].replace("\n", " ")
    distinct = list(dict.fromkeys(shapes))
    outline = f"@{head[1]}{head[2]}{_HIDDEN}{''.join(distinct)}{ending}"
    counts = _pieces_of_fields(outline) if len(outline) <= _LONGEST_OUTLINE else None
    if counts is None or len(counts) != len(distinct):
        return None
    if joined:
        of_shape = dict(zip(distinct, counts, strict=True))
        if any(len(field.pieces) != of_shape[shape] for field, shape in zip(fields, shapes, strict=True)):
            return None
    return RawEntry(head[1].lower(), head[3], key_start, tuple(fields), last.end())


# 10,000 entries of a library that many programs wrote share some dozens of outlines, of 50 characters each.
@lru_cache(maxsize=4096)
def _pieces_of_fields(outline: str) -> tuple[int, ...] | None:
    """Return how many pieces each field's value has, as the splitter sees it; None if it sees no sound entry."""
    block = _only_block(outline)
    if isinstance(block, DuplicateFieldKeyBlock):  # hidden names are all the same
        block = block.ignore_error_block
    if not isinstance(block, Entry) or block.key != _HIDDEN or block.raw != outline:
        return None
    for field in block.fields:
        if field.key != _HIDDEN or not _EXPRESSION.fullmatch(field.value):
            return None
    return tuple([1 + field.value.count("#") for field in block.fields])


def _only_block(outline: str) -> Block | None:
    """Return the one block the splitter finds in an outline; None if it finds more, or fails."""
    try:
        with _unlogged():
            blocks = Splitter(outline).split().blocks
    except Exception:  # the splitter announces that it raises whatever it did not foresee
        return None
    blocks = [block for block in blocks if not isinstance(block, ImplicitComment)]
    return blocks[0] if len(blocks) == 1 else None


@contextmanager
def _unlogged() -> Iterator[None]:
    """Drop what the splitter logs in this thread: a broken block is reported as a problem of ours, and once is enough.

    Whoever else uses bibtexparser goes on seeing its messages.
    """
    here = threading.get_ident()

    def is_of_another_thread(record: logging.LogRecord) -> bool:
        return record.thread != here

    _splitter_log.addFilter(is_of_another_thread)
    try:
        yield
    finally:
        _splitter_log.removeFilter(is_of_another_thread)
