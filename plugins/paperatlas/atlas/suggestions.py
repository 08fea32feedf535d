"""The near miss for a mistyped name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean 'ddpm'?` if a known name is near `name`, also but for case; else empty."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    near = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.7)
    return f"Did you mean '{by_folded[near[0]]}'?" if near else ""
