"""What the citations between papers say of two of them: one cites the other, both are cited, both cite the same.

All of it is about one paper and those it is linked with, at most `MOST_LINKED`, so that a paper that thousands cite
takes no longer than others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isqrt
from typing import NamedTuple

from paperatlas.atlas import Atlas
from paperatlas.similarity.vectors import ONE

MOST_LINKED = 100
"""With how many papers one is linked at most: as many are compared with it by their texts."""
_TELLING = 100
"""Citing papers and cited ones that have more citations than this within the library say little of any two of them."""
_UNSURE = 4
"""How many citations are added to those of both papers: two that they share are no strong link where they have few."""


class CitationLink(NamedTuple):
    """How strongly two papers are linked, each of it up to `ONE` squared."""

    cites: int
    """`ONE` squared if one cites the other."""
    cited: int
    """How many of those that cite either cite both (co-citation)."""
    citing: int
    """How many of those that either cites both cite (bibliographic coupling)."""


@dataclass(frozen=True)
class CitationLinks:
    """The links of the papers of an atlas."""

    atlas: Atlas
    _found: dict[str, Mapping[str, CitationLink]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, key: str) -> Mapping[str, CitationLink]:
        """Return the papers that one is linked with most, by key."""
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    def _find(self, key: str) -> dict[str, CitationLink]:
        if key not in self.cites and key not in self.cited_by:
            return {}
        cites, cited_by = self.cites, self.cited_by
        direct = cites.get(key, frozenset()) | cited_by.get(key, frozenset())
        together = _counted(cites[citing] for citing in cited_by.get(key, ()))
        alike = _counted(cited_by[cited] for cited in cites.get(key, ()))
        links = {
            other: CitationLink(
                ONE * ONE if other in direct else 0,
                _share(together.get(other, 0), cited_by.get(key, ()), cited_by.get(other, ())),
                _share(alike.get(other, 0), cites.get(key, ()), cites.get(other, ())),
            )
            for other in {*direct, *together, *alike} - {key}
        }
        strongest = sorted(links, key=lambda other: (-sum(links[other]), other))
        return {other: links[other] for other in sorted(strongest[:MOST_LINKED])}

    def both_cited(self, one: str, other: str) -> int:
        """Return how many papers cite both."""
        return len(self.cited_by.get(one, frozenset()) & self.cited_by.get(other, frozenset()))

    def both_cite(self, one: str, other: str) -> int:
        """Return how many papers both cite."""
        return len(self.cites.get(one, frozenset()) & self.cites.get(other, frozenset()))

    @cached_property
    def cites(self) -> Mapping[str, frozenset[str]]:
        """By key: the papers that a paper cites."""
        return {key: frozenset(each.cited for each in found) for key, found in self.atlas.citations_from.items()}

    @cached_property
    def cited_by(self) -> Mapping[str, frozenset[str]]:
        """By key: the papers that cite a paper."""
        return {key: frozenset(each.citing for each in found) for key, found in self.atlas.citations_to.items()}


def _counted(lists: Iterable[frozenset[str]]) -> Mapping[str, int]:
    """Return in how many lists each key is, if in several, without the lists that are too long to say something."""
    found: Counter[str] = Counter()
    for keys in lists:
        if len(keys) <= _TELLING:
            found.update(keys)
    return {key: number for key, number in found.items() if number > 1}


def _share(common: int, ours: Collection[str], theirs: Collection[str]) -> int:
    """Return how much of two lists is in both, as the cosine of the angle between them, and less if they are short."""
    if not common:
        return 0
    return common * ONE * ONE // (isqrt(len(ours) * len(theirs)) + _UNSURE)
