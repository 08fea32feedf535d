"""The encoding of a source file, as its byte order mark names it."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mark_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark that a file's bytes begin with, and the encoding it names; UTF-8 without one."""
    return next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))
