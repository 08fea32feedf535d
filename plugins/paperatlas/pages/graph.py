"""The graph of related methods: papers and relations as nodes and edges, and their drawing on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from paperatlas.atlas import Address, Direction, Relation
from paperatlas.atlas.addresses import MAP
from paperatlas.graph.model import COLUMN_WIDTH, MAP_WIDTH, EdgeKind, Engine, Graph, GraphEdge, GraphGroup, GraphNode
from paperatlas.graph.svg import make_drawing
from paperatlas.pages.render import Site, title_language

TEXT_ID = "relations-as-text"
"""The id of the element that lists a graph's relations as text."""
MOST_PAPERS, MOST_RELATIONS = 150, 300
"""A graph of more papers or relations is drawn in part: a drawing of two thousand boxes would tell nobody anything."""
PART_PAPERS, PART_RELATIONS = 100, 160
"""The part: so many papers and relations at most.

It is smaller than the largest graph that is drawn whole, for papers with many relations have many with each other.
"""
_ELSEWHERE = "elsewhere"


def draw_direction(site: Site, direction: Direction, relations: Sequence[Relation]) -> Markup:
    """Return the graph of a direction, and where it does not show every paper and relation, a sentence that says so.

    It stands in a frame of its own. A large direction without any relation has no graph.
    """
    papers = direction.papers
    everything = {*papers, *_ends(relations)}
    if len(everything) <= MOST_PAPERS and len(relations) <= MOST_RELATIONS:
        return _draw(site, direction.address, make_direction_graph(site, direction, papers, relations), framed=True)
    if not relations:
        return Markup()
    drawn = select_relations(papers, relations)
    related = set(_ends(drawn))
    graph = make_direction_graph(site, direction, [key for key in papers if key in related], drawn)
    told = site.messages.large_map.graph_part(len(graph.nodes), len(everything), len(drawn), len(relations))
    return _draw(site, direction.address, graph, framed=True) + Markup('<p class="pa-hint">{}</p>').format(told)


def draw_map(site: Site, graph: Graph) -> Markup:
    """Return the drawing of the graph of the whole atlas, in a frame of its own."""
    return _draw(site, MAP, graph, framed=True)


def _draw(site: Site, origin: Address, graph: Graph, *, framed: bool = False) -> Markup:
    layout = site.lay_out(graph)
    html = site.render(
        "graph.svg.jinja",
        origin,
        drawing=make_drawing(graph, layout, id="graph"),
        papers=[site.atlas.papers[box.key] for box in layout.boxes],
        cites=_cites(site, graph, [box.key for box in layout.boxes]),
        text_id=TEXT_ID if graph.edges else "",
        framed=framed,
    )
    return Markup(html)  # noqa: S704 - escaped by the template


def _cites(site: Site, graph: Graph, keys: Sequence[str]) -> dict[str, list[int]]:
    """Return the places among `keys` of those that each of them cites; not of those it has a relation to or from."""
    places = {key: place for place, key in enumerate(keys)}
    related = {frozenset((edge.source, edge.target)) for edge in graph.edges}
    found = {
        key: [
            places[citation.cited]
            for citation in site.atlas.citations_from.get(key, ())
            if citation.cited in places and frozenset(citation.pair) not in related
        ]
        for key in keys
    }
    return {key: cited for key, cited in found.items() if cited}


