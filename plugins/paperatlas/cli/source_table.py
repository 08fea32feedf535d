"""The table that says where facts were confirmed, with further rows at their places."""

from __future__ import annotations

from collections.abc import Iterable

SourceRow = tuple[str, str, str]
"""A citation key, what is confirmed, and the address where."""


def with_source_rows(before: bytes, rows: Iterable[SourceRow]) -> bytes:
    """Return the bytes of a table with some rows that are not there yet, in order."""
    header, *lines = before.decode("utf-8").splitlines()
    together = {*filter(None, lines), *map("\t".join, rows)}
    # As tuples: a tab sorts before what keys may hold, but not before all of it.
    ordered = sorted(together, key=lambda line: tuple(line.split("\t")))
    return "\n".join([header, *ordered, ""]).encode()
