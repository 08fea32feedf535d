"""Records as entries: each with a key of its own, none that the library has, none twice, each as it will be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from paperatlas.bibliography import Library, parse_library
from paperatlas.check.duplicates import duplicate_works
from paperatlas.check.rules import SAME_ARXIV, SAME_DOI
from paperatlas.check.works import works
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats import rules
from paperatlas.formats.bibtex.reader import ABSTRACTS
from paperatlas.formats.readout import Found
from paperatlas.formats.records.entry_text import citation_key, entry_text, free_citation_keys
from paperatlas.formats.records.library_style import in_style, library_style_of

_NEW = "imported.bib"
_KEY = re.compile(r"[A-Za-z0-9](?:[\w.:+/-]*[\w+])?", re.ASCII)
_VARIANTS = {SAME_DOI.code: "doi", SAME_ARXIV.code: "arxiv"}
"""The wording of what two works have in common, but for their title."""


@dataclass(frozen=True, slots=True)
class NewEntries:
    """An entry to be written."""

    key: str
    text: str
    found: Found

    @property
    def keywords(self) -> tuple[str, ...]:
        """Return its keywords."""
        return tuple(word for word in self.found.record.fields.get("keywords", "").split(", ") if word)


def without_abstracts(found: Iterable[Found]) -> tuple[list[Found], int]:
    """Return the records without abstracts, and how many had one."""
    bare = []
    count = 0
    for one in found:
        fields = {name: value for name, value in one.record.fields.items() if name not in ABSTRACTS}
        count += len(fields) < len(one.record.fields)
        bare.append(replace(one, record=replace(one.record, fields=fields)))
    return bare, count


def select_new_entries(found: Sequence[Found], library: Library) -> tuple[list[NewEntries], list[Problem]]:
    """Return the entries of what was read, in the style of `library`, and what is left out of it or changed."""
    problems: list[Problem] = []
    entries = _keyed(found, library)
    entries, unread = _readable(entries)
    entries, twins = _single(entries, library)
    problems += [*unread, *twins, *_renamed(entries)]
    return entries, problems


def _keyed(found: Sequence[Found], library: Library) -> list[NewEntries]:
    """Return each record as an entry, under its own key if that is free."""
    keys = free_citation_keys(entry.key for entry in library.entries)
    library_style = library_style_of(library) if library.entries else None
    entries = []
    for one in found:
        record = in_style(one.record, library_style) if library_style else one.record
        own = _KEY.fullmatch(record.key) and keys.is_free(record.key)
        key = keys.take(record.key if own else citation_key(record))
        entries.append(NewEntries(key, entry_text(record, key), replace(one, record=record)))
    return entries


def _readable(entries: Sequence[NewEntries]) -> tuple[list[NewEntries], list[Problem]]:
    """Return the entries that are read as what they are, and a problem for each other one."""
    text = "\n".join(entry.text for entry in entries)
    library, problems = parse_library(text.encode(), _NEW)
    broken = {problem.line: problem.message for problem in problems if problem.severity == "error"}
    keys = [entry.key for entry in library.entries]
    if not broken and keys == [entry.key for entry in entries]:
        return list(entries), []
    readable: list[NewEntries] = []
    wrong: list[Problem] = []
    for entry in entries:
        own, found = parse_library(entry.text.encode(), _NEW)
        error = next((problem.message for problem in found if problem.severity == "error"), "")
        if error or [one.key for one in own.entries] != [entry.key]:
            arguments = {"title": entry.found.record.fields.get("title", entry.key), "reason": error}
            variant = "broken" if error else "written"
            wrong.append(rules.UNREADABLE_RECORD.at(entry.found.span, variant, **arguments))
        else:
            readable.append(entry)
    return readable, wrong


def _single(entries: Sequence[NewEntries], library: Library) -> tuple[list[NewEntries], list[Problem]]:
    """Return the entries whose works the library does not have, each once."""
    new, _ = parse_library("\n".join(entry.text for entry in entries).encode(), _NEW)
    both = Library((*library.entries, *new.entries), library.files)
    by_line: Mapping[int, str] = {entry.span.line: entry.key for entry in new.entries}
    starts = sorted(by_line)
    by_key = {entry.key: entry for entry in entries}
    left_out: set[str] = set()
    problems: list[Problem] = []
    for problem in duplicate_works(works(both)):
        if problem.file != _NEW:
            continue
        key = by_line[starts[bisect_right(starts, problem.line) - 1]]
        left_out.add(key)
        problems.append(_twin(by_key[key], problem, by_key))
    return [entry for entry in entries if entry.key not in left_out], problems


def _twin(entry: NewEntries, problem: Problem, entries: Mapping[str, NewEntries]) -> Problem:
    """Return what to say of a work that is there already, as `problem` has it."""
    other = str(dict(problem.arguments)["other"])
    span = problem.related[0]
    rule = rules.KNOWN_ALREADY
    if span.file == _NEW and other in entries:
        rule, span = rules.TWICE, entries[other].found.span
    title = entry.found.record.fields.get("title", entry.key)
    variant = _VARIANTS.get(problem.code, problem.variant)
    return rule.at(entry.found.span, variant, title=title, other=other).beside(span)


def _renamed(entries: Iterable[NewEntries]) -> list[Problem]:
    return [
        rules.OTHER_KEY.at(entry.found.span, wanted=wanted, key=entry.key)
        for entry in entries
        if (wanted := entry.found.record.key) and wanted != entry.key
    ]
