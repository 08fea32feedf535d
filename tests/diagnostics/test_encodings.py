"""Byte order marks."""

from __future__ import annotations

import codecs

import pytest

from paperatlas.diagnostics.encodings import mark_of


@pytest.mark.parametrize(
    ("data", "mark", "encoding"),
    [
        (b"", b"", "utf-8"),
        (b"@misc", b"", "utf-8"),
        (codecs.BOM_UTF8 + b"@", codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE + b"@\0", codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE + b"\0@", codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE + b"@\0\0\0", codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE + b"\0\0\0@", codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_names_the_encoding(data: bytes, mark: bytes, encoding: str) -> None:
    assert mark_of(data) == (mark, encoding)
