"""A part of a site: which of its pages one build makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

WRITTEN = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")
"""A part as people write it: `2/4` is the second of four."""


@dataclass(frozen=True, slots=True)
class SitePart:
    """The part `number`, from 1 on, of so many; the whole site is the only part of one."""

    number: int = 1
    of: int = 1

    def has(self, number: int) -> bool:
        """Return whether the page of this number, from 0 on, is one of this part.

        It has every n-th, so that each part has as many of every kind.
        """
        return number % self.of == self.number - 1

    def __str__(self) -> str:
        return f"part {self.number} of {self.of}"


WHOLE = SitePart()


def parse_part(text: str) -> SitePart | None:
    """Return the part that people write as `2/4`; None if it is none."""
    found = WRITTEN.fullmatch(text)
    part = SitePart(int(found[1]), int(found[2])) if found else None
    return part if part and part.number <= part.of else None
