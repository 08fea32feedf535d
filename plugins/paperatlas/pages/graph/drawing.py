"""Graphs as HTML: the drawing of a direction, or of a part of it, and that of the whole atlas."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from paperatlas.atlas import Address, Direction, Relation
from paperatlas.atlas.addresses import MAP
from paperatlas.graph.model import Graph
from paperatlas.graph.svg.drawing import make_drawing
from paperatlas.pages.graph.from_atlas import make_direction_graph, make_map_graph
from paperatlas.pages.graph.part import select_part
from paperatlas.pages.render import Site

TEXT_ID = "relations-as-text"
"""The id of the element that lists a graph's relations as text."""


def draw_direction(site: Site, direction: Direction, relations: Sequence[Relation]) -> Markup:
    """Return the graph of a direction, and where it does not show every paper and relation, a sentence that says so.

    A large direction without any relation has no graph.
    """
    part = select_part(direction, relations)
    if part is None:
        return _draw(site, direction.address, make_direction_graph(site, direction, relations))
    if not relations:
        return Markup()
    graph = make_direction_graph(site, part.direction, part.relations)
    told = site.messages.large_map.graph_part(len(graph.nodes), part.all_papers, len(part.relations), len(relations))
    return _draw(site, direction.address, graph) + Markup('<p class="pa-hint">{}</p>').format(told)


def draw_map(site: Site) -> Markup:
    """Return the graph of the whole atlas."""
    return _draw(site, MAP, make_map_graph(site))


def _draw(site: Site, origin: Address, graph: Graph) -> Markup:
    layout = site.lay_out(graph)
    html = site.render(
        "graph.svg.jinja",
        origin,
        drawing=make_drawing(graph, layout, id="graph"),
        papers=[site.atlas.papers[box.key] for box in layout.boxes],
        text_id=TEXT_ID if graph.edges else "",
    )
    return Markup(html)  # noqa: S704 - escaped by the template
