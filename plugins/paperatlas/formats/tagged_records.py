"""Records of formats whose lines begin with a tag: PubMed's, EndNote's, that of Web of Science."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.csl.reader import LeftOut
from paperatlas.formats.readout import Found, Readout
from paperatlas.formats.records.record import Record


@dataclass(frozen=True, slots=True)
class TaggedFormat:
    """How a format writes its records."""

    name: str
    """What people call it."""
    begin: str
    """A line that begins a record, as an example."""
    line: re.Pattern[str]
    """A line with a tag; its first group is the tag, its second the value."""
    first: str
    """The tag that begins a record."""
    lists: frozenset[str] = frozenset()
    """Tags that have a value of their own on each line that goes on without a tag."""
    outside: frozenset[str] = frozenset()
    """Tags of lines that belong to no record: the head and the foot of a file."""
    last: str = ""
    """The tag that ends a record; without one an empty line does. Where it is `first`, the next record alone does."""


@dataclass(slots=True)
class TaggedRecord:
    """A record's tags and values in their order, as they are read."""

    line: int
    pairs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def values(self) -> dict[str, list[str]]:
        """Return the values that are not empty, by tag."""
        found: dict[str, list[str]] = {}
        for tag, value in self.pairs:
            if value:
                found.setdefault(tag, []).append(value)
        return found

    def go_on(self, text: str, lists: frozenset[str]) -> None:
        """Add a line that has no tag: more of the value above, or another value under its tag."""
        tag, value = self.pairs[-1]
        if tag in lists:
            self.pairs.append((tag, text))
        else:
            self.pairs[-1] = (tag, f"{value} {text}".strip())


def tagged_records(text: str, form: TaggedFormat, strays: list[tuple[int, str]]) -> Iterator[TaggedRecord]:
    """Yield the records of a file; lines that belong to none are added to `strays` with their numbers."""
    current: TaggedRecord | None = None
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        match = form.line.fullmatch(line.rstrip())
        tag, value = (match[1], (match[2] or "").strip()) if match else ("", line.strip())
        ends = tag == form.last != form.first if form.last else not line.strip()
        if (ends or tag == form.first) and current:
            yield current
            current = None
        if ends or tag in form.outside:
            continue
        if tag and (current or tag == form.first or not form.last):
            current = current or TaggedRecord(number)
            current.pairs.append((tag, value))
        elif current and value:
            current.go_on(value, form.lists)
        elif value:
            strays.append((number, line.strip()))
    if current:
        yield current


@dataclass(slots=True)
class RecordList:
    """The records that were read of a file, and what is wrong with them."""

    file: str
    form: TaggedFormat
    found: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, record: Record, left_out: list[LeftOut]) -> None:
        """Add a record that begins in a line, and what of it has no place in an entry."""
        span = Span(self.file, line)
        if "title" in record.fields:
            self.found.append(Found(replace(record, origin=str(span)), span))
        else:
            self.problems.append(rules.UNREADABLE_RECORD.at(span, "tagged"))
        self.problems += [rules.VALUE_LEFT_OUT.at(span, variant, **arguments) for variant, arguments in left_out]

    def readout(self, text: str, strays: list[tuple[int, str]]) -> Readout:
        """Return what was read of `text`; one problem alone if it is in another format."""
        if not self.found and not self.problems:
            if not text.strip("\ufeff \n\t"):
                return Readout()
            arguments = {"format": self.form.name, "begin": self.form.begin}
            return Readout((), (rules.UNREADABLE_SOURCE.at(Span(self.file, 1), "tagged", **arguments),))
        begin = self.form.begin
        self.problems += [
            rules.VALUE_LEFT_OUT.at(Span(self.file, number, 1), "stray", text=line[:60], begin=begin)
            for number, line in strays
        ]
        return Readout(tuple(self.found), tuple(self.problems))
