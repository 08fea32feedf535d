"""`results.csv`: all published results, in the columns that the library has them in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paperatlas.atlas import Atlas
from paperatlas.results import RESULT_COLUMNS, Result
from paperatlas.results.spreadsheets import marked_as_text

_QUOTED = re.compile(r'[",;\t\r\n]')
"""What a cell with it is written in quotation marks for: some spreadsheets divide cells at semicolons or tabs."""


def results_csv(atlas: Atlas) -> str:
    """Return the results as CSV, in the order of the library's papers. No cell is a formula."""
    return results_table(result for key in atlas.papers for result in atlas.results.get(key, ()))


def results_table(results: Iterable[Result]) -> str:
    """Return a table of results, as the library has them. No cell is a formula."""
    return "".join([_row(RESULT_COLUMNS), *(_row(_cells(result)) for result in results)])


def _cells(result: Result) -> tuple[str, ...]:
    setting = "; ".join(map("=".join, result.setting))
    before = map(marked_as_text, (result.key, *result.measure))
    # A value was read as a number, and stays one.
    return (*before, result.value, *map(marked_as_text, (setting, result.kind, result.source, result.place)))


def _row(cells: Iterable[str]) -> str:
    return ",".join(map(_encoded, cells)) + "\n"


def _encoded(cell: str) -> str:
    return '"{}"'.format(cell.replace('"', '""')) if _QUOTED.search(cell) else cell
