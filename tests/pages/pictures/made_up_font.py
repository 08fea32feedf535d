"""A font of boxes, so that tests need none of the system: its every character is a filled square but for spaces."""

from __future__ import annotations

import struct

_SQUARE = (100, 0, 900, 700)


def made_up_font(characters: str, form: int = 12) -> bytes:
    """Return a TrueType font with the characters, whose table of them is of a format."""
    codes = sorted(set(map(ord, characters)))
    glyphs = [b"", *(b"" if chr(code).isspace() else _box() for code in codes)]
    offsets = [0]
    for glyph in glyphs:
        offsets.append(offsets[-1] + len(glyph))
    count = len(glyphs)
    tables = {
        b"OS/2": bytes(96),
        b"cmap": _cmap(codes, form),
        b"glyf": b"".join(glyphs) or bytes(4),
        b"head": struct.pack(">4I2H2q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, *_SQUARE, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">I3hH3h3h4hhH", 0x10000, 800, -200, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, count),
        b"hmtx": struct.pack(">Hh", 1000, 100) * count,
        b"loca": struct.pack(f">{len(offsets)}I", *offsets),
        b"maxp": struct.pack(">IH13H", 0x10000, count, 4, 1, *[0] * 11),
    }
    at = 12 + 16 * len(tables)
    directory, data = b"", b""
    for tag, table in tables.items():
        padded = table + bytes(-len(table) % 4)
        directory += struct.pack(">4sIII", tag, 0, at + len(data), len(table))
        data += padded
    return struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0) + directory + data


def _box() -> bytes:
    left, bottom, right, top = _SQUARE
    corners = ((left, bottom), (left, top), (right, top), (right, bottom))
    xs = [x - before for x, before in zip((x for x, _ in corners), (0, *(x for x, _ in corners)), strict=False)]
    ys = [y - before for y, before in zip((y for _, y in corners), (0, *(y for _, y in corners)), strict=False)]
    return struct.pack(">h4hHH4B4h4h", 1, *_SQUARE, 3, 0, 1, 1, 1, 1, *xs, *ys) + bytes(2)


def _cmap(codes: list[int], form: int) -> bytes:
    glyphs = {code: number for number, code in enumerate(codes, 1)}
    if form == 12:
        groups = b"".join(struct.pack(">III", code, code, glyph) for code, glyph in glyphs.items())
        part = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(codes)) + groups
    else:
        ends = [*codes, 0xFFFF]
        deltas = [(glyphs[code] - code) % 0x10000 for code in codes] + [1]
        body = struct.pack(f">{len(ends)}HH{len(ends)}H", *ends, 0, *ends)
        body += struct.pack(f">{len(ends)}H{len(ends)}H", *deltas, *[0] * len(ends))
        part = struct.pack(">7H", 4, 14 + len(body), 0, 2 * len(ends), 0, 0, 0) + body
    return struct.pack(">HHHHI", 0, 1, 3, 10 if form == 12 else 1, 12) + part
