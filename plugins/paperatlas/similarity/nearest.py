"""The papers whose texts are nearest to each paper's, found without comparing each with each.

Two papers are compared if they share some of their heaviest terms: an index of those gives each paper its candidates,
and the best of these are compared by all their terms. A paper's neighbours depend on nothing but its own vector and
those of its candidates. So when a text changes, only the papers that had its paper among their candidates, or have it
now, are looked at again, and the result is the one that a new comparison of all papers would have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from paperatlas.similarity.candidates import (
    Neighbour,
    find_candidates,
    index_of,
    indexed_part,
    is_candidate,
    likeness,
    most_papers_with_a_telling_term,
    same_candidates,
)
from paperatlas.similarity.vectors import Counts, Vector, frequencies, rarities, step, vector

Neighbours = Mapping[str, int]
"""By key: the similarity to other papers, the product of their vectors, nearest first, equally near ones by key."""


class Vectors(Mapping[str, Vector]):
    """The papers' vectors by key, each made when it is first asked for: a change of few papers needs few of them."""

    def __init__(self, counts: Mapping[str, Counts], papers_with: Mapping[str, int]) -> None:
        self._counts = counts
        self._papers_with = papers_with
        self._rarities = rarities(len(counts))
        self._made: dict[str, Vector] = {}
        self._terms: dict[str, frozenset[str]] = {}

    def __getitem__(self, key: str) -> Vector:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = vector(self._counts[key], self._papers_with, self._rarities)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)

    def shared(self, first: str, second: str) -> frozenset[str]:
        """Return the terms that two papers have in common."""
        # Two sets meet in half the time of the views of two dictionaries.
        terms = self._terms
        if first not in terms:
            terms[first] = frozenset(self._counts[first])
        if second not in terms:
            terms[second] = frozenset(self._counts[second])
        return terms[first] & terms[second]

    def similarity(self, first: str, second: str) -> int:
        """Return the product of the vectors of two papers."""
        ours, theirs = self[first], self[second]
        return sum([ours[term] * theirs[term] for term in self.shared(first, second)])


