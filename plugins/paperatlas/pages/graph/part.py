"""The part of a large direction that its graph draws: a drawing of two thousand boxes would tell nobody anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paperatlas.atlas import Direction, Relation

MOST_PAPERS, MOST_RELATIONS = 150, 300
"""A graph of more papers or relations is drawn in part."""
PART_PAPERS, PART_RELATIONS = 100, 160
"""The part: so many papers and relations at most.

It is smaller than the largest graph that is drawn whole, for papers with many relations have many with each other.
"""


@dataclass(frozen=True, slots=True)
class GraphPart:
    """A direction with only the papers that are drawn, and the relations that are."""

    direction: Direction
    relations: Sequence[Relation]
    all_papers: int
    """How many papers the whole direction and its relations have."""


def select_part(direction: Direction, relations: Sequence[Relation]) -> GraphPart | None:
    """Return what is drawn of a large direction, the papers with the most relations; `None` if it is drawn whole."""
    counts = Counter(key for relation in relations for key in (relation.source, relation.target))
    papers = dict.fromkeys([*direction.papers, *counts])
    if len(papers) <= MOST_PAPERS and len(relations) <= MOST_RELATIONS:
        return None
    rank = {key: number for number, key in enumerate(sorted(papers, key=lambda key: -counts[key]))}
    keys: set[str] = set()
    drawn: set[int] = set()
    for number in sorted(range(len(relations)), key=lambda at: rank[relations[at].source] + rank[relations[at].target]):
        ends = {relations[number].source, relations[number].target}
        if len(drawn) < PART_RELATIONS and len(keys | ends) <= PART_PAPERS:
            keys |= ends
            drawn.add(number)
    groups = tuple(
        replace(group, papers=tuple(key for key in group.papers if key in keys)) for group in direction.groups
    )
    return GraphPart(replace(direction, groups=groups), [relations[number] for number in sorted(drawn)], len(papers))
