"""What the citations between papers say of two of them: one cites the other, or both cite or are cited by the same.

A link with a paper that many are linked with says little: half of a field cites its datasets. So what a paper links
counts by the inverse of their number, as in CC-IDF (Giles, Bollacker and Lawrence, "CiteSeer: an automatic citation
indexing system", 1998), and a citation by that of both ends. Stated relations count in that number as well: of most
papers only some citations are known.

All of it is about one paper and those it is linked with, at most `MOST_LINKED`, so that a paper that thousands cite
takes no longer than others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isqrt
from typing import NamedTuple

from paperatlas.atlas import Atlas
from paperatlas.similarity.vectors import ONE

MOST_LINKED = 100
"""With how many papers one is linked at most: as many are compared with it by their texts."""
_TELLING = 32
"""Papers with more citations than this within the library say nothing of any two that they link: each of them would add
a five-hundredth of what equal texts have in common, and hubs take most of the time."""
_LEAST = ONE * ONE // 8
"""What two papers share at least that neither cites: less adds a hundredth or less, and each such paper is compared."""


class CitationLink(NamedTuple):
    """How strongly two papers are linked."""

    direct: int
    """If one cites the other, `ONE` squared by the geometric mean of how many papers each of them is linked with."""
    shared: int
    """For each paper that both cite or are cited by, `ONE` squared by how many papers it is linked with, added up."""


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
        direct = self._linked.get(key, frozenset())
        shared: dict[str, int] = {}
        for between in direct:
            if len(others := self._linked[between]) <= _TELLING:
                strength = ONE * ONE // self._degrees[between]
                for other in others:
                    shared[other] = shared.get(other, 0) + strength
        linked = {other for other, strength in shared.items() if strength >= _LEAST} | direct
        links = {
            other: CitationLink(self._direct(key, other) if other in direct else 0, shared.get(other, 0))
            for other in linked - {key}
        }
        strongest = sorted(links, key=lambda other: (-sum(links[other]), other))
        return {other: links[other] for other in sorted(strongest[:MOST_LINKED])}

    def _direct(self, key: str, other: str) -> int:
        # In 256ths, for the root is rounded down.
        return (ONE * ONE << 8) // isqrt(self._degrees[key] * self._degrees[other] << 16)

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

    @cached_property
    def _linked(self) -> Mapping[str, frozenset[str]]:
        """By key: the papers that a paper cites or is cited by, without itself."""
        cites, cited_by = self.cites, self.cited_by
        keys = cites.keys() | cited_by.keys()
        return {key: (cites.get(key, frozenset()) | cited_by.get(key, frozenset())) - {key} for key in keys}

    @cached_property
    def _degrees(self) -> Mapping[str, int]:
        """By key: how many papers one is linked with by citations, or by relations that somebody stated."""
        linked = {key: set(others) for key, others in self._linked.items() if others}
        for relation in self.atlas.relations:
            for one, other in ((relation.source, relation.target), (relation.target, relation.source)):
                if one in linked:
                    linked[one].add(other)
        return {key: len(others) for key, others in linked.items()}
