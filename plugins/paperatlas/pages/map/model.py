"""A large atlas as its map shows it: every paper once, in the first direction it is placed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from paperatlas.atlas import Paper, Relation
from paperatlas.atlas.addresses import MAP
from paperatlas.graph.large_map.layout import MapLayout, lay_out_large_map
from paperatlas.graph.large_map.packing import Disc
from paperatlas.graph.model import GraphEdge, GraphGroup, GraphNode, GraphRegion
from paperatlas.graph.svg.styles import group_class, group_mark
from paperatlas.pages.render import Site


@dataclass(frozen=True, slots=True)
class MapRegion:
    """A direction on the map, or the papers of none (with an empty slug). `mark` is the shape of its papers' points."""

    slug: str
    title: str
    href: str
    papers: int
    disc: Disc
    colour: str
    """The class of its colour."""
    mark: str


@dataclass(frozen=True)
class LargeMap:
    """What the map of a large atlas shows. `group_of` is the slug of a paper's group on the map, by its key."""

    papers: tuple[Paper, ...]
    relations: tuple[Relation, ...]
    regions: tuple[MapRegion, ...]
    group_titles: Mapping[str, str]
    """Empty for the papers of a region outside its groups."""
    group_of: Mapping[str, str]
    layout: MapLayout

    @cached_property
    def region_of(self) -> Mapping[str, str]:
        """The slug of the region that a paper is in, by its key."""
        region = {group.slug: group.region for group in self.layout.groups}
        return {key: region[group] for key, group in self.group_of.items()}

    @cached_property
    def between(self) -> Mapping[tuple[str, str], int]:
        """How many relations there are between two different regions, whichever way they run; by slugs in order."""
        home = self.region_of
        pairs = Counter[tuple[str, str]]()
        for relation in self.relations:
            first, second = sorted((home[relation.source], home[relation.target]))
            if first != second:
                pairs[first, second] += 1
        return pairs


def large_map(site: Site) -> LargeMap:
    """The map of the whole atlas."""
    papers = tuple(site.atlas.papers.values())
    group_of = {paper.key: _group_of(paper) for paper in papers}
    nodes = [GraphNode(paper.key, paper.name, "", group_of[paper.key], "", paper.year) for paper in papers]
    edges = [GraphEdge(relation.source, relation.target, relation.type.name) for relation in site.atlas.relations]
    link = site.link_from(MAP)
    drawn = [
        GraphRegion(
            slug,
            direction.title,
            link(direction.address),
            tuple(GraphGroup(_slug(slug, group.slug), group.title) for group in direction.groups if group.slug),
        )
        for slug, direction in site.atlas.directions.items()
    ]
    drawn.append(GraphRegion("", site.messages.other_papers, ""))
    layout = lay_out_large_map(nodes, edges, drawn)
    present = [region for region in drawn if region.slug in layout.regions]
    region = {group.slug: group.region for group in layout.groups}
    counts = Counter(region[group] for group in group_of.values())
    regions = tuple(
        MapRegion(
            each.slug,
            each.title,
            each.href,
            counts[each.slug],
            layout.regions[each.slug],
            group_class(number),
            group_mark(number),
        )
        for number, each in enumerate(present)
    )
    titles = {each.slug: "" for each in drawn} | {group.slug: group.title for each in drawn for group in each.groups}
    return LargeMap(papers, site.atlas.relations, regions, titles, group_of, layout)


def _group_of(paper: Paper) -> str:
    """The group on the map that a paper is in."""
    return _slug(paper.placements[0].direction, paper.placements[0].group) if paper.placements else ""


def _slug(direction: str, group: str) -> str:
    return f"{direction}/{group}" if group else direction
