"""The parts of a year that ISO 8601-2 numbers where a month would be: seasons, quarters, and thirds and halves."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIRST, LAST = 21, 41
"""The numbers: 21 to 24 are the seasons of level 1, those of level 2 go on to 41 (the Library of Congress' EDTF)."""

SEASONS: Mapping[str, int] = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "春": 21, "夏": 22, "秋": 23, "冬": 24,
}  # fmt: skip
"""The words for seasons, in lower case."""

_FOUR = ("Spring", "Summer", "Autumn", "Winter")
_ORDINALS = ("First", "Second", "Third", "Fourth")
ENGLISH_PARTS: Mapping[int, str] = {
    **dict(enumerate(_FOUR, 21)),
    **dict(enumerate((f"{season} (Northern Hemisphere)" for season in _FOUR), 25)),
    **dict(enumerate((f"{season} (Southern Hemisphere)" for season in _FOUR), 29)),
    **dict(enumerate((f"{number} quarter" for number in _ORDINALS), 33)),
    **dict(enumerate((f"{number} quadrimester" for number in _ORDINALS[:3]), 37)),
    **dict(enumerate((f"{number} half" for number in _ORDINALS[:2]), 40)),
}
"""By number: what a reader of English calls the part of a year."""

FIRST_MONTHS: Mapping[int, int] = {
    **dict(zip(range(21, 33), (3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6), strict=True)),
    **dict(zip(range(33, 42), (1, 4, 7, 10, 1, 5, 9, 1, 7), strict=True)),
}
"""By number: the month with which the part of the year begins, by which it is sorted."""

_NUMBERS = {**{name.lower(): number for number, name in ENGLISH_PARTS.items()}, **SEASONS}
_NAMED = re.compile("|".join(re.escape(name) for name in sorted(_NUMBERS, key=len, reverse=True)), re.IGNORECASE)


def seasons_in(text: str) -> list[int]:
    """Return the numbers of the parts of a year that a text names, in its order: 21 and 22 of `Spring/Summer`."""
    return [_NUMBERS[name[0].lower()] for name in _NAMED.finditer(text)]


def season_of_four(number: int) -> int:
    """Return which of the four seasons a number stands for on either hemisphere, from 1; 0 for none."""
    return (number - FIRST) % 4 + 1 if FIRST <= number <= 32 else 0
