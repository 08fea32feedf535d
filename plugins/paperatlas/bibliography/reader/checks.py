"""What one field says that cannot be true: dates, identifiers and addresses that are malformed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.model import dates, identifiers
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS
from paperatlas.bibliography.model.verbatim import unescape
from paperatlas.diagnostics.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperatlas.bibliography.model.complaints import Block
    from paperatlas.bibliography.model.stored import StoredField

_ISBN_SEPARATOR = re.compile(r"[,;/]|\s+and\s+|\s+(?=97[89])")


def check(fields: Mapping[str, StoredField], block: Block) -> list[Problem]:
    """The problems of an entry's own fields, read one by one."""
    problems = []
    for name, field in fields.items():
        test = _TESTS.get(name)
        if test is not None and (problem := test(field, fields, _value_place(field, block))) is not None:
            problems.append(problem)
    return problems


def join_date(fields: dict[str, StoredField], block: Block) -> list[Problem]:
    """Put `year`, `month` and `day` together as `date`, as BibLaTeX does; the problems in them."""
    year, month, day = (fields.pop(name, None) for name in ("year", "month", "day"))
    if year is None and month is None:
        return []
    problems = []
    read, good = dates.read_year(year.raw) if year else (None, True)
    if year is not None and not good:
        message = f"“{collapse(year.raw)}” is no year."
        problems.append(rules.MALFORMED_YEAR.at(_value_place(year, block), message, "Write four digits."))
    number, of_month, good = dates.read_month(month.raw) if month else (None, None, True)
    if month is not None and not good:
        message = f"“{collapse(month.raw)}” is no month."
        hint = "Write a number from 1 to 12, or a macro from jan to dec."
        problems.append(rules.MALFORMED_MONTH.at(_value_place(month, block), message, hint))
    if "date" in fields:
        problem = _conflict(fields["date"], read, number, year or month, block)
        return [*problems, problem] if problem else problems
    if year is None:
        return problems
    if day is not None and collapse(day.raw).isdecimal():
        of_month = int(collapse(day.raw)[:3])
    if read is not None and number and read.month is None and read.end is None:
        read = dates.PartialDate(read.year, number, of_month if of_month and of_month <= 31 else None)
    fields["date"] = year._replace(name="date", raw=read.iso if read is not None else year.raw)
    return problems


def _conflict(
    date: StoredField, read: dates.PartialDate | None, month: int | None, part: StoredField | None, block: Block
) -> Problem | None:
    """The problem if `date` says another thing than `year` and `month`."""
    stated = dates.read_date(date.raw)[0]
    if stated is None or part is None:
        return None
    other_year = read is not None and read.year != stated.year
    other_month = month is not None and stated.month is not None and month != stated.month
    if not (other_year or other_month):
        return None
    message = f"{part.written_name} says {collapse(part.raw)}, but date says {stated}; date counts."
    return rules.DATE_CONFLICT.at(_value_place(part, block), message, "Keep date alone.")


def _value_place(field: StoredField, block: Block) -> Place:
    """Where a field's value begins."""
    return Place(block.file, block.line + field.value_line, field.value_column)


def _date(field: StoredField, _fields: Mapping[str, StoredField], place: Place) -> Problem | None:
    """What is no date."""
    if field.written_name == "year":
        return None
    date, good = dates.read_date(field.raw)
    if not good or date is None:
        message = f"“{collapse(field.raw)}” is no date."
        return rules.MALFORMED_DATE.at(place, message, "Write it as 2021, 2021-03 or 2021-03-05.")
    if date.is_reversed:
        message = f"The range {collapse(field.raw)} ends before it begins."
        return rules.REVERSED_RANGE.at(place, message, "Exchange its two ends.")
    return None


def _doi(field: StoredField, _fields: Mapping[str, StoredField], place: Place) -> Problem | None:
    """What is no DOI."""
    written = unescape(collapse(field.raw))
    if not written or identifiers.doi(written) is not None:
        return None
    return rules.MALFORMED_DOI.at(place, f"“{written[:80]}” is no DOI.", "A DOI looks like 10.1000/182.")


def _eprint(field: StoredField, fields: Mapping[str, StoredField], place: Place) -> Problem | None:
    """What is no arXiv identifier where one is announced."""
    kind = fields.get("eprinttype")
    written = unescape(collapse(field.raw))
    if kind is None or kind.raw.strip().lower() != "arxiv" or identifiers.arxiv(written) is not None:
        return None
    message = f"“{written[:80]}” is no arXiv identifier."
    return rules.MALFORMED_ARXIV.at(place, message, "It looks like 2010.11929 or hep-th/9901001.")


def _address(field: StoredField, _fields: Mapping[str, StoredField], place: Place) -> Problem | None:
    """Addresses that cannot, or must not, be linked."""
    written = unescape(collapse(field.raw))
    state = identifiers.url_state(written) if written else "good"
    if state == "unsafe":
        message = f"The address “{written[:60]}” would run a program in the reader's browser."
        return rules.UNSAFE_URL.at(place, message, "Use an https:// address.")
    if state == "malformed":
        message = f"“{written[:80]}” is no web address."
        return rules.MALFORMED_URL.at(place, message, "Begin it with https://, and leave no spaces in it.")
    return None


def _isbn(field: StoredField, _fields: Mapping[str, StoredField], place: Place) -> Problem | None:
    """What is no ISBN; a field may hold several."""
    for written in _ISBN_SEPARATOR.split(collapse(field.raw)):
        if written.strip() and identifiers.isbn(written) is None:
            return rules.MALFORMED_ISBN.at(place, f"“{written.strip()[:40]}” is no ISBN.", "Check its digits.")
    return None


_Test = Callable[["StoredField", "Mapping[str, StoredField]", Place], Problem | None]

_TESTS: dict[str, _Test] = {
    **dict.fromkeys(("date", "eventdate", "origdate", "urldate"), _date),
    **dict.fromkeys(ADDRESS_FIELDS, _address),
    "doi": _doi,
    "eprint": _eprint,
    "isbn": _isbn,
}
