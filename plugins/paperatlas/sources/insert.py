"""Putting an entry into a .bib file, and touching nothing else of it."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from itertools import pairwise

from paperatlas.bibliography import Entry
from paperatlas.sources.entries import library_in
from paperatlas.sources.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FEW = 3
"""So many entries in the order of their keys may be so by chance."""


def insert_entry(source: bytes, entry: str, file: str) -> bytes:
    """The bytes of a .bib file with one more entry; every other byte stays.

    It goes behind the last entry (so before what programs note at the end), or to its place among entries in the
    order of their keys. The file keeps its encoding, its byte order mark and its line ends. Raises `SourceError` if the
    file cannot be read whole: then nobody knows where an entry ends.
    """
    mark, encoding = next((known for known in _MARKS if source.startswith(known[0])), (b"", "utf-8"))
    try:
        text = source[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{file} is not {encoding[:6].upper()}, so nothing is added to it; save it as UTF-8 first"
        raise SourceError(message) from error
    before = _entries(source, file)
    lines = _LINE.findall(text)
    ends = Counter(line[len(line.rstrip("\r\n")) :] for line in lines)
    ends.pop("", None)
    end = ends.most_common(1)[0][0] if ends else "\n"
    at = _line_before(before, _key(entry))
    head, tail = "".join(lines[:at]), "".join(lines[at:])
    if head and not head.endswith(("\n", "\r")):
        head += end
    blank = end if head.strip() and not head.endswith(end * 2) else ""
    after = end if tail.strip() and not tail.startswith(("\n", "\r")) else ""
    result = mark + (head + blank + entry.replace("\n", end) + after + tail).encode(encoding)
    _prove(before, _entries(result, file), _key(entry), file)
    return result


def _line_before(entries: tuple[Entry, ...], key: str) -> int:
    """How many lines stand before the new entry."""
    if not entries:
        return 1 << 60
    keys = [entry.key.casefold() for entry in entries]
    if len(keys) > _FEW and all(one <= other for one, other in pairwise(keys)):
        above = [entry for entry in entries if entry.key.casefold() <= key.casefold()]
        return above[-1].end_line if above else entries[0].place.line - 1
    return max(entry.end_line for entry in entries)


def _entries(data: bytes, file: str) -> tuple[Entry, ...]:
    """The entries of the file. Raises `SourceError` if it is damaged."""
    library, problems = library_in(data, "library.bib")
    broken = next((problem for problem in problems if problem.severity == "error"), None)
    if broken or any(one.read < one.starts for one in library.files):
        where = f", line {broken.line}: {broken.message}" if broken else ""
        message = (
            f"{file} cannot be read whole{where} Nothing is added to it before `paperatlas check` finds no error in it"
        )
        raise SourceError(message)
    return library.entries


def _prove(before: tuple[Entry, ...], after: tuple[Entry, ...], key: str, file: str) -> None:
    """Compare what is read from the file with what was. Raises `SourceError` if it is not one entry more."""
    old = [(entry.key, entry.type, _raw(entry)) for entry in before]
    new = [(entry.key, entry.type, _raw(entry)) for entry in after]
    rest = [each for each in new if each[0] != key]
    if len(new) != len(old) + 1 or rest != [each for each in old if each[0] != key]:
        message = f"with this entry, {file} would be read otherwise than before, so nothing is added to it"
        raise SourceError(message)


def _raw(entry: Entry) -> list[tuple[str, str]]:
    return [(name, field.raw) for name, field in entry.own_fields.items()]


def _key(entry: str) -> str:
    return entry.partition("{")[2].partition(",")[0]
