"""Cells that begin like formulas are text to a spreadsheet, and the same to whoever reads them again."""

from __future__ import annotations

import pytest

from paperatlas.results.spreadsheets import marked_as_text, without_mark

CELLS = [
    ("a=b", "a=b"),
    ("", ""),
    ("'a'", "'a'"),
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-a", "'-a"),
    ("@a", "'@a"),
    ("\t=a", "'\t=a"),
    ("＝1+1", "'＝1+1"),
    ("'=1+1", "''=1+1"),
]


@pytest.mark.parametrize(("cell", "marked"), CELLS)
def test_no_cell_is_a_formula(cell: str, marked: str) -> None:
    assert marked_as_text(cell) == marked
    assert without_mark(marked) == cell
