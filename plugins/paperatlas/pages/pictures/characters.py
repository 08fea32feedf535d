"""Which characters a font has: Pillow draws an empty box for what a font lacks and does not say so."""

from __future__ import annotations

from io import BytesIO


class UnreadableFontError(ValueError):
    """A file is no font whose characters can be read."""


def characters_of(data: bytes, number: int = 0) -> frozenset[int]:
    """Return the code points that a font has a glyph for, or one of the fonts of a collection.

    Raises `UnreadableFontError`.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - it is optional

    try:
        table = TTFont(BytesIO(data), fontNumber=number, lazy=True).getBestCmap()
    except Exception as error:  # a damaged font raises whatever the table it breaks in happens to raise
        raise UnreadableFontError(str(error) or "it cannot be read") from error
    if not table:
        raise UnreadableFontError("it has no table of characters")
    # The first glyph is the empty box.
    return frozenset(code for code, glyph in table.items() if glyph != ".notdef")
