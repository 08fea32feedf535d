"""A .bib file's bytes, brought to UTF-8 with Unix line ends, and what was wrong with them."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.diagnostics.encodings import ENCODING_NAMES, guessed_encoding, mark_of
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.regular_files import read_regular

if TYPE_CHECKING:
    from pathlib import Path

_ENTRY = re.compile(rb"^[ \t]*@[a-z]{3,}[ \t]*[{(]", re.MULTILINE | re.IGNORECASE)
_NO_TEXT = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
"""Bytes that no text has but a damaged one."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One file's text as bytes: UTF-8 where `encoding` is "utf-8", else in that single-byte-safe encoding."""

    file: str
    data: bytes
    encoding: str
    problems: tuple[Problem, ...] = ()

    def text(self, start: int, end: int) -> str:
        """Return the text between two byte offsets; bytes that are not UTF-8 are read in the guessed encoding.

        Each stretch is decoded by itself, so that one entry pasted in another encoding spoils no other.
        """
        piece = self.data[start:end]
        try:
            return piece.decode("utf-8")
        except UnicodeDecodeError:
            return _decode(piece, self.encoding)


def read_library_bytes(path: Path, file: str) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the bytes of a file, or none of them and the reason."""
    try:
        return read_regular(path), ()
    except (OSError, ValueError) as error:  # a ValueError is a NUL in the path
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        return b"", (rules.UNREADABLE_FILE.at(Span(file), file=file, reason=reason),)


def source_of(file: str, data: bytes) -> SourceText:
    """Return the source a file's bytes stand for."""
    problems: list[Problem] = []
    mark, encoding = mark_of(data)
    if not mark:
        data = _without_bom(file, data, problems)
    elif encoding == "utf-8":
        data = data[len(mark) :]
    else:
        data = data[len(mark) :].decode(encoding, "replace").encode("utf-8")
    if _is_binary(data):
        return SourceText(file, b"", "utf-8", (*problems, rules.NO_ENTRY.at(Span(file), "binary", file=file)))
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\x00" in data:
        span = _span(file, data, data.index(0))
        count = data.count(0)
        problems.append(rules.NUL_BYTE.at(span, "one" if count == 1 else "", count=count))
        data = data.replace(b"\x00", b" ")
    encoding = _encoding(file, data, problems)
    return SourceText(file, data, encoding, tuple(problems))


def decode_bytes(data: bytes) -> str:
    """Return the text of a file's bytes line by line, in whatever encoding each line is, with Unix line ends."""
    source = source_of("", data)
    starts = [0, *(match.end() for match in re.finditer(b"\n", source.data)), len(source.data) + 1]
    return "\n".join(source.text(start, end - 1) for start, end in pairwise(starts))


def _is_binary(data: bytes) -> bool:
    """Return whether the bytes are no text, damaged or not: a picture or an archive that is called `.bib`."""
    sample = data[:8192]
    signs = len(sample) - len(sample.translate(None, _NO_TEXT))
    return (signs * 50 > len(sample) or sample.startswith(b"%PDF-")) and _ENTRY.search(data) is None


def _without_bom(file: str, data: bytes, problems: list[Problem]) -> bytes:
    """Return the data as it is, or as UTF-8 if every second byte is NUL, which only UTF-16 has."""
    sample = data[:2048]
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if len(sample) > 8 and sample[offset::2].count(0) > 0.8 * (len(sample) // 2) > sample[1 - offset :: 2].count(0):
            problems.append(rules.NOT_UTF8.at(Span(file, 1, 1), "unmarked"))
            return data.decode(encoding, "replace").encode("utf-8")
    return data


def _encoding(file: str, data: bytes, problems: list[Problem]) -> str:
    """Return the encoding of the stretches that are not UTF-8."""
    if data.isascii():
        return "utf-8"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=True)
    except UnicodeDecodeError as error:
        guess = guessed_encoding(data)
        span = _span(file, data, error.start)
        problems.append(rules.NOT_UTF8.at(span, encoding=ENCODING_NAMES.get(guess, guess)))
        return guess
    return "utf-8"


def _decode(piece: bytes, encoding: str) -> str:
    """Bytes in the guessed encoding; Latin-1, which has a letter for every byte, where even that fails."""
    for candidate in (encoding, "cp1252"):
        try:
            return piece.decode(candidate)
        except UnicodeDecodeError:
            continue
    return piece.decode("latin-1")


def _span(file: str, data: bytes, offset: int) -> Span:
    """Return the line and column of a byte offset."""
    start = data.rfind(b"\n", 0, offset) + 1
    return Span(file, data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode("utf-8", "replace")) + 1)
