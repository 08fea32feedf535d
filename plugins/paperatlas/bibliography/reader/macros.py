"""`@string` macros: their definitions in all files, and the value each use of one stands for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.complaints import Complaint
from paperatlas.bibliography.model.dates import MONTH_NAMES
from paperatlas.bibliography.reader.split import MACRO, RawField
from paperatlas.text.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperatlas.diagnostics.problem import Place, Problem

MONTHS: dict[str, str] = {name[:3].lower(): name for name in MONTH_NAMES}
"""The macros every BibTeX style defines."""

_MOST_HINTS = 50
"""A near miss is sought for so many undefined names: each search looks at all macros."""

LONGEST_VALUE = 10_000
"""In characters. A macro may hold others twice, those others twice, and so on: without a limit, sixty short lines
would make a value longer than any memory."""


class Definition(NamedTuple):
    """One `@string`: where it stands, and its value: literal texts and names of other macros, in order."""

    name: str
    order: tuple[int, int]
    """The number of the file, and the line."""
    parts: tuple[tuple[str, str], ...]
    """Each part's kind (see `split`) and text."""
    place: Place


class Macros:
    """Every macro of a library. Looked up by name, in any case, and by the place of use."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self._definitions: dict[str, list[Definition]] = {}
        for definition in definitions:
            self._definitions.setdefault(definition.name.lower(), []).append(definition)
        self._values: dict[tuple[str, tuple[int, int]], str | None] = {}
        self._hints: dict[str, str] = {}

    def problems(self) -> list[Problem]:
        """Macros defined twice with different values, or by themselves."""
        found = []
        for name, definitions in self._definitions.items():
            for earlier, later in pairwise(definitions):
                if earlier.parts != later.parts:
                    message = f"The macro {later.name} was already defined at {earlier.place}, with another value."
                    found.append(rules.REDEFINED_MACRO.at(later.place, message, "Rename one of the two."))
            for each in definitions:
                value = self._value(name, each, frozenset())
                if value is None:
                    message = f"The macro {each.name} is defined by itself."
                    found.append(rules.CYCLIC_MACRO.at(each.place, message, "Give it a text."))
                elif len(value) > LONGEST_VALUE:
                    message = f"The macro {each.name} stands for more than {LONGEST_VALUE} characters."
                    found.append(rules.LONG_MACRO.at(each.place, message, "Give it a short text."))
        return found

    def find(self, name: str, order: tuple[int, int]) -> Definition | None:
        """The definition in force at a place: the last one before it, else the first one after it."""
        definitions = self._definitions.get(name.lower())
        if not definitions:
            return None
        before = [each for each in definitions if each.order <= order]
        return before[-1] if before else definitions[0]

    def value(self, name: str, order: tuple[int, int]) -> tuple[str, Complaint | None]:
        """The text a macro stands for where it is used, and what is wrong; its own name if it stands for nothing."""
        definition = self.find(name, order)
        if definition is None:
            month = MONTHS.get(name.lower())
            if month is not None:
                return month, None
            return name, Complaint(rules.UNDEFINED_MACRO, 0, f"No @string defines {name}.", self._near(name))
        complaint = None
        if definition.order > order:
            message = f"The macro {name} is used here, but defined only at {definition.place}."
            complaint = Complaint(rules.LATE_MACRO, 0, message, "Move the @string before its first use.")
        value = self._value(name.lower(), definition, frozenset())
        return name if value is None else value, complaint

    def _value(self, name: str, definition: Definition, above: frozenset[str]) -> str | None:
        """The text of a definition; None if it depends on itself."""
        key = (name, definition.order)
        if key in self._values:
            return self._values[key]
        if name in above or len(above) > 50:
            return None
        parts: list[str] = []
        for kind, text in definition.parts:
            if kind != MACRO:
                parts.append(text)
                continue
            other = self.find(text, definition.order)
            if other is None:
                parts.append(MONTHS.get(text.lower(), text))
                continue
            value = self._value(text.lower(), other, above | {name})
            if value is None:
                if not above:
                    self._values[key] = None
                return None
            parts.append(value)
        self._values[key] = "".join(parts)[: LONGEST_VALUE + 1]
        return self._values[key]

    def _near(self, name: str) -> str:
        """A hint with the macro that was probably meant."""
        name = name.lower()
        if name not in self._hints and len(self._hints) < _MOST_HINTS:
            near = did_you_mean(name, [*self._definitions, *MONTHS])
            self._hints[name] = f"{near} " if near else ""
        return f"{self._hints.get(name, '')}Define it with @string, or write the value in braces."


def definition_of(field: RawField, text: str, order: tuple[int, int], place: Place) -> Definition:
    """The definition a field of an `@string` block holds."""
    parts = tuple((piece.kind, text[piece.start : piece.end]) for piece in field.pieces)
    return Definition(field.name, order, parts, place)
