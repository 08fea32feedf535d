"""Which entry a problem is in, and which field of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from paperatlas.bibliography import Entry, Library
from paperatlas.diagnostics.problem import Problem
from paperatlas.diagnostics.subject import Subject


class Subjects:
    """The entries of a library by their places."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, problem: Problem) -> Subject:
        """Return the entry and the field that a problem stands in; what stands outside entries has neither."""
        place = problem.line, problem.column
        entries = self._by_file.get(problem.file, [])
        number = bisect_right(entries, place, key=lambda entry: (entry.span.line, entry.span.column)) - 1
        if number < 0 or problem.line > entries[number].end_line:
            return Subject()
        entry = entries[number]
        fields = [field for field in entry.own_fields.values() if (field.span.line, field.span.column) <= place]
        if not fields:
            return Subject(entry.key)
        field = max(fields, key=lambda field: (field.span.line, field.span.column))
        return Subject(entry.key, field.written_name, field.raw)

    @cached_property
    def _by_file(self) -> Mapping[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._library.entries:
            found.setdefault(entry.span.file, []).append(entry)
        for entries in found.values():
            entries.sort(key=lambda entry: (entry.span.line, entry.span.column))
        return found
