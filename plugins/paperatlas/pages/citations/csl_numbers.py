"""Numbers and ranges of pages in citeproc-py as CSL 1.0.2 has them."""

from __future__ import annotations

import re
from typing import Any

_SEVERAL = re.compile(r"\w\s*(?:[,;&\-–\ue004]|and|et|und|和)\s*\w")
_SEVERAL_PLACES = re.compile(r"\w\s*[,;&–\ue004]\s*\w|\w\s+(?:and|et|und|和)\s+\w")
_NUMBERS = re.compile(r"\d\w*\s*(?:,\s+|[;&\-–]|,(?!\d{3}(?!\d))|\s(?:and|et|und|和)\s)\s*\w*\d")
"""Several numbers; but a comma before three digits is a part of one, as in `US 1,234,567`."""
_PAGE = re.compile(r"(\D*)(\d+)")


def mend_numbers(model: Any) -> None:  # noqa: ANN401 - a module without types
    """Abbreviate ranges of pages without losing digits, and tell a label's plural by what it stands before."""
    model.Label._is_plural = _is_plural  # noqa: SLF001
    model.Number.process = _with_hyphen(model.Number.process)
    model.FormatNumber._format_last_page = lambda self, first, last: last_page(  # noqa: SLF001
        first, last, self.get_root().get_option("page-range-format") or ""
    )


def _with_hyphen(process: Any) -> Any:  # noqa: ANN401
    """Return a function that writes a number, also of a variable with a hyphen, which citeproc-py does not find."""

    def written(self: Any, item: Any, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        variable = self.get("variable")
        if "-" not in variable or variable == "page-first":
            return process(self, item, *values, **more)
        return self._process(item.reference[variable.replace("-", "_")], variable)

    return written


def _is_plural(self: Any, item: Any) -> bool:  # noqa: ANN401
    """Return whether a label is that of several (CSL 1.0.2, "Label": contextual)."""
    variable = self.get("variable")
    if variable == "locator":
        return item.has_locator and _SEVERAL_PLACES.search(str(item.locator.identifier)) is not None
    value = str(item.reference.get(variable.replace("-", "_"), ""))
    if variable.startswith("number-of"):
        return value.isdecimal() and int(value) > 1
    return (_SEVERAL if variable.startswith("page") else _NUMBERS).search(value) is not None


def last_page(first: str, last: str, form: str) -> str:
    """Return the last page of a range as the style's `page-range-format` wants it (CSL 1.0.2, appendix V)."""
    one, other = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if not form or one is None or other is None or other[1] not in ("", one[1]):
        return last
    prefix, start = one.groups()
    # `100-8` is `100-108`.
    end = start[: max(0, len(start) - len(other[2]))] + other[2]
    if len(start) != len(end) or int(end) < int(start):
        return prefix + end
    kept = _digits_kept(start, end, form)
    return prefix + end if kept >= len(end) else end[len(end) - kept :]


def _digits_kept(start: str, end: str, form: str) -> int:
    """Return how many digits of a range's end are written, of two numbers of one length."""
    whole = len(end)
    changed = whole - next((place for place in range(whole) if start[place] != end[place]), 0)
    if form == "minimal":
        return changed
    if form == "minimal-two":
        return max(changed, 2)
    if not form.startswith("chicago") or int(start) < 100 or int(start) % 100 == 0:
        return whole
    if whole == 4 and changed == 3 and form != "chicago-16":
        return whole
    return changed if int(start) % 100 < 10 else max(changed, 2)
