"""A CSV file -> rows of results, and what is wrong with it."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import cast

from paperatlas.bibliography.model.identifiers import url_state
from paperatlas.bibliography.reader.leftovers import invisible_character, invisible_problem
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.results.cells import cell_span
from paperatlas.results.model import RESULT_COLUMNS, RESULT_KINDS, Measure, Result, ResultKind
from paperatlas.results.rules import (
    BAD_HEAD,
    BAD_SETTING,
    BAD_SOURCE,
    CELL_COUNT,
    CONTRADICTING_RESULTS,
    EMPTY_CELL,
    NO_NUMBER,
    REPEATED_RESULT,
    UNKNOWN_COLUMN,
    UNKNOWN_KIND,
    UNREADABLE_RESULTS,
)
from paperatlas.results.spreadsheets import without_mark
from paperatlas.storage.tables import read_table_files
from paperatlas.text.control_characters import without_controls
from paperatlas.text.suggestions import nearest

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_MINUS = str.maketrans("\u2212", "-")  # the sign that papers print
_FULL_WIDTH = "，、；"
"""What an input method for Chinese writes for a comma."""
_MAY_BE_EMPTY = "setting"
_DIVIDERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What spreadsheets divide columns by where a comma stands before decimals, and what people do by hand."""
_MOST_COLUMNS = 100
"""A first line of more cells is that of another file: each of them would be a problem of its own."""
_MOST_LINES = 20
"""Of how many lines a row is: more than any that somebody wrote, and few where a quotation mark was forgotten."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, and its text as it stands in the file from `line` on."""

    file: str
    line: int
    text: str
    cells: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Return where all of it is."""
        return Span(self.file, self.line, 1).covering(self.text)

    def cell(self, number: int) -> Span:
        """Return where a cell is."""
        return cell_span(self.span, self.text, number)


def read_results(paths: Iterable[Path], root: Path) -> tuple[tuple[Result, ...], list[Problem]]:
    """Return the rows of some files, in order, and what is wrong with them. Places are relative to `root`."""
    results, problems = read_table_files(paths, root, read_table, UNREADABLE_RESULTS)
    unique, repeated = _unique(results)
    return unique, [*problems, *repeated]


def read_table(text: str, file: str) -> tuple[list[Result], list[Problem]]:
    """Return the rows of one table, and what is wrong with it."""
    rows, problems = _rows(text, file)
    if not rows:
        return [], problems or [BAD_HEAD.at(Span(file), "nothing")]
    head, *others = rows
    if len(head.cells) > _MOST_COLUMNS:
        return [], [*problems, BAD_HEAD.at(head.span, "many", count=len(head.cells))]
    if divider := _other_divider(head.text):
        return [], [*problems, BAD_HEAD.at(head.span, "commas", divider=divider)]
    columns, found = _columns(head)
    if not columns:
        return [], [*problems, BAD_HEAD.at(head.span, "values")]
    problems += found
    if not columns.keys() >= set(RESULT_COLUMNS):
        return [], problems
    results: list[Result] = []
    for row in others:
        result, found = _result(row, columns, len(head.cells))
        problems += found
        results += [result] if result else []
    return results, problems


def _rows(text: str, file: str) -> tuple[list[_Row], list[Problem]]:
    """Return the rows that are not blank, and those that cannot be told apart from what follows them.

    A quoted cell may have several lines. Where that gives a row of another length than the first one, a quotation mark
    was forgotten: its line alone is left out, not all that Python's reader would take for the cell.
    """
    rows: list[_Row] = []
    problems = []
    lines = StringIO(text, newline="").readlines()
    at = 0
    while at < len(lines):
        source, end = lines[at], at + 1
        while source.count('"') % 2 and end < min(len(lines), at + _MOST_LINES):
            source, end = source + lines[end], end + 1
        first = Span(file, at + 1, 1).covering(lines[at].rstrip("\r\n"))
        try:
            cells = tuple(_text(cell) for line in csv.reader([source], skipinitialspace=True) for cell in line)
        except csv.Error as error:
            variant = "quotes" if end > at + 1 or source.count('"') % 2 else "unreadable"
            problems.append(CELL_COUNT.at(first, variant, reason=str(error)))
            at += 1
            continue
        if source.count('"') % 2 or (end > at + 1 and rows and len(cells) != len(rows[0].cells)):
            problems.append(CELL_COUNT.at(first, "quotes"))
            end = at + 1
        elif any(cells):
            rows.append(_Row(file, at + 1, source.rstrip("\r\n"), cells))
            problems += _invisible(rows[-1])
        at = end
    return rows, problems


def _other_divider(head: str) -> str:
    """Return what divides the columns of a first line instead of commas, or nothing if commas do."""
    for divider, name in _DIVIDERS.items():
        cells = {cell.strip(' "').lower() for cell in head.split(divider)}
        if "," not in head and len(cells.intersection(RESULT_COLUMNS)) > 1:
            return name
    return ""


def _text(cell: str) -> str:
    """Return what a cell says, on one line."""
    return without_mark(" ".join(without_controls(cell).split()))


def _invisible(row: _Row) -> Iterator[Problem]:
    """Yield that a row has a character that cannot be seen; such characters of control are left out."""
    if (found := invisible_character(row.text)) is not None:
        before = row.text[: found.start()].split("\n")
        place = Span(row.file, row.line + len(before) - 1, len(before[-1]) + 1)
        yield invisible_problem(found, place.covering(found[0]))


def _columns(head: _Row) -> tuple[dict[str, int], list[Problem]]:
    """Return the columns by name, as the first row names them, with the number of each."""
    columns: dict[str, int] = {}
    problems = []
    for number, cell in enumerate(head.cells):
        name = cell.lower()
        if name in columns:
            problems.append(BAD_HEAD.at(head.cell(number), "twice", column=name))
        elif name in RESULT_COLUMNS:
            columns[name] = number
        elif name:
            near = nearest(name, [column for column in RESULT_COLUMNS if column not in columns])
            problems.append(UNKNOWN_COLUMN.at(head.cell(number), column=cell, near=near))
    problems += [BAD_HEAD.at(head.span, column=column) for column in RESULT_COLUMNS if column not in columns]
    return columns, problems


def _result(row: _Row, columns: Mapping[str, int], expected: int) -> tuple[Result | None, list[Problem]]:
    """Return the result that a row states; None if something is wrong with it."""
    cells = row.cells[:expected] if not any(row.cells[expected:]) else row.cells
    if len(cells) != expected:
        sign = next((sign for sign in row.text if sign in _FULL_WIDTH), "") if len(cells) < expected else ""
        divided = next((sign for sign in ";\t" if row.text.count(sign) >= expected - 1), "")
        if divided and len(cells) < expected:
            return None, [CELL_COUNT.at(row.span, "divided", found=len(cells), expected=expected, sign=divided.strip())]
        variant = "full-width" if sign else "fewer" if len(cells) < expected else "curly" if "“" in row.text else ""
        return None, [CELL_COUNT.at(row.span, variant, found=len(cells), expected=expected, sign=sign)]
    values = {name: cells[number] for name, number in columns.items()}
    places = {name: row.cell(number) for name, number in columns.items()}
    number = _number(values["value"])
    setting, problems = _setting(values["setting"], places["setting"])
    problems += _cell_problems(values, places)
    if problems or number is None:
        return None, problems
    return (
        Result(
            key=values["key"],
            measure=Measure(values["task"], values["dataset"], values["metric"]),
            value=values["value"],
            number=number,
            setting=setting,
            kind=cast("ResultKind", values["kind"].lower()),
            source=values["source"],
            place=values["place"],
            span=row.span,
            key_span=places["key"],
        ),
        [],
    )


def _cell_problems(values: Mapping[str, str], places: Mapping[str, Span]) -> Iterator[Problem]:
    for name, value in values.items():
        place = places[name]
        if not value:
            if name != _MAY_BE_EMPTY:
                yield EMPTY_CELL.at(place, column=name)
        elif name == "value" and _number(value) is None:
            yield NO_NUMBER.at(place, "comma" if _number(value.replace(",", ".", 1)) is not None else "", value=value)
        elif name == "kind" and value.lower() not in RESULT_KINDS:
            yield UNKNOWN_KIND.at(place, kind=value, known=", ".join(RESULT_KINDS), near=nearest(value, RESULT_KINDS))
        elif name == "source" and (url_state(value) != "good" or not value.lower().startswith("http")):
            yield BAD_SOURCE.at(place, source=value)


def _number(written: str) -> float | None:
    """Return a value to compute with; None if it is not one finite number."""
    text = written.translate(_MINUS)
    number = float(text) if _NUMBER.fullmatch(text) else math.inf
    return number if math.isfinite(number) else None


def _setting(written: str, place: Span) -> tuple[tuple[tuple[str, str], ...], list[Problem]]:
    """Return the parts of a setting, by name in lower case, in the order of the names: it says the same in any."""
    parts: dict[str, str] = {}
    problems = []
    for part in filter(None, map(str.strip, written.split(";"))):
        name, _, value = (text.strip() for text in part.partition("="))
        name = name.lower()
        if not name or not value:
            colon = re.fullmatch(r"([^\s:=]+):\s*([^=]+)", part)
            mended = f"{colon[1]}={colon[2]}" if colon else ""
            problems.append(BAD_SETTING.at(place, "colon" if colon else "", part=part, mended=mended))
        elif name in parts:
            problems.append(BAD_SETTING.at(place, "twice", part=name))
        parts[name] = value
    return tuple(sorted(parts.items())), problems


def _unique(results: Iterable[Result]) -> tuple[tuple[Result, ...], list[Problem]]:
    """Return each result once; report those that are there twice, and those that contradict each other."""
    first: dict[tuple[object, ...], Result] = {}
    unique: list[Result] = []
    problems = []
    for result in results:
        subject = (result.key, result.measure, result.setting, result.kind, result.source)
        other = first.setdefault((*subject, result.number), result)
        if other is not result:
            problems.append(REPEATED_RESULT.at(result.span).beside(other.span))
            continue
        unique.append(result)
        known = first.setdefault(subject, result)
        if known is not result:
            problem = CONTRADICTING_RESULTS.at(result.span, value=result.value, other=known.value)
            problems.append(problem.beside(known.span))
    return tuple(unique), problems
