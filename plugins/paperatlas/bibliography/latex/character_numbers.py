r"""Characters by their numbers, as TeX writes them: `\char"263A`."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[ ]*(?:\"([0-9A-Fa-f]{1,6})|'([0-7]{1,7})|(\d{1,7}))[ ]?")
_BASES = {1: 16, 2: 8, 3: 10}


def character_by_number(text: str, after: int) -> tuple[str, int]:
    r"""Return the character whose number stands behind `\char`, and the offset after it; the command if none does."""
    match = _NUMBER.match(text, after)
    if match is None or match.lastindex is None:
        return "\\char", after
    number = int(match[match.lastindex], _BASES[match.lastindex])
    printable = 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000
    return (chr(number) if printable else ""), match.end()
