"""Decoding of files that do not say how they are encoded."""

from __future__ import annotations

import pytest

from paperatlas.formats.readout import decoded


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_comes_with_line_feeds_whatever_its_encoding(encoding: str, end: str) -> None:
    assert decoded(f"Über{end}Maschinen{end}".encode(encoding)) == "Über\nMaschinen\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        ("图像 “x”".encode(), "图像 “x”"),
        (b"\x93x\x94 \x80", "“x” €"),
        ("TI  - 标题与作者\nAU  - 张三".encode("gbk"), "TI  - 标题与作者\nAU  - 张三"),  # CNKI's
        ("AU  - Иванов, Иван".encode("cp1251"), "AU  - Иванов, Иван"),
        (b"a\x81\x8d\xe9", "a\x81\x8dé"),
        (b"\xff\xfea", "ÿþa"),
    ],
)
def test_what_is_no_utf8_is_read_as_windows_1252(data: bytes, text: str) -> None:
    assert decoded(data) == text