def select_relations(papers: Iterable[str], relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations of a large direction that are drawn: those between the papers with the most relations."""
    counts = Counter(_ends(relations))
    ranked = sorted(dict.fromkeys((*papers, *counts)), key=lambda key: -counts[key])
    rank = {key: number for number, key in enumerate(ranked)}
    keys: set[str] = set()
    drawn: set[int] = set()
    for number in sorted(range(len(relations)), key=lambda at: sum(rank[key] for key in _ends([relations[at]]))):
        ends = set(_ends([relations[number]]))
        if len(drawn) < PART_RELATIONS and len(keys | ends) <= PART_PAPERS:
            keys |= ends
            drawn.add(number)
    return [relations[number] for number in sorted(drawn)]


def make_direction_graph(
    site: Site, direction: Direction, papers: Collection[str], relations: Sequence[Relation]
) -> Graph:
    """Return the graph of a direction's `papers` and of `relations`, which start from them.

    Where these lead to papers of other directions, those are a group of their own.
    """
    group_of = {key: group.slug for group in reversed(direction.groups) for key in group.papers}
    groups = [
        *(GraphGroup(group.slug, group.title or site.messages.other_papers) for group in direction.groups),
        GraphGroup(_ELSEWHERE, site.messages.other_directions, outside=True),
    ]
    placed = {key: group_of.get(key, _ELSEWHERE) for key in (*papers, *_ends(relations))}
    return _make_graph(site, direction.address, placed, relations, groups)


def _ends(relations: Iterable[Relation]) -> list[str]:
    return [key for relation in relations for key in (relation.source, relation.target)]


def make_map_graph(site: Site) -> Graph:
    """Return the graph of the whole atlas: every direction a region, every paper in the first it is placed in."""
    papers = site.atlas.papers.values()
    placed = {paper.key: f"{place.direction}/{place.group}" for paper in papers for place in paper.placements[:1]}
    placed |= {paper.key: _ELSEWHERE for paper in papers if not paper.placements}
    other = site.messages.other_papers
    groups = [
        _region(site, direction, {group.slug: group.title or other for group in direction.groups})
        for direction in site.atlas.directions.values()
    ]
    groups.append(GraphGroup(_ELSEWHERE, _outside(site)))
    return _make_graph(site, MAP, placed, site.atlas.relations, groups, "map")


def make_large_map_graph(site: Site) -> Graph:
    """Return the same graph for the map of a large atlas.

    There papers outside the groups of their direction are in the region's own ground, and those of no
    direction in a region without a slug.
    """
    placed = {paper.key: "" for paper in site.atlas.papers.values()}
    for paper in site.atlas.papers.values():
        for place in paper.placements[:1]:
            placed[paper.key] = f"{place.direction}/{place.group}" if place.group else place.direction
    groups = [
        _region(site, direction, {group.slug: group.title for group in direction.groups if group.slug})
        for direction in site.atlas.directions.values()
    ]
    groups.append(GraphGroup("", _outside(site)))
    return _make_graph(site, MAP, placed, site.atlas.relations, groups, "map")


def _outside(site: Site) -> str:
    """Return what the papers of no direction are called: there are no others where there is no direction."""
    return site.messages.other_papers if site.atlas.directions else site.messages.papers


def _region(site: Site, direction: Direction, titles: Mapping[str, str]) -> GraphGroup:
    """Return a direction as a region of the map, its groups' slugs below its own."""
    inner = tuple(GraphGroup(f"{direction.slug}/{slug}", title) for slug, title in titles.items())
    return GraphGroup(direction.slug, direction.title, site.link_from(MAP)(direction.address), inner)


def _make_graph(
    site: Site,
    origin: Address,
    placed: Mapping[str, str],
    relations: Iterable[Relation],
    groups: Iterable[GraphGroup],
    engine: Engine = "auto",
) -> Graph:
    """Return the graph of the papers whose groups are `placed`, with links from the page at `origin`.

    Groups without a paper are left out, so that they take no colour from others.
    """
    link, language, used = site.link_from(origin), site.content_language, set(placed.values())
    papers = [(site.atlas.papers[key], group) for key, group in placed.items()]
    return Graph(
        nodes=tuple(
            GraphNode(
                paper.key,
                paper.name,
                paper.title.readable,
                group,
                link(paper.address),
                paper.year,
                title_language(site.messages.language, paper),
            )
            for paper, group in papers
        ),
        edges=tuple(GraphEdge(relation.source, relation.target, relation.type.name) for relation in relations),
        groups=tuple(
            replace(group, groups=tuple(inner for inner in group.groups if inner.slug in used))
            for group in groups
            if not used.isdisjoint(group.slugs)
        ),
        kinds=tuple(EdgeKind(kind.name, kind.label(language)) for kind in site.atlas.relation_types),
        engine=engine,
        width=MAP_WIDTH if engine == "map" else COLUMN_WIDTH,
    )
