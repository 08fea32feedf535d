"""Files that gzip has packed, unpacked with a limit: a megabyte that somebody sends may hold a gigabyte."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules

_GZIP = b"\x1f\x8b"
_PART = 1 << 20
"""Bytes that are unpacked at a time, so that a damaged file loses no more than these before the damage."""

MOST_HELD = 256 << 20
"""Bytes of a file that is unpacked as a whole: 100,000 entries with abstracts, which take a few gigabytes when read."""

MOST_READ = 16 << 30
"""Bytes of a file that is read without holding it: ten times the largest one of the archive of Papers with Code."""


class _TooLargeError(OSError):
    """A file unpacks to more than `limit` bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"it unpacks to more than {limit} bytes")
        self.limit = limit


NOT_UNPACKED = (OSError, EOFError, zlib.error)
"""What unpacking ends in: another program's bytes, a file cut short, bytes that were changed, too many of them."""


class _Limited(io.RawIOBase):
    """A file of which no more than `limit` bytes are read."""

    def __init__(self, file: gzip.GzipFile, limit: int) -> None:
        super().__init__()
        self._file, self._limit, self._left = file, limit, limit

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read what fits. Raises `_TooLargeError` if there is more than the limit."""
        data = self._file.read(min(len(buffer), self._left + 1))
        if len(data) > self._left:
            raise _TooLargeError(self._limit)
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)


def is_packed(head: bytes) -> bool:
    """Return whether a file that begins like this is packed."""
    return head.startswith(_GZIP)


def unpacked_head(head: bytes) -> bytes:
    """Return how a file begins that may be packed, at most as many bytes as are given. Raises `zlib.error`."""
    return zlib.decompressobj(31).decompress(head, len(head)) if is_packed(head) else head


def unpack(data: bytes, name: str, limit: int = MOST_HELD) -> tuple[bytes, Problem | None]:
    """Return what a packed file holds up to its damage, nothing if that is too much, and what is wrong with it."""
    parts = []
    stream = _limited(io.BytesIO(data), limit)
    try:
        while part := stream.read(_PART):
            parts.append(part)
    except NOT_UNPACKED as error:
        return b"" if isinstance(error, _TooLargeError) else b"".join(parts), problem_of(error, name)
    return b"".join(parts), None


def unpacked(file: BinaryIO) -> io.BufferedReader | BinaryIO:
    """Return a file, unpacked if it is packed: at most `MOST_READ` bytes. Reading it raises `NOT_UNPACKED`."""
    head = file.read(len(_GZIP))
    file.seek(0)
    return _limited(file, MOST_READ) if is_packed(head) else file


def problem_of(error: Exception, name: str) -> Problem:
    """Return what is told of a file that was not unpacked as a whole."""
    if isinstance(error, _TooLargeError):
        return rules.UNREADABLE_SOURCE.at(Span(name), "too_large", megabytes=error.limit >> 20)
    return rules.UNREADABLE_SOURCE.at(Span(name), "damaged", reason=str(error))


def _limited(file: BinaryIO, limit: int) -> io.BufferedReader:
    # Whoever opened the file closes it.
    return io.BufferedReader(_Limited(gzip.open(file), limit), _PART)
