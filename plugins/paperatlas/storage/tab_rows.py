"""Rows of cells with tabs between, below a line that names the columns, each row with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperatlas.diagnostics.problem import Problem, Rule, Span

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffd]"
)
"""Characters that no cell has, and that a reviewer would not see: of control, of direction, and of no width."""


@dataclass(frozen=True, slots=True)
class TabRules:
    """The rules that say what is wrong with such a file.

    `head` (variant `nothing`: the file is empty), `cell_count` (variant `no-tab`; argument `found`), `empty_cell`
    (argument `column`) and `character`, one that cannot be seen (argument `text`).
    """

    head: Rule
    cell_count: Rule
    empty_cell: Rule
    character: Rule


@dataclass(frozen=True, slots=True)
class TabRow:
    """A row: where all of it is, and its cells as written, with blanks around them."""

    span: Span
    written: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the cells without the blanks around them."""
        return tuple(cell.strip() for cell in self.written)

    def cell_span(self, number: int) -> Span:
        """Return where a cell is, without the blanks around it."""
        cell = self.written[number]
        column = 1 + sum(len(before) + 1 for before in self.written[:number]) + len(cell) - len(cell.lstrip())
        return Span(self.span.file, self.span.line, column).covering(cell.strip())


def read_tab_rows(text: str, file: str, columns: Sequence[str], rules: TabRules) -> tuple[list[TabRow], list[Problem]]:
    """Return the rows whose cells all hold something, and what is wrong with the others or the first line."""
    # Not `splitlines`: a character of control within a row would end it.
    whole = text.replace("\r\n", "\n")
    lines = [(number, line) for number, line in enumerate(whole.split("\n"), 1) if line.strip()]
    if not lines:
        return [], [rules.head.at(Span(file), "nothing")]
    number, head = lines[0]
    if tuple(cell.strip().lower() for cell in head.split("\t")) != tuple(columns):
        return [], [rules.head.at(Span(file, number, 1).covering(head))]
    rows: list[TabRow] = []
    problems = []
    # What cannot be seen is looked for in the rows of a file that has one: it may have a hundred thousand.
    suspicious = _CONTROL.search(whole) is not None
    for number, line in lines[1:]:
        row = TabRow(Span(file, number, 1, number, len(line) + 1), tuple(line.split("\t")))
        problem = _fault(row, columns, rules, suspicious=suspicious)
        if problem is None:
            rows.append(row)
        else:
            problems.append(problem)
    return rows, problems


def _fault(row: TabRow, columns: Sequence[str], rules: TabRules, *, suspicious: bool) -> Problem | None:
    """Return what is wrong with the cells of a row."""
    if len(row.written) != len(columns):
        return rules.cell_count.at(row.span, "no-tab" if len(row.written) == 1 else "", found=len(row.written))
    cells = row.cells
    for at, cell in enumerate(row.written if suspicious else ()):
        if _CONTROL.search(cell):
            return rules.character.at(row.cell_span(at), text=_visible(cells[at]))
    for at, cell in enumerate(cells):
        if not cell:
            return rules.empty_cell.at(row.cell_span(at), column=columns[at])
    return None


def _visible(text: str) -> str:
    """Return a text in which a character of control is seen as its escape."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
