"""From an entry as written to an entry as stored: macros replaced, values decoded, flaws reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import dates, identifiers, rules
from paperatlas.bibliography.entry import StoredField
from paperatlas.bibliography.fields import ALIASES, NAMES, VERBATIM
from paperatlas.bibliography.latex import collapse, decode, unescape
from paperatlas.bibliography.names import read_names
from paperatlas.bibliography.split import MACRO, RawEntry, RawField
from paperatlas.problems import Place, Problem

if TYPE_CHECKING:
    from paperatlas.bibliography.macros import Macros
    from paperatlas.bibliography.names import NameList
    from paperatlas.bibliography.recover import Complaint
    from paperatlas.bibliography.text import Node

_ODD_KEY = re.compile(r"[\s\"#%'(){}~\\,=]")
_ADDRESSES = frozenset({"url", "code", "website", "video", "slides", "blog"})
_DATES = frozenset({"date", "eventdate", "origdate", "urldate"})
_DATE_PARTS = frozenset({"year", "month", "day"})


class Block(NamedTuple):
    """A stretch of text that holds one entry, and where it stands."""

    file: str
    text: str
    line: int
    column: int
    """Of the text's first character, from 1."""

    def place(self, offset: int) -> Place:
        """The place of a character."""
        line, column = self.position(offset)
        return Place(self.file, self.line + line, column)

    def position(self, offset: int) -> tuple[int, int]:
        """The line of a character, from 0, and its column, from 1."""
        line = self.text.count("\n", 0, offset)
        if not line:
            return 0, self.column + offset
        return line, offset - self.text.rfind("\n", 0, offset)


class Built(NamedTuple):
    """An entry ready to be stored, and what it wants to inherit: kind, key and place of each parent."""

    key: str
    type: str
    line: int
    column: int
    end_line: int
    fields: tuple[StoredField, ...]
    links: tuple[tuple[str, str, int, int], ...]
    """Kind, key, line and column."""


class Context(NamedTuple):
    """What reading an entry needs from outside it."""

    macros: Macros
    file_number: int
    problems: list[Problem]
    commands: dict[str, Problem]
    """The unknown LaTeX commands of the file so far, each with its first problem."""


def build(raw: RawEntry, block: Block, complaints: tuple[Complaint, ...], context: Context) -> Built:
    """The entry, and its problems into the context."""
    problems = context.problems
    problems += [each.rule.at(block.place(each.offset), each.message, each.hint) for each in complaints]
    key = raw.key
    if not key:
        key = f"{raw.type}-{block.line}"
        message = f"The entry has no citation key; it is read as {key}."
        problems.append(rules.MISSING_KEY.at(block.place(0), message, "Write a key after the opening brace."))
    elif _ODD_KEY.search(key):
        message = f"The citation key “{key}” holds a character that keys may not hold."
        problems.append(rules.ODD_KEY.at(block.place(raw.key_start), message, "Use letters, digits and -_:.+/ only."))
    fields: dict[str, StoredField] = {}
    for field in raw.fields:
        _add(field, block, context, fields)
    _join_date(fields, block, problems)
    for name, field in fields.items():
        check = _CHECKS.get(name)
        if check is not None:
            check(field, fields, block, problems)
    links = tuple(_links(fields, block)) if "crossref" in fields or "xdata" in fields else ()
    end_line = block.line + block.text.count("\n", 0, raw.end)
    return Built(key, raw.type, block.line, block.column, end_line, tuple(fields.values()), links)


