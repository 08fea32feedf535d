"""Term counts -> vectors: what a text is about, with rare terms weighing more than frequent ones.

The weights are those of TF-IDF with a smoothed idf (as scikit-learn's, `1 + ln(papers / papers with the term)`), but
nothing for a term that nearly all papers have, and with `1 + ln(count)` for how often a term occurs (its
`sublinear_tf`): a text is not twice as much about what it says twice, and by that a tenth more of the papers that cite
each other are found. They are integers: sums of them are the same on every machine and in any order. How rare a term is
counts in whole steps, four to a doubling, so that a few papers more or less leave most weights as they are - and most
of what was computed from them (see `similarity`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

Counts = Mapping[str, int]
"""How often each term occurs in a text."""

Vector = Mapping[str, int]
"""Terms and their weights; the squares of the weights add up to about `ONE` squared, or all are 0."""

ONE = 1 << 14
"""The length of a vector; two equal texts have a similarity of about `ONE` squared."""

_STEPS = 4
"""Steps of rarity to a doubling: ten nearest neighbours are 0.98 those of exact weights; with one step, 0.94."""

_SMOOTH = 6
"""What is added to how rare a term is, in steps: 1.5 doublings, about 1 in natural logarithms."""
_ONCE = _SMOOTH
"""What a term counts that occurs once, likewise."""


# Every number of papers up to 4,096 that have a term; few terms of a larger library are in more of them.
@lru_cache(maxsize=4096)
def step(number: int) -> int:
    """Return how often a number of papers is doubled from 1 on, in steps, rounded down.

    >>> step(1), step(2), step(1000)
    (0, 4, 39)
    """
    # Only powers of two have a logarithm on the border of two steps, and theirs is exact.
    return math.floor(_STEPS * math.log2(number))


def rarities(papers: int) -> list[int]:
    """Return how rare a term is among so many papers, in steps, by the number of papers that have it.

    It is 0 for a term of all papers, or of so many that they are in the same step: it tells none from another.

    >>> rarities(4)
    [0, 14, 10, 8, 0]
    """
    all_papers = step(papers) if papers else 0
    steps = (all_papers - step(number) for number in range(1, papers + 1))
    return [0, *(rarer + _SMOOTH if rarer else 0 for rarer in steps)]


def frequencies(counts: Iterable[Counts]) -> Mapping[str, int]:
    """Return in how many papers each term occurs."""
    return Counter(chain.from_iterable(counts))


def vector(counts: Counts, papers_with: Mapping[str, int], rarity: Sequence[int]) -> Vector:
    """Return the vector of a text; so many papers have each term, which makes it as rare as `rarities` says."""
    weights = [(_ONCE + step(count)) * rarity[papers_with[term]] for term, count in counts.items()]
    # In 256ths, for short texts have short vectors, and the root is rounded down.
    length = math.isqrt(sum([weight * weight for weight in weights]) << 16) or 1
    return dict(zip(counts, [(weight * ONE << 8) // length for weight in weights], strict=True))
