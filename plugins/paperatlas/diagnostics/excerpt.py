"""The line a problem stands in, cut and measured so that marks can be set below it in a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from paperatlas.diagnostics.problem import Problem, Span

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
    """The lines of the files that problems stand in; each file is read once."""

    def __init__(self, root: Path, decode: Callable[[bytes], str]) -> None:
        """Take the folder that the files' paths are relative to, and how their bytes are read as text."""
        self._root = root
        self._decode = decode
        self._lines: dict[str, list[str]] = {}

    def line(self, file: str, number: int) -> str | None:
        """Return a line by its number from 1; None if there is none, or the file cannot be read."""
        if file not in self._lines:
            self._lines[file] = self._read(file)
        lines = self._lines[file]
        return lines[number - 1] if 1 <= number <= len(lines) else None

    def with_ends(self, problem: Problem) -> Problem:
        """Return the problem with an end for each of its places, where its file can be read."""
        related = tuple(self._with_end(span) for span in problem.related)
        return replace(problem, span=self._with_end(problem.span), related=related)

    def _with_end(self, span: Span) -> Span:
        line = self.line(span.file, span.line) if span.column and not span.end_line else None
        if line is None or span.column > len(line):
            return span
        return replace(span, end_line=span.line, end_column=end_in(line, span.column - 1) + 1)

    def _read(self, file: str) -> list[str]:
        try:
            return self._decode((self._root / file).read_bytes()).split("\n")
        except (OSError, ValueError):
            return []


def excerpt(line: str, span: Span, width: int) -> Excerpt:
    """Return the part of `line` around a span that begins in it, as far as it fits into `width` cells."""
    start = min(max(span.column - 1, 0), len(line))
    end = _end(line, start, span)
    first = _first_shown(line, start, width)
    shown = ["…"] if first else []
    used, mark, marked = len(shown), 0, 0
    for index in range(first, len(line)):
        text, size = _cell(line[index])
        if line[index] == "\t":
            size = _TAB - used % _TAB
            text = " " * size
        if used + size > width - 1 and (index < len(line) - 1 or used + size > width):
            shown.append("…")
            break
        if index < start:
            mark = used + size
        elif index < end:
            marked += size
        shown.append(text)
        used += size
    return Excerpt("".join(shown).rstrip(), mark or (1 if first else 0), max(marked, 1))


def _end(line: str, start: int, span: Span) -> int:
    """Return the index behind the last character of a span in its first line."""
    if not span.end_line:
        return end_in(line, start)
    return span.end_column - 1 if span.end_line == span.line else len(line)


def end_in(line: str, start: int) -> int:
    """Return the index behind what begins at `start`: the key of an entry, a value, or a word."""
    if start >= len(line):
        return len(line) + 1
    if line[start] == "@":
        match = _ENTRY.match(line, start)
    elif line[start - 1 : start] == "{":
        return max(_closing_braces(line).get(start - 1, len(line.rstrip())), start + 1)
    elif line[start - 1 : start] == '"':
        return max(_closing_quote(line, start), start + 1)
    else:
        match = _WORD.match(line, start)
    return match.end() if match else start + 1


# A whole library may stand in one line, with a thousand problems in it.
@lru_cache(maxsize=1)
def _closing_braces(line: str) -> Mapping[int, int]:
    """Return where each opening brace of a line is closed."""
    closing = {}
    opened = []
    for match in re.finditer(r"[{}]", line):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            closing[opened.pop()] = match.start()
    return closing


def _closing_quote(line: str, start: int) -> int:
    """Return where the quotation mark stands that ends a value; the end of the line if none does."""
    depth = 0
    for match in re.compile(r'[{}"]').finditer(line, start):
        if match[0] == '"' and depth == 0:
            return match.start()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return len(line.rstrip())


def _first_shown(line: str, start: int, width: int) -> int:
    """Return the index of the first character to show: 0 if the line fits, or its mark stands near its beginning."""
    if _fits(line, width) or _fits(islice(line, start), width // 2):
        return 0
    first, room = start, min(_BEFORE, width // 3)
    while first > 0 and room > 0:
        first -= 1
        room -= _cell(line[first])[1]
    return first


def _fits(characters: Iterable[str], width: int) -> bool:
    """Return whether a text fills at most `width` cells; no more of it is looked at than that."""
    for character in characters:
        width -= _cell(character)[1]
        if width < 0:
            return False
    return True


def _cell(character: str) -> tuple[str, int]:
    """Return a character as a terminal can show it without doing anything else, and how many cells it fills."""
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
    """Return a text without what would move a terminal's cursor, change its colours or turn its writing round."""
    return text if text.isascii() and text.isprintable() else "".join(_cell(each)[0] for each in text)
