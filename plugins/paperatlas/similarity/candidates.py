"""The papers that each paper is compared with: those that share the most of its heaviest telling terms.

An index of these terms gives each paper its candidates without comparing each paper with each.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from paperatlas.similarity.vectors import Vector, step

_HEAVIEST = 15
"""How many terms of a paper are in the index."""

_FEW_PAPERS = 512
"""Below so many papers all terms are in the index: in a small library papers share few terms, and those are the
frequent ones."""

_CANDIDATES = 100
"""How many papers are compared with each by all their terms: with 60, one in forty of the ten nearest is missed."""

_COMMON = 256
_ONE_IN_EIGHT = 12
"""A term is in the index if at most so many papers have it, or, in a large library, at most one in 8 (in steps of
rarity): what many papers say tells few apart, and papers that are all alike would be compared each with each."""

Neighbour = tuple[str, int]
"""A paper's key, and how much like another it is or how much a term weighs in it; never zero."""


def most_papers_with_a_telling_term(papers: int) -> int:
    """Return how many of so many papers may have a term that is in the index."""
    limit = max(step(_COMMON), step(papers) - _ONE_IN_EIGHT) if papers else 0
    return bisect(range(1, papers + 1), limit, key=step)


def indexed_part(whole: Vector, papers_with: Mapping[str, int], tells_apart: int, papers: int) -> Vector:
    """Return the heaviest terms of a vector among those that tell papers apart."""
    weights = {term: weight for term, weight in whole.items() if weight and papers_with[term] <= tells_apart}
    most = len(weights) if step(papers) < step(_FEW_PAPERS) else _HEAVIEST
    if len(weights) > most:
        # Numbers alone are sorted faster; equally heavy ones are parted below.
        least = sorted(weights.values(), reverse=True)[most - 1]
        weights = {term: weight for term, weight in weights.items() if weight >= least}
    return {term: -weight for weight, term in sorted((-weight, term) for term, weight in weights.items())[:most]}


def index_of(heads: Mapping[str, Vector]) -> dict[str, list[Neighbour]]:
    """Return by term the papers that have it among their heaviest, with its weight in each."""
    index: dict[str, list[Neighbour]] = {}
    for key, head in heads.items():
        for term, weight in head.items():
            index.setdefault(term, []).append((key, weight))
    return index


def likeness(key: str, head: Vector, index: Mapping[str, list[Neighbour]]) -> dict[str, int]:
    """Return the papers that share a term of `head`, with the product of the shared parts; without the paper itself."""
    found: dict[str, int] = {}
    get = found.get
    for term, weight in head.items():
        for other, others in index[term]:
            found[other] = get(other, 0) + weight * others
    found.pop(key, None)
    return found


def find_candidates(
    key: str, head: Vector, index: Mapping[str, list[Neighbour]]
) -> tuple[Neighbour | None, Iterable[str]]:
    """Return the papers most like one by the index, and the last of them if others had to stay behind."""
    like = likeness(key, head, index)
    if len(like) <= _CANDIDATES:
        return None, like
    least = sorted(like.values(), reverse=True)[_CANDIDATES - 1]
    best = sorted((-score, other) for other, score in like.items() if score >= least)[:_CANDIDATES]
    return (best[-1][1], least), [other for _, other in best]


def same_candidates(
    known: Mapping[str, int], floor: Neighbour | None, had: Iterable[str], have: Iterable[str]
) -> AbstractSet[str] | None:
    """Return the candidates of a paper if they follow from those it had and the changed ones among them."""
    had, have = set(had), set(have)
    if floor is None:
        candidates = known.keys() - had | have
        return candidates if len(candidates) <= _CANDIDATES else None
    # Without a change in who is among them, the last one stays the last, unless it is itself another paper now.
    return known.keys() if had == have and floor[0] not in had else None


def is_candidate(score: int, key: str, floor: Neighbour | None) -> bool:
    """Return whether a paper is among the candidates of another, whose last one is `floor`."""
    return floor is None or (-score, key) <= (-floor[1], floor[0])
