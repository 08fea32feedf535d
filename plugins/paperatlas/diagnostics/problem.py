"""What every stage reports instead of raising: a problem, its place, and the rule it breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

Argument = str | int
"""What a sentence is filled with."""

DID_YOU_MEAN = "Did you mean '{near}'?"
"""The hint of every problem with a near miss, the argument `near`, unless its variant has a hint of its own."""


TIMES = "times"
"""The argument that says at how many places there is a problem that is reported once."""


ALSO_HERE = "also here"
"""What stands at the related places of a rule that has no words of its own for them."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file.

    `file` is a POSIX path relative to the project's root; lines and columns count from 1, columns in characters.
    The end is behind the last character; `end_line` is 0 where only the beginning is known. Line 0 means the file
    as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def covering(self, text: str) -> Span:
        """Return the span that begins here and holds a text."""
        lines = text.split("\n")
        end_column = len(lines[-1]) + (1 if lines[1:] else self.column)
        return Span(self.file, self.line, self.column, self.line + len(lines) - 1, end_column)

    def __str__(self) -> str:
        """Return where it begins: `file:line:column`, without the parts that are not known."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The text that is to stand in place of a span, which has an end; to insert a text, the span is empty."""

    span: Span
    text: str
    was: str = ""
    """What stands there, but for case: an edit of anything else is refused."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, as data: the sentences for people are made from it last, by its rule's wording."""

    rule: Rule
    span: Span
    variant: str = ""
    """Which wording of its rule it has; empty for the rule's own."""
    arguments: tuple[tuple[str, Argument], ...] = ()
    """What the wording is filled with, by name."""
    related: tuple[Span, ...] = ()
    """Other places that belong to it, such as the first definition of what is defined twice."""
    edit: Edit | None = None
    """What mends it, where that is certain."""

    @property
    def code(self) -> str:
        """Return the code of its rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """Return how bad it is."""
        return self.rule.severity

    @property
    def file(self) -> str:
        """Return the file it is in."""
        return self.span.file

    @property
    def line(self) -> int:
        """Return the line it begins in; 0 for the file as a whole."""
        return self.span.line

    @property
    def column(self) -> int:
        """Return the column it begins in."""
        return self.span.column

    @property
    def message(self) -> str:
        """Return the sentence that says what is wrong."""
        times = next((value for name, value in self.arguments if name == TIMES), 1)
        counted = f" ({times} times)" if times != 1 else ""
        return f"{self._filled(self.rule.wording(self.variant).message)}{counted}"

    @property
    def hint(self) -> str:
        """Return the sentence that says how to mend it; empty if nothing can be said."""
        near = not self.variant and any(name == "near" and value for name, value in self.arguments)
        return self._filled(DID_YOU_MEAN if near else self.rule.wording(self.variant).hint)

    @property
    def label(self) -> str:
        """Return what stands at the related places."""
        label = self.rule.wording(self.variant).label
        return self._filled(label) if label else ALSO_HERE

    def beside(self, *related: Span) -> Problem:
        """Return the problem with its related places."""
        return replace(self, related=related)

    def mended_by(self, edit: Edit | None) -> Problem:
        """Return the problem with the edit that mends it, if one is certain to."""
        return replace(self, edit=edit)

    def _filled(self, template: str) -> str:
        places: dict[str, object] = {"at": self.related[0]} if self.related else {}
        return template.format(**places, **dict(self.arguments))

    def __str__(self) -> str:
        """Return one line for a log: `file:line:column: message (hint) [code]`."""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.span}: {self.message}{hint} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of a problem, with the names of its arguments in braces; `{at}` is its first related place."""

    message: str = ""
    hint: str = ""
    label: str = ""
    """What stands at the related places, in a few words: "first defined here"."""


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
    message: str = ""
    """What is wrong in one case; see `Wording`."""
    hint: str = ""
    label: str = ""
    variants: Mapping[str, Wording] = field(default_factory=dict, hash=False)
    """Other wordings by name. What one of them leaves empty is the rule's own."""

    def wording(self, variant: str) -> Wording:
        """Return one of the rule's wordings, whole."""
        own = self.variants[variant] if variant else Wording()
        return Wording(own.message or self.message, own.hint or self.hint, own.label or self.label)

    def at(self, span: Span, variant: str = "", /, **arguments: Argument) -> Problem:
        """Return the problem of breaking this rule at `span`, with what its wording is filled with."""
        return Problem(self, span, variant, tuple(arguments.items()))


def rules_in(names: Mapping[str, object]) -> tuple[Rule, ...]:
    """Return the rules among the names of a module, in its order, so that none of them can be forgotten."""
    return tuple(value for value in names.values() if isinstance(value, Rule))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, line, column, code and message, each once."""
    return sorted(
        set(problems),
        key=lambda problem: (problem.file, problem.line, problem.column, problem.code, problem.message),
    )
