"""What every stage reports instead of raising: a problem, its place, and the rule it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a source file.

    `file` is a POSIX path relative to the project's root; `line` and `column` count from 1, the
    column in characters. Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, without the parts that are not known."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, for a person: what, where, and how to mend it."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    @property
    def place(self) -> Place:
        """Where the problem is."""
        return Place(self.file, self.line, self.column)

    def __str__(self) -> str:
        """One line for a log: `file:line:column: message (hint) [code]`."""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.place}: {self.message}{hint} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a problem's code stands for.

    The floor that finds a problem owns its rule; the page that documents all rules is generated
    from these values, so they are written for readers.
    """

    code: str
    """Three capital letters for the family and three digits: `REL001`. Never reused."""
    name: str
    """A few lower-case words joined by hyphens: `unknown-target`."""
    severity: Severity
    summary: str
    """One sentence: what is wrong."""
    explanation: str
    """Why it matters and what PaperAtlas does meanwhile, in one short paragraph."""
    example: str = ""
    """A source text that breaks the rule, if one helps."""
    remedy: str = ""
    """The same text, mended."""

    def at(self, place: Place, message: str, hint: str = "") -> Problem:
        """The problem of breaking this rule at `place`."""
        return Problem(self.code, self.severity, place.file, place.line, place.column, message, hint)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line, column and code, each once."""
    return sorted(
        set(problems),
        key=lambda problem: (problem.file, problem.line, problem.column, problem.code, problem.message),
    )
