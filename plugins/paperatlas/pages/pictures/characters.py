"""Which characters a font has, read from the font itself.

Pillow draws an empty box for what a font lacks and does not say so. The table is described in the OpenType
specification under `cmap`.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_COLLECTION = b"ttcf"
_MOST_RANGES = 200_000
"""No font has more; a damaged one may claim four thousand million."""


class UnreadableFontError(ValueError):
    """A file is no font whose characters can be read."""


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a font, as ranges in order, both ends included."""

    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, character: str) -> bool:
        """Return whether the font has a character."""
        at = bisect_right(self.begins, ord(character)) - 1
        return at >= 0 and ord(character) <= self.ends[at]


def characters_of(data: bytes, number: int = 0) -> Characters:
    """Return the characters of a font, or of one of the fonts of a collection. Raises `UnreadableFontError`."""
    try:
        start = struct.unpack_from(">I", data, 12 + 4 * number)[0] if data[:4] == _COLLECTION else 0
        ranges = sorted(_ranges(data, _table(data, start)))
    except struct.error as error:
        raise UnreadableFontError("the file ends too early") from error
    begins: list[int] = []
    ends: list[int] = []
    for begin, end in ranges:
        if ends and begin <= ends[-1] + 1:
            ends[-1] = max(ends[-1], end)
        else:
            begins.append(begin)
            ends.append(end)
    return Characters(tuple(begins), tuple(ends))


def _table(data: bytes, start: int) -> int:
    """Return where the table of characters begins."""
    (count,) = struct.unpack_from(">H", data, start + 4)
    for at in range(start + 12, start + 12 + 16 * count, 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, at)
        if tag == b"cmap":
            return int(offset)
    raise UnreadableFontError("it has no table of characters")


def _ranges(data: bytes, table: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of characters of the best part of the table: the one with all planes, if there is one."""
    (count,) = struct.unpack_from(">H", data, table + 2)
    parts: dict[int, int] = {}
    for at in range(table + 4, table + 4 + 8 * count, 8):
        platform, encoding, offset = struct.unpack_from(">HHI", data, at)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (form,) = struct.unpack_from(">H", data, table + offset)
            parts.setdefault(form, table + offset)
    if 12 in parts:
        return _segmented(data, parts[12])
    if 4 in parts:
        return _of_first_plane(data, parts[4])
    raise UnreadableFontError("its table of characters is of no known format")


def _segmented(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of format 12."""
    (count,) = struct.unpack_from(">I", data, at + 12)
    for place in range(at + 16, at + 16 + 12 * min(count, _MOST_RANGES), 12):
        begin, end, glyph = struct.unpack_from(">III", data, place)
        # Glyph 0 is the empty box.
        yield (begin if glyph else begin + 1), end


def _of_first_plane(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the characters of format 4, each as a range of its own where their glyphs are in a list."""
    (doubled,) = struct.unpack_from(">H", data, at + 6)
    for number in range(doubled // 2):
        place = at + 14 + 2 * number
        (end,) = struct.unpack_from(">H", data, place)
        (begin,) = struct.unpack_from(">H", data, place + doubled + 2)
        (delta,) = struct.unpack_from(">H", data, place + 2 * doubled + 2)
        (offset,) = struct.unpack_from(">H", data, place + 3 * doubled + 2)
        for code in range(begin, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", data, place + 3 * doubled + 2 + offset + 2 * (code - begin))
            if (glyph + delta) % 0x10000 if glyph or not offset else 0:
                yield code, code
