"""Bytes to text: every encoding libraries come in."""

from __future__ import annotations

import codecs

import pytest

from tests.bibliography.conftest import Read

TEXT = "@misc{a,\r\n  author = {Müller, Jörg},\r\n  note = {naïve – “x” 深度},\r\n}\r\n"
LATIN = "@misc{a,\n  author = {Müller, Jörg},\n  note = {naïve},\n}\n"
CYRILLIC = "@misc{a,\n  author = {Иванов, Иван},\n  note = {О картах},\n}\n"
CHINESE = "@misc{a,\n  author = {王小明},\n  note = {深度学习与神经网络},\n}\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
    ids=["CRLF", "LF", "CR", "UTF-8 mark", "UTF-16LE", "UTF-16BE", "UTF-32"],
)
def test_unicode_is_read_without_a_word(read: Read, data: bytes) -> None:
    library, problems = read(data)
    (entry,) = library.entries
    assert problems == ()
    assert entry.names("author").names[0].display == "Jörg Müller"
    assert entry.fields["note"].raw == "naïve – “x” 深度"
    assert str(entry.fields["note"].span) == "a.bib:3:3"
    assert entry.end_line == 4


@pytest.mark.parametrize(
    ("data", "author", "name"),
    [
        (LATIN.encode("latin-1"), "Jörg Müller", "Windows-1252"),
        (LATIN.replace("naïve", "“naïve”").encode("cp1252"), "Jörg Müller", "Windows-1252"),
        (CHINESE.encode("gb18030"), "王小明", "GB 18030"),
        (LATIN.encode("cp850"), "Jörg Müller", "850"),
        (LATIN.encode("mac-roman"), "Jörg Müller", "Mac Roman"),
        (LATIN.replace("ü", "’").encode("cp1252"), "Jörg M’ller", "Windows-1252"),
        (CYRILLIC.encode("cp1251"), "Иван Иванов", "Windows-1251"),
        (CYRILLIC.encode("koi8-r"), "Иван Иванов", "KOI8-R"),
        # JabRef names the encoding in the first line, Emacs in a comment
        (
            b"% Encoding: ISO8859_2\n" + LATIN.replace("Jörg", "Łukasz").replace("ï", "i").encode("iso8859-2"),
            "Łukasz Müller",
            "iso8859-2",
        ),
        (
            b"% -*- coding: big5 -*-\n" + LATIN.replace("Müller, Jörg", "張三").replace("ï", "i").encode("big5"),
            "張三",
            "big5",
        ),
        (b"% Encoding: rot13\n" + LATIN.encode("latin-1"), "Jörg Müller", "Windows-1252"),
        (LATIN.encode("utf-16-le"), "Jörg Müller", "UTF-16"),
        (LATIN.encode("utf-16-be"), "Jörg Müller", "UTF-16"),
    ],
)
def test_other_encodings_are_read_with_a_warning(read: Read, data: bytes, author: str, name: str) -> None:
    library, problems = read(data)
    assert library.entries[0].names("author").names[0].display == author
    assert [problem.code for problem in problems] == ["ENC001"]
    assert name in problems[0].message


def test_warning_shows_the_first_such_byte(read: Read) -> None:
    _, problems = read(LATIN.encode("latin-1"))
    assert str(problems[0].span) == "a.bib:2:14"


def test_one_entry_in_another_encoding_spoils_no_other(read: Read) -> None:
    library, problems = read(CHINESE.encode() + LATIN.encode("latin-1"))
    assert [entry.names("author").names[0].display for entry in library.entries] == ["王小明", "Jörg Müller"]
    assert [problem.code for problem in problems] == ["ENC001"]


def test_nul_bytes_are_reported(read: Read) -> None:
    library, problems = read(b"@misc{a,\n  note = {x\x00y\x00},\n}\n")
    assert library.entries[0].fields["note"].raw == "x y "
    assert [(problem.code, str(problem.span)) for problem in problems] == [("ENC002", "a.bib:2:12")]


def test_every_byte_has_a_reading(read: Read) -> None:
    library, _ = read(b"@misc{a, note = {" + bytes(byte for byte in range(1, 256) if byte not in b'{}"@\\') + b"}}")
    assert len(library.entries) == 1
