"""Putting entries into a .bib file, and touching nothing else of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby, pairwise
from typing import Any

from paperatlas.bibliography import Entry, parse_library
from paperatlas.diagnostics.encodings import mark_of
from paperatlas.formats.records.record import SourceError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FEW = 3
"""So many entries in the order of their keys may be so by chance."""
_LATEST = 9999
"""The year of what has none yet."""
_END = 1 << 60
"""More lines than a file has."""


def insert_entry(source: bytes, entry: str, file: str) -> bytes:
    """Return the bytes of a .bib file with one more entry; every other byte stays.

    It goes behind the last entry (so before what programs note at the end), or to its place among entries in the
    order of their keys, or behind the one of its group that comes before it by year and key: then two people who add
    papers at once seldom add them at one place. The file keeps its encoding, its byte order mark and its line ends.
    Raises `SourceError` if the file cannot be read whole: then nobody knows where an entry ends.
    """
    new = parse_library(entry.encode(), "library.bib")[0].entries
    return _insert(source, entry, file, partial(_line_in_order, new=new[0]) if new else _line_behind)


def append_entries(source: bytes, entries: str, file: str) -> bytes:
    """Return the bytes of a .bib file with more entries, all behind its last one; else as `insert_entry`."""
    return _insert(source, entries, file, _line_behind)


def _insert(source: bytes, entries: str, file: str, line: Callable[[tuple[Entry, ...]], int]) -> bytes:
    """Return the bytes of a .bib file with more entries; `line` tells how many lines stay before them."""
    mark, encoding = mark_of(source)
    try:
        text = source[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{file} is not {encoding[:6].upper()}, so nothing was added to it; save it as UTF-8 first"
        raise SourceError(message) from error
    before = _entries(source, file)
    lines = _LINE.findall(text)
    ends = Counter(line[len(line.rstrip("\r\n")) :] for line in lines)
    ends.pop("", None)
    end = ends.most_common(1)[0][0] if ends else "\n"
    at = line(before)
    head, tail = "".join(lines[:at]), "".join(lines[at:])
    if head and not head.endswith(("\n", "\r")):
        head += end
    blank = end if head.strip() and not head.endswith(end * 2) else ""
    after = end if tail.strip() and not tail.startswith(("\n", "\r")) else ""
    new = entries.replace("\n", end)
    result = mark + (head + blank + new + after + tail).encode(encoding)
    # The proof: the file must read as what it held, and the new entries.
    added, _ = parse_library(new.encode(), "library.bib")
    if sorted(map(_content, _entries(result, file))) != sorted(map(_content, (*before, *added.entries))):
        raise SourceError(f"the new entries would change how others of {file} are read, so nothing was added to it")
    return result


def _line_in_order(entries: tuple[Entry, ...], new: Entry) -> int:
    """Return how many lines stand before a new entry in a file whose entries may be in an order.

    That is the order of their keys; else that of groups, which stand together, and of years in them.
    """
    keys = [entry.key.casefold() for entry in entries]
    if len(keys) > _FEW and all(one <= other for one, other in pairwise(keys)):
        return _line_behind_next(entries, new, lambda entry: entry.key.casefold())
    group = _group_of(new)
    runs = [tuple(run) for each, run in groupby(entries, _group_of) if each == group]
    if not group or not runs:
        return _line_behind(entries)
    run = max(runs, key=len)
    return _line_behind_next(run, new, _by_year) if len(run) > 1 else run[0].end_line


def _line_behind_next(entries: Sequence[Entry], new: Entry, order: Callable[[Entry], Any]) -> int:
    """Return the line of the end of the entry that comes next before a new one, or else how many stand before all."""
    above = [entry for entry in entries if order(entry) <= order(new)]
    return max(above, key=order).end_line if above else entries[0].span.line - 1


def _group_of(entry: Entry) -> str:
    """Return the first keyword, which is where an entry stands in a library with groups."""
    keywords = entry.list("keywords")
    return keywords[0].value if keywords else ""


def _by_year(entry: Entry) -> tuple[int, str]:
    """Return what sorts the entries of a group; one without a date is the newest."""
    year = entry.date.year if entry.date else None
    return _LATEST if year is None else year, entry.key.casefold()


def _line_behind(entries: tuple[Entry, ...]) -> int:
    """Return how many lines stand before what comes behind all entries."""
    return max((entry.end_line for entry in entries), default=_END)


def _entries(data: bytes, file: str) -> tuple[Entry, ...]:
    """Return the entries of the file. Raises `SourceError` if it is damaged."""
    library, problems = parse_library(data, "library.bib")
    broken = next((problem for problem in problems if problem.severity == "error"), None)
    if broken or any(one.read < one.starts for one in library.files):
        where = f", line {broken.line}: {broken.message}" if broken else ""
        message = (
            f"{file} contains errors{where} Correct the errors that `paperatlas check` reports before you add to it"
        )
        raise SourceError(message)
    return library.entries


def _content(entry: Entry) -> tuple[str, str, list[tuple[str, str]]]:
    """Return what must stay of an entry: its key, its type, its fields as they are written."""
    return entry.key, entry.type, [(name, field.raw) for name, field in entry.own_fields.items()]
