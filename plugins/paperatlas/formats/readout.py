"""What a reader of a foreign format returns, and decoding of files that do not say how they are encoded."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.diagnostics.encodings import WINDOWS_1252, guessed_encoding, mark_of
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats.records.record import Record


@dataclass(frozen=True, slots=True)
class Found:
    """A work that was read, and where it stands."""

    record: Record
    span: Span


@dataclass(frozen=True, slots=True)
class Readout:
    """Everything that was read from a file, and everything that is wrong with it."""

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    abstracts: int = 0
    """How many abstracts were left out: they are the words of others."""


def decoded(data: bytes) -> str:
    """Return the text of a file with line feeds alone: by its byte order mark, else as UTF-8, else by a guess.

    Windows-1252 is what programs that do not write UTF-8 write most; of its five bytes that mean nothing each becomes
    the character of its number.
    """
    mark, encoding = mark_of(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        text = _guessed(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(data: bytes) -> str:
    if (guess := guessed_encoding(data)) != WINDOWS_1252:
        return data.decode(guess, "replace")
    return "".join(bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in data)
