"""`@string` macros: their definitions in all files, and the value each use of one stands for."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.complaints import Complaint, complaint
from paperatlas.bibliography.model.date_words import MONTH_NAMES
from paperatlas.bibliography.reader.split import MACRO, RawField
from paperatlas.diagnostics.problem import Span
from paperatlas.text.control_characters import has_controls
from paperatlas.text.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperatlas.diagnostics.problem import Problem

MONTHS: dict[str, str] = {name[:3].lower(): name for name in MONTH_NAMES}
"""The macros every BibTeX style defines."""

_OTHER_DELIMITERS = "｛“”„«「『‘’"
"""What stands where a brace or a quotation mark was meant: no macro begins with it."""

_MOST_HINTS = 50
"""A near miss is sought for so many undefined names: each search looks at all macros."""

_MORE_PLACES = 2
"""How many further macros that are not used are named."""

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
    span: Span


class Macros:
    """Every macro of a library. Looked up by name, in any case, and by the place of use."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self._definitions: dict[str, list[Definition]] = {}
        for definition in definitions:
            self._definitions.setdefault(definition.name.lower(), []).append(definition)
        for same in self._definitions.values():
            same.sort(key=attrgetter("order"))
        self._values: dict[tuple[str, tuple[int, int]], str | None] = {}
        self._near_misses: dict[str, str] = {}
        self.have_controls = any(
            has_controls(text) for same in self._definitions.values() for each in same for _, text in each.parts
        )
        """Whether a sign of control stands in a definition."""

    def problems(self) -> list[Problem]:
        """Macros defined twice with different values, or by themselves."""
        found = []
        for name, definitions in self._definitions.items():
            for earlier, later in pairwise(definitions):
                if earlier.parts != later.parts:
                    found.append(rules.REDEFINED_MACRO.at(later.span, name=later.name).beside(earlier.span))
            for each in definitions:
                value = self._value(name, each, frozenset())
                if value is None:
                    found.append(rules.CYCLIC_MACRO.at(each.span, name=each.name))
                elif len(value) > LONGEST_VALUE:
                    found.append(rules.LONG_MACRO.at(each.span, name=each.name, most=LONGEST_VALUE))
        return found

    def unused(self, files: Iterable[Iterable[Definition]], used: Iterable[str]) -> list[Problem]:
        """Return a problem for each of some files that defines macros which are neither `used` nor part of others."""
        parts = {
            text.lower()
            for definitions in self._definitions.values()
            for each in definitions
            for kind, text in each.parts
            if kind == MACRO
        }
        known = parts.union(used)
        found = []
        for definitions in files:
            unused = [each for each in definitions if each.name.lower() not in known]
            if unused:
                first, *others = unused
                variant = "several" if others else ""
                problem = rules.UNUSED_MACRO.at(first.span, variant, name=first.name, count=len(unused))
                found.append(problem.beside(*(each.span for each in others[:_MORE_PLACES])))
        return found

    def find(self, name: str, order: tuple[int, int]) -> Definition | None:
        """Return the definition in force at a place: the last one before it, else the first one after it."""
        definitions = self._definitions.get(name.lower())
        if not definitions:
            return None
        before = bisect_right(definitions, order, key=attrgetter("order"))
        return definitions[max(before - 1, 0)]

    def value(self, name: str, order: tuple[int, int]) -> tuple[str, Complaint | None]:
        """Return the text a macro stands for where it is used, and what is wrong; else its own name."""
        definition = self.find(name, order)
        if definition is None:
            month = MONTHS.get(name.lower())
            if month is not None:
                return month, None
            near = self._near(name)
            sign = name[:1] if name[:1] in _OTHER_DELIMITERS else ""
            variant = "full-width" if sign else "near" if near else ""
            return name, complaint(rules.UNDEFINED_MACRO, 0, variant, len(name), name=name, near=near, sign=sign)
        late = None
        if definition.order > order:
            late = complaint(rules.LATE_MACRO, 0, "", len(name), name=name)._replace(related=(definition.span,))
        value = self._value(name.lower(), definition, frozenset())
        return name if value is None else value, late

    def _value(self, name: str, definition: Definition, above: frozenset[str]) -> str | None:
        """Return the text of a definition; None if it depends on itself."""
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
        # One that is too long already is the value of all that it stands in: a long chain of them takes no memory.
        too_long = next((part for part in parts if len(part) > LONGEST_VALUE), None)
        self._values[key] = "".join(parts)[: LONGEST_VALUE + 1] if too_long is None else too_long[: LONGEST_VALUE + 1]
        return self._values[key]

    def _near(self, name: str) -> str:
        """Return the macro that was probably meant; empty if none is near."""
        name = name.lower()
        if name not in self._near_misses and len(self._near_misses) < _MOST_HINTS:
            self._near_misses[name] = nearest(name, [*self._definitions, *MONTHS])
        return self._near_misses.get(name, "")


def definition_of(field: RawField, text: str, order: tuple[int, int], span: Span) -> Definition:
    """Return the definition a field of an `@string` block holds."""
    parts = tuple((piece.kind, text[piece.start : piece.end]) for piece in field.pieces)
    return Definition(field.name, order, parts, span.covering(field.name))
