"""How wide a text will be, and where it breaks: estimated without any font.

The advance widths are those of Arial and its metric twins, with an allowance: what a wider face
(DejaVu Sans is the widest in common use) needs beyond it, the padding of a box holds. Of f, r and t, which are a
third wider there and many in titles, they are between the two. Full-width
characters are one em, unknown ones 0.6.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache, partial

from paperatlas.text.line_breaks import fill_lines, unbroken_pieces

FONT_SIZE = 12.5
"""The size of every label, in units of the drawing; nothing in it is set smaller."""
LINE_HEIGHT = 16.0

_CLASSES = {
    20: "'",
    23: "ijl",
    28: " !,./:;I[]\\|",
    33: "ft",
    34: "()-`{}",
    38: "r",
    39: '"*',
    50: "cksvxyzJ^",
    56: "0123456789abdeghnopquL#$_?",
    59: "+<=>~",
    61: "FTZ",
    67: "ABEKPSVXY&",
    73: "CDHNRUw",
    78: "GOQ",
    84: "Mm",
    90: "%",
    95: "W",
    102: "@",
}
_ADVANCE = {char: width / 100 for width, chars in _CLASSES.items() for char in chars}
_ALLOWANCE = 1.07
"""DejaVu Sans is 6 % wider than Arial on average over the atlas' labels, 21 % at worst; with this allowance its widest
line is 9 units too long (15 in bold), which the 20 of a box's padding hold."""
_BOLD = 1.13
"""Bold type is 8 % (Arial) to 16 % (DejaVu Sans) wider."""
_LONGEST_WORD = 170.0
"""About 23 letters: with its padding it still fits into the widest box of a catalogue."""


# The letters of every alphabet and the 3,500 Chinese characters in common use.
@lru_cache(maxsize=4096)
def _advance(char: str) -> float:
    if (width := _ADVANCE.get(char)) is not None:
        return width
    if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0.0
    base = _ADVANCE.get(unicodedata.normalize("NFD", char)[0])
    return base or (1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.6)


# `wrap_text` measures the same beginnings of a text's lines for each width that it tries: a title has some hundred.
@lru_cache(maxsize=1024)
def measure_text(text: str, *, bold: bool = False) -> float:
    """Return the width of one line of text, in units of the drawing."""
    advances = [*map(_advance, text)]
    # Not `sum`, whose last digit differs between versions of Python.
    narrow = math.fsum([advance for advance in advances if advance < 1.0])
    wide = math.fsum([advance for advance in advances if advance >= 1.0])
    return (narrow * _ALLOWANCE * (_BOLD if bold else 1.0) + wide) * FONT_SIZE


# A graph is laid out several times, with the same labels, and often with the same widths.
@lru_cache(maxsize=1024)
def measure_longest_word(text: str, *, bold: bool = False) -> float:
    """Return the width below which `wrap_text` would break a word, up to a limit no usual word comes near."""
    widest = max((measure_text(piece.rstrip(), bold=bold) for piece in unbroken_pieces(text)), default=0.0)
    return min(widest, _LONGEST_WORD)


# As often with the same widths, for each language of a site.
@lru_cache(maxsize=1024)
def wrap_text(text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return `text` in as few lines of at most `width` as it takes, the lines about equally long.

    A word longer than a line is broken: nothing is cut off.
    """
    text = " ".join(text.split()) or "–"
    pieces = unbroken_pieces(text)
    measure = partial(measure_text, bold=bold)
    # What differs in the last digit is as wide.
    best = fill_lines(pieces, width + 0.01, measure)
    low, high = min(measure_longest_word(text, bold=bold), width), width
    while len(best) > 1 and high - low > 2.0:
        middle = (low + high) / 2
        lines = fill_lines(pieces, middle + 0.01, measure)
        if len(lines) == len(best):
            best, high = lines, middle
        else:
            low = middle
    return tuple(best)
