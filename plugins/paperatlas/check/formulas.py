"""Formulas of a library that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.marked_text import formula_of
from paperatlas.check.rules import UNREADABLE_ENTRY_FORMULA
from paperatlas.diagnostics.problem import Problem

_SHOWN_WITH_FORMULAS = re.compile(r"(?:title|subtitle|booktitle|abstract|note|annotation|change)(?:_[a-z]{2,3})?")
"""The fields that pages show with their marks."""
_SIGNS = ("$", "\\(", "\\[", "\\ensuremath")
_SHOWN = 60
"""How many characters of a formula a problem shows: more than most have."""


def unreadable_entry_formulas(library: Library) -> Iterator[Problem]:
    """TEX008: formulas that cannot be read; an unknown command once for each file."""
    told: set[tuple[str, str]] = set()
    for entry in library.entries:
        for name in filter(_SHOWN_WITH_FORMULAS.fullmatch, entry.own_field_names):
            field = entry.field(name)
            if field and any(sign in field.raw for sign in _SIGNS):
                yield from _unreadable(entry, name, told)


def _unreadable(entry: Entry, name: str, told: set[tuple[str, str]]) -> Iterator[Problem]:
    text = entry.text(name)
    for source in text.formulas if text else ():
        flaw = formula_of(source).flaw
        cause = (entry.span.file, flaw)
        if flaw and (flaw == "?" or cause not in told):
            told.add(cause)
            variant = "" if flaw == "?" else "command"
            span = entry.span_of(name)
            yield UNREADABLE_ENTRY_FORMULA.at(span, variant, name=name, source=source[:_SHOWN], command=flaw)
