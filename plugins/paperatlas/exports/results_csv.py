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
    rows = [_row(RESULT_COLUMNS)]
    for key in atlas.papers:
        rows += [_row(_cells(result)) for result in atlas.results.get(key, ())]
    return "".join(rows)


def _cells(result: Result) -> tuple[str, ...]:
    setting = "; ".join(map("=".join, result.setting))
    before = map(marked_as_text, (result.key, *result.measure))
    # A value was read as a number, and stays one.
    return (*before, result.value, *map(marked_as_text, (setting, result.kind, result.source, result.place)))


def _row(cells: Iterable[str]) -> str:
    return ",".join(map(_encoded, cells)) + "\n"


def _encoded(cell: str) -> str:
    return '"{}"'.format(cell.replace('"', '""')) if _QUOTED.search(cell) else cell
