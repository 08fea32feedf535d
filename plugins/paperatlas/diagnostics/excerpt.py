"""The line a problem stands in, cut and measured so that marks can be set below it in a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from paperatlas.diagnostics.problem import Problem

_QUOTED = re.compile(r"'([^']+)'|“([^”]+)”")
_ENTRY = re.compile(r"@\w*\s*[{(]?\s*[^\s,=(){}]*")
_WORD = re.compile(r"[^\s,;=(){}\"]+")
_TAB = 4
_BEFORE = 24
"""How many cells of a long line are shown before the mark."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it can be shown, in cells of a terminal: the text, where the mark begins, how long it is."""

    text: str
    mark: int
    length: int


class Sources:
    """The lines of the files that problems stand in; the last file is remembered."""

    def __init__(self, root: Path, decode: Callable[[bytes], str]) -> None:
        """Take the folder that the files' paths are relative to, and how their bytes are read as text."""
        self._root = root
        self._decode = decode
        self._file = ""
        self._lines: list[str] = []

    def line(self, file: str, number: int) -> str | None:
        """A line by its number from 1; None if there is none, or the file cannot be read."""
        if file != self._file:
            self._file, self._lines = file, self._read(file)
        return self._lines[number - 1] if 1 <= number <= len(self._lines) else None

    def _read(self, file: str) -> list[str]:
        try:
            return self._decode((self._root / file).read_bytes()).split("\n")
        except (OSError, ValueError):
            return []


def excerpt(line: str, problem: Problem, width: int) -> Excerpt:
    """The part of `line` around a problem that fits into `width` cells."""
    start, end = span(line, problem)
    cells = [_cell(character) for character in line]
    first = _first_shown(cells, start, width)
    shown: list[str] = []
    used = mark = marked = 0
    if first:
        shown.append("…")
        used = 1
    for index in range(first, len(cells)):
        text, size = cells[index]
        if line[index] == "\t":
            size = _TAB - used % _TAB
            text = " " * size
        if used + size > width - 1 and (index < len(cells) - 1 or used + size > width):
            shown.append("…")
            break
        if index < start:
            mark = used + size
        elif index < end:
            marked += size
        shown.append(text)
        used += size
    return Excerpt("".join(shown).rstrip(), mark or (1 if first else 0), max(marked, 1))


def span(line: str, problem: Problem) -> tuple[int, int]:
    """The first and the last but one character of `line` that a problem is about.

    A problem knows where it begins only. It ends where the text ends that its message quotes; else with the
    key of the entry, the value, or the word that begins there.
    """
    start = max(problem.column - 1, 0)
    if start >= len(line):
        return len(line), len(line) + 1
    quoted = [quote for match in _QUOTED.finditer(problem.message) if (quote := match[1] or match[2])]
    here = [len(quote) for quote in quoted if line.startswith(quote, start)]
    if here:
        return start, start + max(here)
    if line[start] == "@":
        match = _ENTRY.match(line, start)
    elif line[:start].endswith(("{", '"')):
        return start, _value_end(line, start)
    else:
        match = _WORD.match(line, start)
    return start, match.end() if match else start + 1


def _value_end(line: str, start: int) -> int:
    """Where the value ends whose text begins at `start`, at the latest with the line."""
    depth = 0
    closing = '"' if line[start - 1] == '"' else "}"
    for index in range(start, len(line)):
        if line[index] == closing and depth == 0:
            return max(index, start + 1)
        depth += {"{": 1, "}": -1}.get(line[index], 0)
    return max(len(line.rstrip()), start + 1)


def _first_shown(cells: list[tuple[str, int]], start: int, width: int) -> int:
    """The index of the first character to show: 0 if the line fits, or its mark stands near its beginning."""
    if sum(size for _, size in cells) <= width or sum(size for _, size in cells[:start]) <= width // 2:
        return 0
    first, room = start, min(_BEFORE, width // 3)
    while first > 0 and room > 0:
        first -= 1
        room -= cells[first][1]
    return first


def _cell(character: str) -> tuple[str, int]:
    """A character as a terminal can show it without doing anything else, and how many cells it fills."""
    if " " <= character <= "~":
        return character, 1
    if character == "\t":
        return character, _TAB
    category = unicodedata.category(character)
    size = 2 if unicodedata.east_asian_width(character) in "WF" else 1
    if category == "Zs":
        return " " * size, size
    if category in ("Mn", "Me"):
        return character, 0
    if character.isprintable():
        return character, size
    return (chr(0x2400 + ord(character)), 1) if ord(character) < 0x20 else ("\N{REPLACEMENT CHARACTER}", 1)


def printable(text: str) -> str:
    """A text without what would move a terminal's cursor, change its colours or turn its writing round."""
    return text if text.isascii() and text.isprintable() else "".join(_cell(each)[0] for each in text)
