"""A broken rule inside a text whose place in a file is not known yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.diagnostics.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperatlas.diagnostics.problem import Rule


_LINE_END = re.compile("\n")


class Complaint(NamedTuple):
    """A rule broken at an offset, in characters, of some text."""

    rule: Rule
    offset: int
    message: str
    hint: str = ""


class Block:
    """A stretch of a file's text, and where it stands: the line and column of its first character, from 1."""

    __slots__ = ("_line_starts", "column", "file", "line", "text")

    def __init__(self, file: str, text: str, line: int, column: int) -> None:
        self.file = file
        self.text = text
        self.line = line
        self.column = column
        self._line_starts: list[int] | None = None

    def position(self, offset: int) -> tuple[int, int]:
        """The line of a character, counted from the block's first line, which is 0, and its column, from 1."""
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        line = bisect_right(self._line_starts, offset) - 1
        column = offset - self._line_starts[line] + 1
        return line, column if line else column + self.column - 1

    def positions(self, offsets: Iterable[int]) -> list[tuple[int, int]]:
        """The positions of some characters, given in order."""
        text = self.text
        found = []
        line, line_end, counted = 0, -self.column, 0
        for offset in offsets:
            newlines = text.count("\n", counted, offset)
            if newlines:
                line += newlines
                line_end = text.rfind("\n", counted, offset)
            counted = offset
            found.append((line, offset - line_end))
        return found

    def place(self, offset: int) -> Place:
        """The place of a character."""
        line, column = self.position(offset)
        return Place(self.file, self.line + line, column)

    def problems(self, complaints: Iterable[Complaint], start: int = 0) -> list[Problem]:
        """The problems that complaints about the text from `start` on stand for."""
        return [each.rule.at(self.place(start + each.offset), each.message, each.hint) for each in complaints]
