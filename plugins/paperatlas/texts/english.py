"""English forms that several texts share."""

from __future__ import annotations


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun: `1 paper`, `2,000 entries`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
