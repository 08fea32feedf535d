"""Where a text may be broken into lines, as its language has it, and lines of a width.

A reduction of the Unicode line breaking algorithm (UAX 14) to what names and titles of papers need.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

WidthOf = Callable[[str], float]
"""Returns how wide a text is."""

CUT = "…"
_NOT_FIRST = frozenset("，。、；：！？）》」』】〕〉”’…—·～%,.;:!?)]}-–/")
"""What begins no line."""
_NOT_LAST = frozenset("（《「『【〔〈“‘([{")
"""What ends no line."""


# Each label of a drawing is tried in several widths.
@lru_cache(maxsize=1024)
def unbroken_pieces(text: str) -> tuple[str, ...]:
    """Return what is not broken, with the spaces behind it: words, and each sign of Chinese with its punctuation."""
    pieces: list[str] = []
    for number, character in enumerate(text):
        if pieces and not _may_break(text[number - 1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return tuple(pieces)


def fill_lines(pieces: Sequence[str], width: float, measure: WidthOf) -> list[str]:
    """Return pieces in lines of at most a width; a piece that is wider than a line is broken anywhere."""
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if measure((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line:
            lines.append(line.rstrip())
        *whole, line = _broken(piece, width, measure)
        lines += whole
    return [*lines, line.rstrip()] if line.strip() else lines


def cut_lines(lines: Sequence[str], most: int, width: float, measure: WidthOf) -> list[str]:
    """Return at most so many lines; the last of them says that there were more."""
    if len(lines) <= most:
        return list(lines)
    last = lines[most - 1]
    while last and measure(last + CUT) > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,;:，、；：") + CUT]


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before.isspace() or before in "-–—/" or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _broken(piece: str, width: float, measure: WidthOf) -> list[str]:
    """Return a piece in parts that fit, the last of which a line may go on from."""
    parts = [""]
    for character in piece:
        if parts[-1] and measure((parts[-1] + character).rstrip()) > width:
            parts.append("")
        parts[-1] += character
    return parts
