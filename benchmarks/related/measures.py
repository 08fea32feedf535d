"""How many of the first papers of a list are right, and how sure that is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.related.baselines import Rankings

FIRST = 5
"""How many papers of each list are looked at."""
_SAMPLES = 2_000
"""How often the papers are drawn anew: the ends of an interval then differ by less than 0.005 from run to run."""

Truth = Mapping[str, set[str]]
"""By key: the papers that are right in a paper's list."""


@dataclass(frozen=True, slots=True)
class Precision:
    """The share of the first five that is right, by paper; papers with nothing that could be found have none."""

    by_paper: Mapping[str, float]

    @property
    def mean(self) -> float:
        """Return the mean over the papers."""
        return fmean(self.by_paper.values()) if self.by_paper else 0.0

    def interval(self) -> tuple[float, float]:
        """Return the interval that holds 95 % of the means of papers drawn anew (bootstrap)."""
        return _interval([(value,) for value in self.by_paper.values()], lambda sums: sums[0])

    def ratio(self, other: Precision) -> tuple[float, float, float]:
        """Return how many times as good this is as another on the same papers, with its interval."""
        pairs = [(value, other.by_paper[key]) for key, value in self.by_paper.items()]
        low, high = _interval(pairs, lambda sums: sums[0] / (sums[1] or 1e-9))
        return self.mean / (other.mean or 1e-9), low, high


def precision(found: Rankings, truth: Truth, *, without: Truth | None = None) -> Precision:
    """Return the precision of the first five, in lists from which what is known already is left out (`without`)."""
    known = without or {}
    return Precision(
        {key: len(set(_first(found[key], known.get(key, ()))) & right) / FIRST for key, right in truth.items() if right}
    )


def most_possible(truth: Truth) -> float:
    """Return the precision of lists that have all that is right at their beginning: many papers have less than five."""
    return fmean(min(FIRST, len(right)) / FIRST for right in truth.values() if right)


def _first(keys: Iterable[str], known: Iterable[str]) -> list[str]:
    left_out = set(known)
    return [key for key in keys if key not in left_out][:FIRST]


def _interval(rows: Sequence[tuple[float, ...]], value: Callable[[list[float]], float]) -> tuple[float, float]:
    chance = random.Random(1)
    values = []
    for _ in range(_SAMPLES):
        drawn = chance.choices(rows, k=len(rows)) if rows else [(0.0, 0.0)]
        values.append(value([fmean(column) for column in zip(*drawn, strict=True)]))
    values.sort()
    return values[int(0.025 * _SAMPLES)], values[int(0.975 * _SAMPLES) - 1]
