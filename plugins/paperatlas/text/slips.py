"""Slips of the pen: words that are one letter apart."""

from __future__ import annotations

from collections.abc import Iterable


def one_slip(first: str, second: str) -> bool:
    """Return whether two different words differ by one letter added, left out or changed, or by two exchanged."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    head = _common(first, second)
    first, second = first[head:], second[head:]
    tail = _common(first[::-1], second[::-1])
    first, second = first[: len(first) - tail], second[: len(second) - tail]
    return len(first) <= 1 >= len(second) or (len(first) == 2 and first == second[::-1])


def _common(first: str, second: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    return next(
        (at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other),
        min(len(first), len(second)),
    )


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """Return the first known word that is one slip away."""
    return next((candidate for candidate in known if one_slip(word, candidate)), None)
