"""Where the cells of a row of CSV are: Python's reader says only in which line a row ends."""

from __future__ import annotations

import re

from paperatlas.diagnostics.problem import Span

_CELL = re.compile(r'[ \t]*(?:"(?:[^"]|"")*"[^,]*|[^,]*)')


def cell_span(row: Span, text: str, number: int) -> Span:
    """Return the span of a cell in the `text` of a row; the end of the row if it has no such cell."""
    at = 0
    for _ in range(number):
        match = _CELL.match(text, at)
        at = match.end() + 1 if match else len(text)
    match = _CELL.match(text, min(at, len(text)))
    cell = match[0] if match else ""
    start = min(at, len(text)) + len(cell) - len(cell.lstrip())
    before = text[:start].split("\n")
    line, column = row.line + len(before) - 1, len(before[-1]) + 1
    return Span(row.file, line, column).covering(cell.strip())
