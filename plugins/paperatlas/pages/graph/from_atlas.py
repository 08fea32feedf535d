"""Papers and their relations as graphs: of one direction, of the whole atlas, of a large one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from paperatlas.atlas import Address, Direction, Paper, Relation
from paperatlas.atlas.addresses import MAP
from paperatlas.graph.model import (
    MAP_WIDTH,
    WIDTH,
    EdgeKind,
    Engine,
    Graph,
    GraphEdge,
    GraphGroup,
    GraphNode,
    make_graph,
)
from paperatlas.pages.render import Site

_ELSEWHERE = "elsewhere"


def make_direction_graph(site: Site, direction: Direction, relations: Iterable[Relation]) -> Graph:
    """Return the graph of a direction's papers and of `relations`, which start from them.

    Where these lead to papers of other directions, those are a group of their own.
    """
    group_of = {key: group.slug for group in reversed(direction.groups) for key in group.papers}
    ends = [key for relation in relations for key in (relation.source, relation.target)]
    groups = [
        *(GraphGroup(group.slug, group.title or site.messages.other_papers) for group in direction.groups),
        GraphGroup(_ELSEWHERE, site.messages.other_directions, outside=True),
    ]
    placed = {key: group_of.get(key, _ELSEWHERE) for key in (*direction.papers, *ends)}
    return _graph(site, direction.address, placed, relations, groups)


def make_map_graph(site: Site) -> Graph:
    """Return the graph of the whole atlas: every direction a region, every paper in the first it is placed in."""
    papers = site.atlas.papers.values()
    placed = {paper.key: f"{place.direction}/{place.group}" for paper in papers for place in paper.placements[:1]}
    placed |= {paper.key: _ELSEWHERE for paper in papers if not paper.placements}
    other = site.messages.other_papers
    groups = [
        _region(site, direction, [GraphGroup(group.slug, group.title or other) for group in direction.groups])
        for direction in site.atlas.directions.values()
    ]
    groups.append(GraphGroup(_ELSEWHERE, other))
    return _graph(site, MAP, placed, site.atlas.relations, groups, "map")


def make_large_map_graph(site: Site) -> Graph:
    """Return the same graph for the map of a large atlas.

    There papers outside the groups of their direction are in the region's own ground, and those of no
    direction in a region without a slug.
    """
    placed = {paper.key: _large_map_group(paper) for paper in site.atlas.papers.values()}
    groups = [
        _region(site, direction, (GraphGroup(group.slug, group.title) for group in direction.groups if group.slug))
        for direction in site.atlas.directions.values()
    ]
    groups.append(GraphGroup("", site.messages.other_papers))
    return _graph(site, MAP, placed, site.atlas.relations, groups, "map")


def _large_map_group(paper: Paper) -> str:
    if not paper.placements:
        return ""
    first = paper.placements[0]
    return f"{first.direction}/{first.group}" if first.group else first.direction


def _region(site: Site, direction: Direction, groups: Iterable[GraphGroup]) -> GraphGroup:
    """Return a direction as a region of the map, its groups' slugs below its own."""
    inner = tuple(GraphGroup(f"{direction.slug}/{group.slug}", group.title) for group in groups)
    return GraphGroup(direction.slug, direction.title, site.link_from(MAP)(direction.address), inner)


def _graph(
    site: Site,
    origin: Address,
    placed: Mapping[str, str],
    relations: Iterable[Relation],
    groups: Iterable[GraphGroup],
    engine: Engine = "auto",
) -> Graph:
    """Return the graph of the papers whose groups are `placed`, with links from the page at `origin`."""
    link, language = site.link_from(origin), site.messages.language
    papers = ((site.atlas.papers[key], group) for key, group in placed.items())
    return make_graph(
        [
            GraphNode(paper.key, paper.name, paper.title.text, group, link(paper.address), paper.year)
            for paper, group in papers
        ],
        [GraphEdge(relation.source, relation.target, relation.type.name) for relation in relations],
        groups,
        [EdgeKind(kind.name, kind.label(language)) for kind in site.atlas.relation_types],
        engine=engine,
        width=MAP_WIDTH if engine == "map" else WIDTH,
    )
