"""A large atlas as its map shows it: every paper once, in the first direction it is placed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from paperatlas.atlas import Paper, Relation
from paperatlas.graph.large_map.layout import MapLayout, lay_out_large_map
from paperatlas.graph.large_map.packing import Disc
from paperatlas.pages.graph import make_large_map_graph
from paperatlas.pages.render import Site


@dataclass(frozen=True, slots=True)
class MapRegion:
    """A direction on the map, or the papers of none (with an empty slug); `colour` is its number on the map.

    `papers` is how many its page has, of which some may have their place on the map elsewhere.
    """

    slug: str
    title: str
    href: str
    papers: int
    disc: Disc
    colour: int


@dataclass(frozen=True)
class LargeMap:
    """What the map of a large atlas shows. `group_of` is the slug of a paper's group on the map, by its key."""

    papers: tuple[Paper, ...]
    relations: tuple[Relation, ...]
    regions: tuple[MapRegion, ...]
    group_titles: Mapping[str, str]
    """Empty for the papers of a region outside its groups."""
    group_of: Mapping[str, str]
    count_of: Mapping[str, int]
    """How many papers a group has on the page of its direction, by its slug on the map."""
    layout: MapLayout

    @cached_property
    def region_of(self) -> Mapping[str, str]:
        """Return the slug of the region that a paper is in, by its key."""
        region = {group.slug: group.region for group in self.layout.groups}
        return {key: region[group] for key, group in self.group_of.items()}

    @cached_property
    def between(self) -> Mapping[tuple[str, str], int]:
        """Return how many relations there are between two different regions, either way; by slugs in order."""
        home = self.region_of
        pairs = Counter[tuple[str, str]]()
        for relation in self.relations:
            first, second = sorted((home[relation.source], home[relation.target]))
            if first != second:
                pairs[first, second] += 1
        return pairs


def make_large_map(site: Site) -> LargeMap:
    """Return the map of the whole atlas."""
    graph = make_large_map_graph(site)
    layout = lay_out_large_map(graph)
    group_of = {node.key: node.group for node in graph.nodes}
    directions = site.atlas.directions
    count_of = Counter(group_of.values()) | {
        f"{slug}/{group.slug}" if group.slug else slug: len(group.papers)
        for slug, direction in directions.items()
        for group in direction.groups
    }
    regions: list[MapRegion] = []
    titles: dict[str, str] = {}
    for number, group in enumerate(graph.groups):
        count = len(directions[group.slug].papers) if group.slug else count_of[""]
        regions.append(MapRegion(group.slug, group.title, group.href, count, layout.regions[group.slug], number))
        titles |= {group.slug: "", **{inner.slug: inner.title for inner in group.groups}}
    drawn = tuple(site.atlas.papers.values())
    return LargeMap(drawn, site.atlas.relations, tuple(regions), titles, group_of, count_of, layout)
