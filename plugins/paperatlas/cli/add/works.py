"""The works that `paperatlas add` is given: identifiers to fetch, and entries that somebody has already."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from paperatlas.cli.reports import tell_problems
from paperatlas.cli.usage import UsageError, tell
from paperatlas.formats.bibtex.reader import entries_in
from paperatlas.formats.records.record import Record
from paperatlas.services.locate import KNOWN, Located, locate
from paperatlas.storage.files import is_file, read_bytes
from paperatlas.texts.commands import add as texts

_BIBTEX = re.compile(rb"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)
_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class RequestedWork:
    """A work as it was given: `name` for messages, and where to fetch it, or its record, unless that is damaged."""

    name: str
    located: Located | None = None
    record: Record | None = None
    is_damaged: bool = False


def works_of(arguments: list[str]) -> list[RequestedWork]:
    """Return every work, in order. Raises `UsageError` for what cannot be understood, before anything is fetched."""
    works: list[RequestedWork] = []
    for written in arguments:
        if written == _STANDARD_INPUT:
            works += _from_bytes(sys.stdin.buffer.read(), "standard input")
        elif os.path.isdir(written):  # noqa: PTH112 - also of what is too long for a path
            raise UsageError(texts.folder_given(written))
        elif Path(written).suffix.lower() == ".bib" or (locate(written) is None and is_file(written)):
            works += _from_bytes(read_bytes(Path(written)), written)
        else:
            works.append(_located(written))
    if not works:
        raise UsageError(texts.nothing_to_add(KNOWN))
    return works


def _from_bytes(data: bytes, name: str) -> Iterator[RequestedWork]:
    """Yield the works in a .bib file, or in a list of identifiers with one on each line."""
    is_library = Path(name).suffix.lower() == ".bib"
    if not _BIBTEX.search(data):
        for line in data.decode("utf-8-sig", "replace").splitlines():
            written = line.split("#", 1)[0].strip() if not re.match(r"\s*https?:", line) else line.strip()
            if written and is_library and locate(written) is None:
                raise UsageError(texts.no_entry(name))
            if written:
                yield _located(written)
        return
    file = Path(name).name if is_library else "input.bib"
    read = entries_in(data, file)
    errors = [problem for problem in read.problems if problem.severity == "error"]
    tell_problems(errors, Path(name).parent)
    if read.abstracts:
        tell(texts.abstracts_not_added(name, read.abstracts))
    for record in read.records:
        yield RequestedWork(f"{name}: {record.key}", record=record, is_damaged=record.key in read.damaged)
    if not read.records:
        raise UsageError(texts.no_entry(name))


def _located(written: str) -> RequestedWork:
    located = locate(written)
    if located is None:
        raise UsageError(texts.not_found(written, KNOWN))
    return RequestedWork(written, located)
