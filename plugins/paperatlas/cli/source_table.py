"""The table that says where facts were confirmed, with further rows at their places."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.check.editorial.sources import SOURCE_COLUMNS
from paperatlas.storage.files import ReadError

SourceRow = tuple[str, str, str]
"""A citation key, what is confirmed, and the address where."""


def with_source_rows(before: bytes, rows: Iterable[SourceRow]) -> bytes:
    """Return the bytes of a table with some rows that are not there yet, in order. Raises `ReadError`."""
    try:
        text = before.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError("the table of sources is not UTF-8; nothing was written into it") from error
    # Not `splitlines`: a row would end at characters that cannot be seen.
    header, *lines = text.replace("\r\n", "\n").split("\n")
    together = {*filter(None, lines), *map("\t".join, rows)}
    # As tuples: a tab sorts before what keys may hold, but not before all of it.
    ordered = sorted(together, key=lambda line: tuple(line.split("\t")))
    return "\n".join([header or "\t".join(SOURCE_COLUMNS), *ordered, ""]).encode()
