"""Cells that a spreadsheet takes for text, whatever they begin with."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What a formula begins with, marked or not; programs for Chinese and Japanese take the wide signs as well."""
_TEXT = "'"
"""The sign of text, which spreadsheets that know it do not show."""


def marked_as_text(cell: str) -> str:
    """Return a cell with the sign of text before what would be a formula."""
    return f"{_TEXT}{cell}" if _FORMULA.match(cell) else cell


def without_mark(cell: str) -> str:
    """Return a cell as it was before it was marked as text."""
    return cell.removeprefix(_TEXT) if _FORMULA.match(cell) else cell
