"""The table that says where the facts of each paper were confirmed: a row for each source, separated by tabs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from paperatlas.bibliography import Library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.bibliography.model.identifiers import url_state
from paperatlas.check.editorial.rules import BAD_SOURCE_ROW, MISSING_SOURCE
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.files import reason_of
from paperatlas.storage.regular_files import read_regular
from paperatlas.text.suggestions import nearest

SOURCE_COLUMNS = ("key", "confirms", "address")
"""The columns of the table, as its first line names them."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]
    span: Span


def source_problems(library: Library, file: str, root: Path) -> list[Problem]:
    """EDI007 and EDI008: papers without a source, and rows that cannot be used; `file` is relative to `root`."""
    try:
        text = read_regular(root / file).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else reason_of(error)
        header = " ".join(SOURCE_COLUMNS)
        return [BAD_SOURCE_ROW.at(Span(file), "absent", file=file, reason=reason, header=header)]
    # Not `splitlines`: a row would end at characters that cannot be seen.
    header, *lines = text.replace("\r\n", "\n").split("\n")
    problems: list[Problem] = []
    if tuple(header.split("\t")) != SOURCE_COLUMNS:
        problems.append(BAD_SOURCE_ROW.at(Span(file, 1, 1), "header", header=" ".join(SOURCE_COLUMNS)))
    rows = [_Row(tuple(line.split("\t")), Span(file, number, 1)) for number, line in enumerate(lines, 2) if line]
    works = {entry.key: entry for entry in library.entries if entry.type not in NO_WORKS}
    for row in rows if works else ():  # or each row says what the missing library says
        problems += _row_problems(row, works.keys())
    problems += _out_of_order([row for row in rows if len(row.cells) == len(SOURCE_COLUMNS)])
    known = {row.cells[0] for row in rows}
    in_order = sorted(rows, key=lambda row: row.cells)
    for key, entry in works.items():
        if key not in known:
            problems.append(MISSING_SOURCE.at(entry.span, key=key, file=file, after=_place(key, in_order)))
    return problems


def _row_problems(row: _Row, keys: Collection[str]) -> Iterator[Problem]:
    if len(row.cells) != len(SOURCE_COLUMNS):
        yield BAD_SOURCE_ROW.at(row.span, count=len(row.cells))
        return
    key, confirms, address = row.cells
    if key not in keys:
        near = nearest(key, keys)
        yield BAD_SOURCE_ROW.at(row.span, "near" if near else "key", key=key, near=near)
    if not confirms.strip():
        yield BAD_SOURCE_ROW.at(row.span, "nothing", key=key)
    if url_state(address) != "good":
        yield BAD_SOURCE_ROW.at(row.span, "address", address=address)


def _out_of_order(rows: Sequence[_Row]) -> Iterator[Problem]:
    for before, row in pairwise(rows):
        if row.cells == before.cells:
            yield BAD_SOURCE_ROW.at(row.span, "twice").beside(before.span)
        elif row.cells < before.cells:
            yield BAD_SOURCE_ROW.at(row.span, "order", key=row.cells[0]).beside(before.span)


def _place(key: str, rows: Sequence[_Row]) -> str:
    """Return where the row of a key would stand among rows in order, in words; empty if that is before all."""
    at = bisect_left(rows, key, key=lambda row: row.cells[0])
    return f", below line {rows[at - 1].span.line}" if at else ""
