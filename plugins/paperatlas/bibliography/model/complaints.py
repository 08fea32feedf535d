"""A broken rule inside a text whose place in a file is not known yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.diagnostics.problem import Edit, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperatlas.diagnostics.problem import Argument, Rule


_LINE_END = re.compile("\n")


class Complaint(NamedTuple):
    """A rule broken at an offset, in characters, of some text; see `Problem`."""

    rule: Rule
    offset: int
    length: int = 0
    """How many characters it is about; 0 if that is not known."""
    variant: str = ""
    arguments: Mapping[str, Argument] = {}
    related: tuple[Span, ...] = ()
    edit: tuple[int, str, str] | None = None
    """What mends it for certain: an offset, what stands there, and what is to stand there."""


def complaint(rule: Rule, offset: int, variant: str = "", length: int = 0, /, **arguments: Argument) -> Complaint:
    """Return the complaint of breaking `rule` at `offset`, as `Rule.at` does for a span."""
    return Complaint(rule, offset, length, variant, arguments)


class SourceBlock:
    """A stretch of a file's text, and where it stands: the line and column of its first character, from 1."""

    __slots__ = ("_line_starts", "column", "file", "line", "text")

    def __init__(self, file: str, text: str, line: int, column: int) -> None:
        self.file = file
        self.text = text
        self.line = line
        self.column = column
        self._line_starts: list[int] | None = None

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line of a character, counted from the block's first line, which is 0, and its column, from 1."""
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        line = bisect_right(self._line_starts, offset) - 1
        column = offset - self._line_starts[line] + 1
        return line, column if line else column + self.column - 1

    def positions(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
        """Return the positions of pairs of characters, given in order: line and column of one, then of the other."""
        text = self.text
        found = []
        line, before_line, line_end = 0, -self.column, text.find("\n")
        for first, second in pairs:
            while 0 <= line_end < first:
                line += 1
                before_line, line_end = line_end, text.find("\n", line_end + 1)
            first_line, column = line, first - before_line
            while 0 <= line_end < second:
                line += 1
                before_line, line_end = line_end, text.find("\n", line_end + 1)
            found.append((first_line, column, line, second - before_line))
        return found

    def span(self, offset: int, length: int = 0) -> Span:
        """Return the span of so many characters from an offset on; one without an end if there are none."""
        line, column = self.position(offset)
        start = Span(self.file, self.line + line, column)
        return start.covering(self.text[offset : offset + length]) if length else start

    def problems(self, complaints: Iterable[Complaint], start: int = 0) -> list[Problem]:
        """Return the problems that complaints about the text from `start` on stand for."""
        return [self._problem(each, start) for each in complaints]

    def _problem(self, complaint: Complaint, start: int) -> Problem:
        span = self.span(start + complaint.offset, complaint.length)
        problem = complaint.rule.at(span, complaint.variant, **complaint.arguments).beside(*complaint.related)
        if complaint.edit is None:
            return problem
        offset, was, text = complaint.edit
        return problem.mended_by(Edit(self.span(start + offset).covering(was), text, was))
