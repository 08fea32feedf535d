"""The graph of related methods, of one direction and of the whole atlas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from paperatlas.atlas import Address, Direction, Paper, Relation
from paperatlas.atlas.addresses import MAP
from paperatlas.graph.cache import kept_layout, kept_map
from paperatlas.graph.model import GraphEdge, GraphGroup, GraphNode, GraphRegion, Layout
from paperatlas.graph.svg.drawing import draw
from paperatlas.pages.render import Site

TEXT_ID = "relations-as-text"
"""The id of the element that lists a graph's relations as text."""

_ELSEWHERE = "elsewhere"


def direction_graph(site: Site, direction: Direction, relations: Sequence[Relation]) -> Markup:
    """The drawing of a direction's papers and of `relations`, which start from them.

    Where these lead to papers of other directions, those are drawn as a group of their own.
    """
    group_of = {key: group.slug for group in reversed(direction.groups) for key in group.papers}
    ends = dict.fromkeys(key for relation in relations for key in (relation.source, relation.target))
    elsewhere = [key for key in ends if key not in group_of]
    papers = site.atlas.papers
    nodes = [_node(site, papers[key], group_of[key], direction.address) for key in direction.papers]
    nodes += [_node(site, papers[key], _ELSEWHERE, direction.address) for key in elsewhere]
    groups = [
        *(GraphGroup(group.slug, group.title or site.messages.other_papers) for group in direction.groups),
        GraphGroup(_ELSEWHERE, site.messages.other_directions, outside=True),
    ]
    return _drawing(site, direction.address, kept_layout(site.layouts, nodes, _edges(relations), groups), relations)


def map_graph(site: Site) -> Markup:
    """The drawing of the whole atlas: every direction a region, every paper in the first it is placed in."""
    nodes, placed = [], set()
    for paper in site.atlas.papers.values():
        if paper.placements:
            first = paper.placements[0]
            nodes.append(_node(site, paper, f"{first.direction}/{first.group}", MAP))
            placed.add(paper.key)
    unplaced = [paper for paper in site.atlas.papers.values() if paper.key not in placed]
    nodes += [_node(site, paper, _ELSEWHERE, MAP) for paper in unplaced]
    link = site.link_from(MAP)
    regions = [
        GraphRegion(
            slug,
            direction.title,
            link(direction.address),
            tuple(
                GraphGroup(f"{slug}/{group.slug}", group.title or site.messages.other_papers)
                for group in direction.groups
            ),
        )
        for slug, direction in site.atlas.directions.items()
    ]
    if unplaced:
        regions.append(GraphRegion(_ELSEWHERE, site.messages.other_papers, ""))
    layout = kept_map(site.layouts, nodes, _edges(site.atlas.relations), regions)
    return _drawing(site, MAP, layout, site.atlas.relations)


def _drawing(site: Site, origin: Address, layout: Layout, relations: Sequence[Relation]) -> Markup:
    language = site.messages.language
    drawing = draw(
        layout,
        id="graph",
        type_labels={kind.name: kind.label(language) for kind in site.atlas.relation_types},
        texts=site.messages.graph,
        described_by=TEXT_ID if relations else "",
    )
    papers = [site.atlas.papers[node.key] for node in drawing.nodes]
    html = site.render("graph.svg.jinja", origin, drawing=drawing, papers=papers)
    return Markup(html)  # noqa: S704 - escaped by the template


def _node(site: Site, paper: Paper, group: str, origin: Address) -> GraphNode:
    return GraphNode(
        key=paper.key,
        label=paper.name,
        title=paper.title.text,
        group=group,
        href=site.link_from(origin)(paper.address),
        year=paper.year,
    )


def _edges(relations: Iterable[Relation]) -> list[GraphEdge]:
    return [GraphEdge(relation.source, relation.target, relation.type.name) for relation in relations]