def _add(field: RawField, block: Block, context: Context, fields: dict[str, StoredField]) -> None:
    """Add one field, decoded."""
    if not field.pieces:
        return
    written = field.name.lower()
    name = ALIASES.get(written, written)
    text = block.text
    line, column = block.position(field.start)
    if len(field.pieces) == 1 and field.pieces[0][0] != MACRO:
        _, start, end = field.pieces[0]
        raw = text[start:end]
    else:
        start = field.pieces[0][1]
        raw = "".join(
            text[begin:end]
            if kind != MACRO
            else context.macros.value(
                text[begin:end], (context.file_number, block.line + line), block.place(begin), context.problems
            )
            for kind, begin, end in field.pieces
        )
    newlines = text.count("\n", field.start, start)
    value_column = start - text.rfind("\n", 0, start) if newlines or line else block.column + start
    if name in fields:
        _twice(name, written, fields, Place(block.file, block.line + line, column), context.problems)
        if written == fields[name].written_name or written != name:
            return
    value: tuple[Node, ...] | NameList | None = None
    if name in NAMES:
        value, complaints = read_names(raw)
        if complaints:
            place = block.place(start)
            context.problems += [each.rule.at(place, each.message, each.hint) for each in complaints]
    elif name not in VERBATIM:
        decoded = decode(raw)
        if decoded.nodes != (raw,):
            value = decoded.nodes
            if len(decoded) > 1 and (decoded.unknown or decoded.open_math or decoded.open_braces):
                _report_latex(decoded, raw, start, block, context)
    fields[name] = StoredField(name, written, raw, line, column, line + newlines, value_column, value)


def _twice(name: str, written: str, fields: dict[str, StoredField], place: Place, problems: list[Problem]) -> None:
    """Report a field that the entry has already."""
    other = fields[name].written_name
    if written == other:
        message = f"The entry has the field {written} twice; the first one counts."
        problems.append(rules.DUPLICATE_FIELD.at(place, message, "Remove one of them."))
    else:
        message = f"{written} and {other} are two names for the same field."
        problems.append(rules.ALIAS_CONFLICT.at(place, message, f"Keep {name} alone."))


def _report_latex(decoded, raw: str, start: int, block: Block, context: Context) -> None:  # type: ignore[no-untyped-def]
    """Report what LaTeX decoding stumbled over."""
    for command in decoded.unknown:
        if command not in context.commands:
            offset = start + max(0, raw.find(f"\\{command}"))
            message = f"PaperAtlas does not know the LaTeX command \\{command}; the text of its argument is kept."
            problem = rules.UNKNOWN_COMMAND.at(block.place(offset), message, "Write the character itself, or remove it.")
            context.commands[command] = problem
            context.problems.append(problem)
    if decoded.open_math:
        message = "A “$” opens a formula that nothing closes."
        offset = start + max(0, raw.rfind("$"))
        context.problems.append(rules.UNBALANCED_MATH.at(block.place(offset), message, "Write \\$ for a dollar sign."))
    if decoded.open_braces:
        message = "The braces inside this value do not balance."
        context.problems.append(rules.UNBALANCED_BRACES.at(block.place(start), message, "Add or remove a brace."))


def _join_date(fields: dict[str, StoredField], block: Block, problems: list[Problem]) -> None:
    """Put `year`, `month` and `day` together as `date`, as BibLaTeX does."""
    year, month, day = (fields.pop(name, None) for name in ("year", "month", "day"))
    if year is None and month is None:
        return
    read, good = dates.read_year(year.raw) if year else (None, True)
    if year is not None and not good:
        message = f"“{collapse(year.raw)}” is no year."
        problems.append(rules.MALFORMED_YEAR.at(_value_place(year, block), message, "Write four digits."))
    number, of_month = None, None
    if month is not None:
        number, of_month, good = dates.read_month(month.raw)
        if not good:
            message = f"“{collapse(month.raw)}” is no month."
            hint = "Write a number from 1 to 12, or one of jan, feb, mar …"
            problems.append(rules.MALFORMED_MONTH.at(_value_place(month, block), message, hint))
    if "date" in fields:
        stated = dates.read_date(fields["date"].raw)[0]
        if stated and read and (stated.year != read.year or (number and stated.month and number != stated.month)):
            part = year or month
            if part is not None:
                message = f"{part.written_name} says {collapse(part.raw)}, but date says {stated}; date counts."
                problems.append(rules.DATE_CONFLICT.at(_value_place(part, block), message, "Keep date alone."))
        return
    if year is None:
        return
    if day is not None and day.raw.strip().isdecimal():
        of_month = int(day.raw)
    raw = year.raw
    if read is not None:
        if number and read.month is None and read.end is None:
            read = dates.PartialDate(read.year, number, of_month if of_month and 1 <= of_month <= 31 else None)
        raw = read.iso
    fields["date"] = year._replace(name="date", raw=raw)


