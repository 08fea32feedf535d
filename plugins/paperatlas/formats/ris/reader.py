"""RIS as records, as the export of PaperAtlas, Zotero, EndNote, publishers and data bases write it.

Read line by line, because what real files break is the format's outside: records that do not end, tags with one
space, values over several lines, spaces in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from paperatlas.diagnostics.problem import TIMES, Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.readout import Found, Readout
from paperatlas.formats.ris.values import record_of_values

_LINE = re.compile(r"\ufeff?\s{0,3}([A-Z][A-Z0-9])\s{0,2}-(?: (.*)|\s*)")
_TITLES = frozenset({"TI", "T1"})
_HEAD = 3
"""So many lines at the beginning of a file may say what it is."""
_BETWEEN = re.compile(r"(?:Provider|Database|Content):|Record #?\d+ of \d+|\d+\.\s*\Z|Link to the Ovid")
"""What Scopus, the Cochrane Library and Ovid write between records."""
_BEGIN = re.compile(r"^[^\w\n]*TY\b", re.MULTILINE)


@dataclass
class _Lines:
    """A record's lines as they are read: its values by tag, in order."""

    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    last: str = ""

    def add(self, tag: str, value: str) -> None:
        """Return another line."""
        self.values.setdefault(tag, []).append(value)
        self.last = tag

    def go_on(self, text: str) -> None:
        """More of the value of the line above."""
        if self.last in ("KW", "AU", "A1"):
            self.add(self.last, text)
        else:
            values = self.values[self.last]
            values[-1] = f"{values[-1]} {text}".strip()


def read_ris(text: str, file: str) -> Readout:
    """Return the records of a RIS file."""
    found: list[Found] = []
    problems: list[Problem] = []
    if text.strip() and not _BEGIN.search(text):
        # Another format: what is wrong with each line of it says nothing.
        return Readout((), (rules.UNREADABLE_SOURCE.at(Span(file, 1), "ris"),))
    for lines in _records(text, file, problems):
        span = Span(file, lines.line)
        record, wrong = record_of_values(lines.values, str(span))
        if "title" in record.fields:
            found.append(Found(record, span))
        else:
            problems.append(rules.UNREADABLE_RECORD.at(span, "ris"))
        problems += [rules.VALUE_LEFT_OUT.at(span, variant, **arguments) for variant, arguments in wrong]
    if not found and not problems and text.strip():
        problems.append(rules.UNREADABLE_SOURCE.at(Span(file, 1), "ris"))
    return Readout(tuple(found), tuple(problems))


class _Outside(NamedTuple):
    """A line that stands in no record: its number, its tag, if it has one, and the rest."""

    number: int
    tag: str
    value: str


def _records(text: str, file: str, problems: list[Problem]) -> Iterator[_Lines]:
    """Yield the records; one that does not end does so where the next begins, or at the end of the file."""
    current: _Lines | None = None
    outside: list[_Outside] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line)
        tag, value = (match[1], (match[2] or "").strip()) if match else ("", line.strip())
        if tag == "TY" and current and current.last == "TY":  # some write a second type: the first one counts
            problems.append(rules.VALUE_LEFT_OUT.at(Span(file, number), "ris_line", tag=tag, text=value))
        elif tag in ("TY", "ER"):
            if current:
                yield current
            current = _begun(number, value, outside, problems, file) if tag == "TY" else None
        elif current and tag:
            current.add(tag, value)
        elif current and value and current.last != "TY":
            current.go_on(value)
        elif value:
            outside.append(_Outside(number, tag, value))
    if current:
        yield current
    problems += _strays(outside, file)


def _begun(number: int, kind: str, outside: list[_Outside], problems: list[Problem], file: str) -> _Lines:
    """Return a record that begins with its type, or with other lines before it; the lines `outside` are done."""
    lines = _Lines(number)
    lines.add("TY", kind)
    if any(line.tag in _TITLES for line in outside):
        for line in outside:
            if line.tag:
                lines.add(line.tag, line.value)
        outside[:] = [line for line in outside if not line.tag]
    problems += _strays(outside, file)
    outside.clear()
    return lines


def _strays(outside: list[_Outside], file: str) -> Iterator[Problem]:
    """Yield one problem for all lines between two records but those that data bases put there."""
    strays = [line for line in outside if line.tag or not (line.number <= _HEAD or _BETWEEN.match(line.value))]
    if strays:
        times = {TIMES: len(strays)} if len(strays) > 1 else {}
        yield rules.VALUE_LEFT_OUT.at(Span(file, strays[0].number, 1), text=strays[0].value[:60], **times)
