"""What a reader of a foreign format returns, and decoding of files that do not say how they are encoded."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from paperatlas.problems import Place, Problem
from paperatlas.sources.record import Record

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A work that was read, and where it stands."""

    record: Record
    place: Place


@dataclass(frozen=True, slots=True)
class Readout:
    """Everything that was read from a file, and everything that is wrong with it."""

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    abstracts: int = 0
    """How many abstracts were left out: they are the words of others."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file with line feeds alone, and the encoding it was in: by its mark, else UTF-8, else Windows-1252.

    Windows-1252 is what programs that do not write UTF-8 write most; of its five bytes that mean nothing each becomes
    the character of its number.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding = "windows-1252"
        text = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in data) if data else ""
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