def _value_place(field: StoredField, block: Block) -> Place:
    """Where a field's value begins."""
    return Place(block.file, block.line + field.value_line, field.value_column)


def _check_date(field: StoredField, _fields: dict[str, StoredField], block: Block, problems: list[Problem]) -> None:
    """Report what is no date."""
    if field.written_name == "year":
        return
    date, good = dates.read_date(field.raw)
    if not good or date is None:
        message = f"“{collapse(field.raw)}” is no date."
        problems.append(rules.MALFORMED_DATE.at(_value_place(field, block), message, "Write it as 2021, 2021-03 or 2021-03-05."))
    elif date.end and date.year is not None and date.end.sort_key[: 1 + bool(date.end.month)] < date.sort_key[: 1 + bool(date.end.month)]:
        message = f"The range {collapse(field.raw)} ends before it begins."
        problems.append(rules.REVERSED_RANGE.at(_value_place(field, block), message, "Exchange its two ends."))


def _check_doi(field: StoredField, _fields: dict[str, StoredField], block: Block, problems: list[Problem]) -> None:
    """Report what is no DOI."""
    written = unescape(collapse(field.raw))
    if written and identifiers.doi(written) is None:
        message = f"“{written}” is no DOI."
        problems.append(rules.MALFORMED_DOI.at(_value_place(field, block), message, "A DOI looks like 10.1000/182."))


def _check_eprint(field: StoredField, fields: dict[str, StoredField], block: Block, problems: list[Problem]) -> None:
    """Report what is no arXiv identifier where one is announced."""
    kind = fields.get("eprinttype")
    written = unescape(collapse(field.raw))
    if kind is not None and kind.raw.strip().lower() == "arxiv" and identifiers.arxiv(written) is None:
        message = f"“{written}” is no arXiv identifier."
        problems.append(rules.MALFORMED_ARXIV.at(_value_place(field, block), message, "It looks like 2010.11929 or hep-th/9901001."))


def _check_url(field: StoredField, _fields: dict[str, StoredField], block: Block, problems: list[Problem]) -> None:
    """Report addresses that cannot, or must not, be linked."""
    written = unescape(collapse(field.raw))
    state = identifiers.url_state(written) if written else "good"
    if state == "unsafe":
        message = f"The address “{written[:60]}” would run a program in the reader's browser."
        problems.append(rules.UNSAFE_URL.at(_value_place(field, block), message, "Use an https:// address."))
    elif state == "malformed":
        message = f"“{written[:80]}” is no web address."
        problems.append(rules.MALFORMED_URL.at(_value_place(field, block), message, "Begin it with https://, without spaces."))


def _check_isbn(field: StoredField, _fields: dict[str, StoredField], block: Block, problems: list[Problem]) -> None:
    """Report what is no ISBN; a field may hold several."""
    for written in re.split(r"[,;]|\s+and\s+|\s*/\s*|\s+(?=97[89])", collapse(field.raw)):
        if written.strip() and identifiers.isbn(written) is None:
            message = f"“{written.strip()}” is no ISBN."
            problems.append(rules.MALFORMED_ISBN.at(_value_place(field, block), message, "Check its digits."))


_CHECKS = {
    **dict.fromkeys(_DATES, _check_date),
    **dict.fromkeys(_ADDRESSES, _check_url),
    "doi": _check_doi,
    "eprint": _check_eprint,
    "isbn": _check_isbn,
}


def _links(fields: dict[str, StoredField], block: Block) -> list[tuple[str, str, int, int]]:
    """What the entry wants to inherit from."""
    links = []
    for kind in ("xdata", "crossref"):
        field = fields.get(kind)
        if field is not None:
            keys = field.raw.split(",") if kind == "xdata" else [field.raw]
            links += [
                (kind, key.strip(), block.line + field.value_line, field.value_column) for key in keys if key.strip()
            ]
    return links
