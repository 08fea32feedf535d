"""Putting many entries behind those of a .bib file, and touching nothing else of it."""

from __future__ import annotations

import codecs

from paperatlas.bibliography import Entry
from paperatlas.sources.entries import library_in
from paperatlas.sources.errors import SourceError


def append_entries(source: bytes, text: str, file: str) -> bytes:
    """The bytes of a .bib file with entries behind its last one; every other byte stays, and so do its line ends.

    Raises `SourceError` if the file is no UTF-8, cannot be read whole, or would be read otherwise than before.
    """
    before, problems = library_in(source, "library.bib")
    broken = next((problem for problem in problems if problem.severity == "error"), None)
    if broken:
        message = f"{file}, line {broken.line}: {broken.message} Nothing is added to it before it is mended"
        raise SourceError(message)
    mark = codecs.BOM_UTF8 if source.startswith(codecs.BOM_UTF8) else b""
    try:
        content = source[len(mark) :].decode()
    except UnicodeDecodeError as error:
        message = f"{file} is not UTF-8, so nothing is added to it; save it as UTF-8 first"
        raise SourceError(message) from error
    end = "\r\n" if content.count("\r\n") * 2 > content.count("\n") else "\n"
    lines = content.splitlines(keepends=True) if "\r" in content.replace("\r\n", "") else content.split("\n")
    joined = "" if "\r" in content.replace("\r\n", "") else "\n"
    at = max((entry.end_line for entry in before.entries), default=len(lines))
    head, tail = joined.join(lines[:at]), joined.join(lines[at:])
    head = head.rstrip("\r\n") + end + end if head.strip() else head
    rest = end + tail.lstrip("\r\n") if tail.strip() else ""
    result = mark + (head + text.replace("\n", end) + rest).encode()
    after, _ = library_in(result, "library.bib")
    added, _ = library_in(text.encode(), "library.bib")
    if sorted(map(_said, after.entries)) != sorted(map(_said, (*before.entries, *added.entries))):
        message = f"with these entries, {file} would be read otherwise than before, so nothing is added to it"
        raise SourceError(message)
    return result


def _said(entry: Entry) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    fields = ((name, field.raw.replace("\r\n", "\n")) for name, field in entry.own_fields.items())
    return entry.key, entry.type, tuple(fields)
