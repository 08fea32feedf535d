"""The part of a large direction that its graph draws: a drawing of two thousand boxes would tell nobody anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from paperatlas.atlas import Direction, Relation
from paperatlas.pages.graph import direction_graph
from paperatlas.pages.render import Site

MOST_PAPERS, MOST_RELATIONS = 150, 300
"""A graph of more papers or relations is drawn in part."""
PART_PAPERS, PART_RELATIONS = 100, 160
"""The part: so many papers and relations at most.

It is smaller than the largest graph that is drawn whole, for papers with many relations have many with each other.
"""


def graph_or_part(site: Site, direction: Direction, relations: Sequence[Relation]) -> Markup:
    """The graph of a direction, and where it does not show every paper and relation, a sentence that says so.

    A large direction without any relation has no graph.
    """
    papers = dict.fromkeys([*direction.papers, *(key for each in relations for key in (each.source, each.target))])
    if len(papers) <= MOST_PAPERS and len(relations) <= MOST_RELATIONS:
        return direction_graph(site, direction, relations)
    if not relations:
        return Markup()
    kept, drawn = _part(list(papers), relations)
    groups = tuple(
        replace(group, papers=tuple(key for key in group.papers if key in kept)) for group in direction.groups
    )
    graph = direction_graph(site, replace(direction, groups=groups), drawn)
    told = site.messages.large_map.graph_part(len(kept), len(papers), len(drawn), len(relations))
    return graph + Markup('<p class="pa-hint">{}</p>').format(told)


def _part(papers: Sequence[str], relations: Sequence[Relation]) -> tuple[set[str], list[Relation]]:
    """The papers with the most relations with what they are related to, and the relations that are drawn."""
    counts = Counter(key for relation in relations for key in (relation.source, relation.target))
    ranked = sorted(papers, key=lambda key: -counts[key])
    rank = {key: number for number, key in enumerate(ranked)}
    kept: set[str] = set()
    drawn: set[int] = set()
    for number in sorted(range(len(relations)), key=lambda at: rank[relations[at].source] + rank[relations[at].target]):
        ends = {relations[number].source, relations[number].target}
        if len(drawn) < PART_RELATIONS and len(kept | ends) <= PART_PAPERS:
            kept |= ends
            drawn.add(number)
    return kept, [relations[number] for number in sorted(drawn)]
