"""A broken rule inside a text whose place in a file is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from paperatlas.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperatlas.problems import Rule


class Complaint(NamedTuple):
    """A rule broken at an offset, in characters, of some text."""

    rule: Rule
    offset: int
    message: str
    hint: str = ""


class Block(NamedTuple):
    """A stretch of a file's text, and where it stands: the line and column of its first character, from 1."""

    file: str
    text: str
    line: int
    column: int

    def position(self, offset: int) -> tuple[int, int]:
        """The line of a character, counted from the block's first line, which is 0, and its column, from 1."""
        line = self.text.count("\n", 0, offset)
        if not line:
            return 0, self.column + offset
        return line, offset - self.text.rfind("\n", 0, offset)

    def place(self, offset: int) -> Place:
        """The place of a character."""
        line, column = self.position(offset)
        return Place(self.file, self.line + line, column)

    def problems(self, complaints: Iterable[Complaint], start: int = 0) -> list[Problem]:
        """The problems that complaints about the text from `start` on stand for."""
        return [each.rule.at(self.place(start + each.offset), each.message, each.hint) for each in complaints]
