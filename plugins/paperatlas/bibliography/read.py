"""Reading a library: .bib files in, entries and problems out. No input makes it raise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.build import Block, Built, Context, build
from paperatlas.bibliography.entry import Entry, StoredField
from paperatlas.bibliography.inherit import Link, resolve
from paperatlas.bibliography.macros import Definition, Macros, definition_of
from paperatlas.bibliography.recover import recover
from paperatlas.bibliography.scan import BLOCKS, Scan, scan
from paperatlas.bibliography.source import Source, read_bytes, source_of
from paperatlas.bibliography.split import RawEntry, split
from paperatlas.problems import Place, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from paperatlas.bibliography.recover import Complaint

_LINE_HEAD = re.compile(r"^[ \t]*@([A-Za-z]+)[ \t]+[^\s{(@,]+[ \t]*,[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the library. When `read` is less than `starts`, entries were lost, and problems say where."""

    path: str
    """POSIX, relative to the project's root."""
    starts: int
    """How many entries begin in the file, by a scan that does not look at what follows."""
    read: int
    """How many entries were read."""


@dataclass(frozen=True, slots=True)
class Library:
    """Every entry of some .bib files, in order, each exactly once, and the files."""

    entries: tuple[Entry, ...] = ()
    files: tuple[SourceFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scanned:
    """A file after the first look: its text, its blocks, the macros it defines."""

    source: Source
    scan: Scan
    definitions: tuple[Definition, ...]
    problems: tuple[Problem, ...]


class _Memory:
    """The fields of a file's entries, kept in memory."""

    __slots__ = ("_fields",)

    def __init__(self, fields: list[tuple[StoredField, ...]]) -> None:
        self._fields = fields

    def fields_of(self, index: int) -> tuple[StoredField, ...]:
        """The fields of the entry with this number."""
        return self._fields[index]


def read_library(paths: Sequence[Path], root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Read .bib files in order; places are relative to `root`."""
    scanned = []
    for number, path in enumerate(paths):
        file = _relative(path, root)
        data, problems = read_bytes(path, file)
        scanned.append(_look(source_of(file, data), number, problems))
    macros = Macros(definition for file in scanned for definition in file.definitions)
    problems_found = macros.problems()
    entries: list[Entry] = []
    files: list[SourceFile] = []
    links: list[Link] = []
    for number, one in enumerate(scanned):
        built, starts, problems_of_file = _read(one, number, macros)
        problems_found += problems_of_file
        store = _Memory([each.fields for each in built])
        file = one.source.file
        for index, each in enumerate(built):
            links += [Link(len(entries), kind, key, Place(file, line, column)) for kind, key, line, column in each.links]
            position = (file, each.line, each.column, each.end_line)
            entries.append(Entry(each.key, each.type, position, store, index))
        files.append(SourceFile(file, starts, len(built)))
    problems_found += _inherit(entries, links)
    return Library(tuple(entries), tuple(files)), tuple(in_order(_once(problems_found)))


def _relative(path: Path, root: Path) -> str:
    """A path as places show it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def _look(source: Source, number: int, problems: tuple[Problem, ...]) -> _Scanned:
    """The first look at a file."""
    found = scan(source.data)
    definitions: list[Definition] = []
    complaints: list[Problem] = [*problems, *source.problems]
    for chunk in found.chunks:
        if chunk.kind != "string":
            continue
        text = source.text(chunk.start, chunk.end)
        block = Block(source.file, text, chunk.line, chunk.column)
        definitions += _definitions(block, number, complaints)
    return _Scanned(source, found, tuple(definitions), tuple(complaints))


def _definitions(block: Block, number: int, problems: list[Problem]) -> list[Definition]:
    """The macros of one `@string` block; the block is read as an entry with an empty key."""
    raw, complaints = recover(block.text)
    fields = [field for field in raw.fields if field.pieces] if raw else []
    problems += [each.rule.at(block.place(each.offset), each.message, each.hint) for each in complaints]
    if not fields:
        hint = "Write @string{name = {value}}."
        problems.append(rules.BROKEN_STRING.at(block.place(0), "This @string cannot be read.", hint))
    return [definition_of(field, block.text, (number, block.line), block.place(field.start)) for field in fields]


def _read(scanned: _Scanned, number: int, macros: Macros) -> tuple[list[Built], int, list[Problem]]:
    """The entries of a file, how many begin in it, and the problems."""
    source = scanned.source
    problems = list(scanned.problems)
    context = Context(macros, number, problems, {})
    built: list[Built] = []
    starts = 0
    for line, count in scanned.scan.commented:
        message = f"{count} entr{'y stands' if count == 1 else 'ies stand'} inside this @comment and {'is' if count == 1 else 'are'} not read."
        problems.append(rules.COMMENTED_ENTRY.at(Place(source.file, line, 1), message, "Remove @comment to read them."))
    for chunk in scanned.scan.chunks:
        if chunk.kind in BLOCKS:
            continue
        waiting = [Block(source.file, source.text(chunk.start, chunk.end), chunk.line, chunk.column)]
        while waiting:
            block = waiting.pop()
            starts += 1
            _check_characters(block, problems)
            raw: RawEntry | None = split(block.text)
            complaints: tuple[Complaint, ...] = ()
            if raw is None:
                raw, complaints = recover(block.text)
            if raw is None:
                message = "An entry begins here, but nothing of it can be read."
                problems.append(rules.BROKEN_ENTRY.at(block.place(0), message, "Write @type{key, name = {value}, …}."))
                continue
            built.append(build(raw, block, complaints, context))
            if complaints and "@" in block.text[raw.end :]:
                waiting += _rest(block, raw.end)
    return built, starts, problems


def _rest(block: Block, end: int) -> list[Block]:
    """The entry that begins on the line where a broken one ends."""
    data = block.text[end:].encode()
    chunks = [chunk for chunk in scan(data).chunks if chunk.kind not in BLOCKS]
    if not chunks:
        return []
    start = end + len(data[: chunks[0].start].decode())
    line, column = block.position(start)
    return [Block(block.file, block.text[start:], block.line + line, column)]


def _check_characters(block: Block, problems: list[Problem]) -> None:
    """Report characters that were lost on the way into the file."""
    text = block.text
    if text.isascii():
        return
    if "\ufffd" in text:
        hint = "Write the character anew."
        place = block.place(text.index("\ufffd"))
        problems.append(rules.LOST_CHARACTER.at(place, "A character was lost before the file was saved.", hint))
    if "Ã" in text and (match := _MOJIBAKE.search(text)) is not None:
        message = f"“{match[0]}” looks like UTF-8 that was read as Latin-1."
        problems.append(rules.MOJIBAKE.at(block.place(match.start()), message, "Write the character anew."))


_MOJIBAKE = re.compile("Ã[\u0080-\u00bf\u2013-\u203a\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122]")


def _inherit(entries: list[Entry], links: list[Link]) -> list[Problem]:
    """Give every entry its parents."""
    if not links:
        return []
    numbers: dict[str, int] = {}
    for number, entry in enumerate(entries):
        numbers.setdefault(entry.key, number)
    folded: dict[str, int] = {}
    for number, entry in enumerate(entries):
        folded.setdefault(entry.key.lower(), number)

    def near(key: str) -> str:
        close = get_close_matches(key, numbers, 1, 0.75) if len(numbers) < 20_000 else []
        return f"Did you mean {close[0]}?" if close else "Add that entry, or remove the field."

    known = {link.key: folded[link.key.lower()] for link in links if link.key not in numbers and link.key.lower() in folded}
    parents, problems = resolve(links, {**numbers, **known}, lambda number: entries[number].type, near)
    for child, found in parents.items():
        entries[child]._parents = tuple((kind, entries[parent]) for kind, parent in found)  # noqa: SLF001
    return problems


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """The problems, with an unknown LaTeX command only at its first place."""
    seen: set[str] = set()
    for problem in problems:
        if problem.code == rules.UNKNOWN_COMMAND.code:
            if problem.message in seen:
                continue
            seen.add(problem.message)
        yield problem
