"""Reading one file: its text, its macros, its entries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.complaints import Complaint, SourceBlock
from paperatlas.bibliography.model.stored import Head, Memory, ReadFile, StoredField, StoredLink
from paperatlas.bibliography.reader.decode_entry import Context, build
from paperatlas.bibliography.reader.leftovers import character_leftovers
from paperatlas.bibliography.reader.macros import Definition, Macros, definition_of
from paperatlas.bibliography.reader.parent_links import parent_links_of
from paperatlas.bibliography.reader.pasted import pasted_problems
from paperatlas.bibliography.reader.preamble import Command, commands_of
from paperatlas.bibliography.reader.recover import NEXT_HEAD, recover
from paperatlas.bibliography.reader.scan import BLOCKS, Scan, scan
from paperatlas.bibliography.reader.split import RawEntry, split
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.text.control_characters import has_control_bytes, has_controls

if TYPE_CHECKING:
    from paperatlas.bibliography.reader.source import SourceText

_MOJIBAKE = re.compile(
    "Ã[\x80-\xbf\u2013-\u203a\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122]"
)
"""UTF-8's second byte of é, ü and their like, as Latin-1 and Windows-1252 show it after its first, Ã."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file after the first look: its text, where its blocks begin, the macros it defines."""

    source: SourceText
    scan: Scan
    definitions: tuple[Definition, ...]
    problems: tuple[Problem, ...]


def look(source: SourceText, number: int) -> Looked:
    """Return the first look at a file, which is the library's `number`th."""
    found = scan(source.data)
    definitions: list[Definition] = []
    problems = [*source.problems, *pasted_problems(source.data, source.file)]
    for chunk in found.chunks:
        if chunk.kind == "string":
            block = SourceBlock(source.file, source.text(chunk.start, chunk.end), chunk.line, chunk.column)
            definitions += _definitions(block, number, problems)
    return Looked(source, found, tuple(definitions), tuple(problems))


def _definitions(block: SourceBlock, number: int, problems: list[Problem]) -> list[Definition]:
    """Return the macros of one `@string` block, which is read like an entry without a key."""
    raw, complaints = recover(block.text)
    problems += block.problems(complaints)
    fields = [field for field in raw.fields if field.pieces] if raw else []
    if not fields:
        problems.append(rules.BROKEN_STRING.at(block.span(0)))
    return [definition_of(field, block.text, (number, block.line), block.span(field.start)) for field in fields]


def read_source(looked: Looked, number: int, macros: Macros) -> ReadFile:
    """Return the entries of a file, with the macros of the whole library."""
    source = looked.source
    # Looked for in the whole file: one look costs next to nothing, one for each entry a thirtieth of the reading.
    controls = has_control_bytes(source.data)
    in_values = controls or macros.have_controls
    context = Context(macros, number, list(looked.problems), set(), set(), _own_commands(looked), in_values)
    heads: list[Head] = []
    links: list[StoredLink] = []
    all_fields: list[dict[str, StoredField]] = []
    starts = 0
    for chunk in looked.scan.chunks:
        if chunk.kind in BLOCKS:
            continue
        waiting = [SourceBlock(source.file, source.text(chunk.start, chunk.end), chunk.line, chunk.column)]
        starts += 1
        for block in waiting:
            raw, complaints = _raw(block, context.problems, controls=controls)
            if raw is None:
                continue
            if complaints and block is waiting[0]:
                waiting += _rest(block, raw.end)
                starts += len(waiting) - 1
            context.problems.extend(block.problems(complaints))
            head, fields, inherits = build(raw, block, context)
            if inherits:
                links += parent_links_of(len(heads), head, fields.values())
            heads.append(head)
            all_fields.append(fields)
    context.problems.extend(_commented(looked))
    store = Memory(all_fields)
    used = tuple(sorted(context.used))
    return ReadFile(source.file, starts, heads, links, looked.definitions, used, context.problems, store)


def _own_commands(looked: Looked) -> dict[str, Command]:
    """Return the LaTeX commands that the file's own `@preamble` blocks define."""
    commands: dict[str, Command] = {}
    for chunk in looked.scan.chunks:
        if chunk.kind == "preamble":
            commands |= commands_of(looked.source.text(chunk.start, chunk.end))
    return commands


def _raw(
    block: SourceBlock, problems: list[Problem], *, controls: bool
) -> tuple[RawEntry | None, tuple[Complaint, ...]]:
    """Return the entry a block holds, and what is wrong with how it is written; its file may hold `controls`."""
    if not block.text.isascii() or (controls and has_controls(block.text)):
        _check_characters(block, problems)
    raw = split(block.text)
    if raw is not None:
        return raw, ()
    raw, complaints = recover(block.text)
    if raw is None:
        problems.append(rules.BROKEN_ENTRY.at(block.span(0)))
    return raw, complaints


def _rest(block: SourceBlock, end: int) -> list[SourceBlock]:
    """Return the entries that begin on the line where a broken one ends."""
    starts = [match.start() for match in NEXT_HEAD.finditer(block.text, end)]
    blocks = []
    for start, following in pairwise([*starts, len(block.text)]):
        line, column = block.position(start)
        blocks.append(SourceBlock(block.file, block.text[start:following], block.line + line, column))
    return blocks


def _commented(looked: Looked) -> list[Problem]:
    """Return one problem for each `@comment` that holds entries."""
    problems = []
    for line, count in looked.scan.commented:
        span = Span(looked.source.file, line, 1)
        problems.append(rules.COMMENTED_ENTRY.at(span, "one" if count == 1 else "", count=count))
    return problems


def _check_characters(block: SourceBlock, problems: list[Problem]) -> None:
    """Report characters that were lost on the way into the file."""
    text = block.text
    if (lost := text.find("\ufffd")) >= 0:
        problems.append(rules.LOST_CHARACTER.at(block.span(lost, 1)))
    if "Ã" in text and (match := _MOJIBAKE.search(text)) is not None:
        problems.append(rules.MOJIBAKE.at(block.span(match.start(), len(match[0])), text=match[0]))
    problems += character_leftovers(block)