@dataclass(frozen=True, slots=True)
class Comparison:
    """Papers by key, compared: nothing in it is to be changed."""

    counts: Mapping[str, Counts]
    heads: Mapping[str, Vector]
    """The part of each paper's vector that is in the index."""
    floors: Mapping[str, Neighbour | None]
    """The last of each paper's candidates, with its likeness by the index; None if there was room for more."""
    neighbours: Mapping[str, Neighbours]
    """Each paper's candidates."""
    papers_with: Mapping[str, int]
    """In how many papers each term is: the `frequencies` of `counts`."""
    vectors: Vectors = field(compare=False, repr=False)
    recomputed: int = 0
    """How many papers were looked at; the others are as they were before."""
    moved: AbstractSet[str] = field(default=frozenset(), compare=False, repr=False)
    """The papers whose vector is, or may be, another than before, with those that are no more."""
    in_every_fourth: frozenset[str] = field(init=False, compare=False, repr=False)
    """The terms that more than every fourth paper has."""
    in_most: frozenset[str] = field(init=False, compare=False, repr=False)
    """The terms that more than half of the papers have, and more than three, or all: no two are related by one."""

    def __post_init__(self) -> None:
        """Find the terms that say little."""
        papers = len(self.counts)
        often = frozenset(term for term, number in self.papers_with.items() if 4 * number > papers)
        # In a library of five papers, three that have a term in common differ from the others by it.
        most = min(max(papers // 2, 3), papers - 1)
        object.__setattr__(self, "in_every_fourth", often)
        object.__setattr__(self, "in_most", frozenset(term for term in often if self.papers_with[term] > most))

    def is_rarer(self, first: str, second: str) -> bool:
        """Return whether one of two terms is in less than half as many papers as the other."""
        return 2 * self.papers_with.get(first, 0) < self.papers_with.get(second, 0)


NOTHING = Comparison({}, {}, {}, {}, {}, Vectors({}, {}))


class _NeighboursWhenAsked(Mapping[str, Neighbours]):
    """The neighbours of each paper, found when they are first asked for."""

    def __init__(self, heads: Mapping[str, Vector], vectors: Vectors) -> None:
        self._heads = heads
        self._index = index_of(heads)
        self._vectors = vectors
        self._found: dict[str, Neighbours] = {}

    def __getitem__(self, key: str) -> Neighbours:
        if key not in self._found:
            _, candidates = find_candidates(key, self._heads[key], self._index)
            similar = {other: self._vectors.similarity(key, other) for other in candidates}
            self._found[key] = _nearest_first(similar)
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._heads)

    def __len__(self) -> int:
        return len(self._heads)


def compare_when_asked(counts: Mapping[str, Counts], before: Comparison = NOTHING) -> Comparison:
    """Return what `compare` returns, but that neighbours are found when they are asked for, without what comes last."""
    papers_with = frequencies(counts.values())
    vectors = Vectors(counts, papers_with)
    heads = _heads(_changed(counts, papers_with, before), vectors, papers_with, before)
    return Comparison(counts, heads, {}, _NeighboursWhenAsked(heads, vectors), papers_with, vectors)


def compare(counts: Mapping[str, Counts], before: Comparison = NOTHING) -> Comparison:
    """Compare the papers whose terms are `counts`, by key.

    `before` is an earlier comparison of other versions of these papers, or of others. What it found and still holds is
    kept; the result is the same without it.
    """
    papers_with = frequencies(counts.values())
    changed = _changed(counts, papers_with, before)
    vectors = Vectors(counts, papers_with)
    heads = _heads(changed, vectors, papers_with, before)
    index = index_of(heads)
    had, have = ({}, {}) if changed >= counts.keys() else _candidacies(changed, before, heads, index)
    affected = (changed | had.keys() | have.keys()) & counts.keys()
    floors: dict[str, Neighbour | None] = {}
    neighbours: dict[str, Neighbours] = {key: before.neighbours[key] for key in counts if key not in affected}
    for key in counts:
        if key in affected:
            known = {} if key in changed else before.neighbours[key]
            same = (
                None
                if key in changed
                else same_candidates(known, before.floors[key], had.get(key, ()), have.get(key, ()))
            )
            floors[key], candidates = (
                find_candidates(key, heads[key], index) if same is None else (before.floors[key], same)
            )
            similar = {}
            for other in candidates:
                found = None if other in changed else known.get(other)
                if found is None and other in neighbours:
                    # The similarity of two papers is the same from both sides: most are met twice.
                    found = neighbours[other].get(key)
                similar[other] = vectors.similarity(key, other) if found is None else found
            neighbours[key] = _nearest_first(similar)
        else:
            floors[key] = before.floors[key]
    neighbours = {key: neighbours[key] for key in counts}
    return Comparison(counts, heads, floors, neighbours, papers_with, vectors, len(affected), changed)


def _changed(counts: Mapping[str, Counts], papers_with: Mapping[str, int], before: Comparison) -> set[str]:
    """Return the papers whose vector is, or may be, another than before, with those that are no more."""
    every = counts.keys() | before.counts.keys()
    if not before.counts or not counts or step(len(counts)) != step(len(before.counts)):
        return set(every)
    # Counters are compared slowly, and most of them are the same objects.
    changed = {
        key
        for key in every
        if counts.get(key) is not before.counts.get(key) and counts.get(key) != before.counts.get(key)
    }
    had = dict(papers_with)
    for key in changed:
        for term in counts.get(key, ()):
            had[term] -= 1
        for term in before.counts.get(key, ()):
            had[term] = had.get(term, 0) + 1
    terms = {term for key in changed for known in (counts, before.counts) for term in known.get(key, ())}
    moved = {term for term in terms if _step(papers_with.get(term, 0)) != _step(had[term])}
    return changed | {key for key, known in counts.items() if not moved.isdisjoint(known)}


def _step(number: int) -> int:
    """Return the step of a number that may be zero."""
    return step(number) if number else -1


def _heads(
    changed: AbstractSet[str], vectors: Vectors, papers_with: Mapping[str, int], before: Comparison
) -> dict[str, Vector]:
    """Return the part of each vector that is in the index: as before, for papers that have not `changed`."""
    papers = len(vectors)
    tells_apart = most_papers_with_a_telling_term(papers)
    return {
        key: indexed_part(vectors[key], papers_with, tells_apart, papers) if key in changed else before.heads[key]
        for key in vectors
    }


def _nearest_first(similar: Neighbours) -> Neighbours:
    """Return papers by their similarity."""
    # Two sorts of plain values, the second of which leaves equal ones as they are, are faster than one of tuples.
    keys = sorted(similar)
    keys.sort(key=similar.__getitem__, reverse=True)
    return {key: similar[key] for key in keys}


def _candidacies(
    changed: set[str], before: Comparison, heads: Mapping[str, Vector], index: Mapping[str, list[Neighbour]]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """By key of papers that have not changed: the changed ones among their candidates, before and now."""
    had: dict[str, set[str]] = {}
    have: dict[str, set[str]] = {}
    terms = {term for key in changed for term in before.heads.get(key, ())}
    before_index = index_of(
        {key: {term: head[term] for term in head.keys() & terms} for key, head in before.heads.items()}
    )
    for known, by_term, found in ((before.heads, before_index, had), (heads, index, have)):
        for key in changed & known.keys():
            for other, score in likeness(key, known[key], by_term).items():
                if other not in changed and is_candidate(score, key, before.floors[other]):
                    found.setdefault(other, set()).add(key)
    return had, have
