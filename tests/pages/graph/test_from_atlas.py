from __future__ import annotations

from paperatlas.graph.model import MAP_WIDTH, GraphEdge, GraphNode
from paperatlas.pages import Site
from paperatlas.pages.graph.from_atlas import make_direction_graph, make_large_map_graph, make_map_graph


def test_a_direction_s_graph_has_its_papers_by_group_and_those_they_lead_to(site: Site) -> None:
    graphs = site.atlas.directions["graphs"]
    graph = make_direction_graph(site, graphs, site.atlas.relations)
    assert {node.key: node.group for node in graph.nodes} == {"realnvp": "", "nice": "elsewhere", "bound": "elsewhere"}
    assert graph.nodes[0] == GraphNode(
        "realnvp", "Real NVP", "Density Estimation Using Real NVP", "", "../../papers/realnvp/", 2017
    )
    assert graph.edges == (GraphEdge("realnvp", "nice", "extends"), GraphEdge("realnvp", "bound", "compares"))
    assert [(group.slug, group.title, group.outside) for group in graph.groups] == [
        ("", site.messages.other_papers, False),
        ("elsewhere", site.messages.other_directions, True),
    ]


def test_kinds_of_edges_are_named_in_the_language_of_the_site(site: Site) -> None:
    labels = {kind.name: kind.label for kind in make_map_graph(site).kinds}
    assert labels["extends"] == {"en": "extends", "zh": "扩展"}[site.messages.language]


def test_the_map_has_a_region_for_each_direction_with_papers(site: Site) -> None:
    graph = make_map_graph(site)
    assert (graph.engine, graph.width) == ("map", MAP_WIDTH)
    assert {node.key: node.group for node in graph.nodes} == {
        "nice": "flows/models",
        "realnvp": "flows/models",
        "bound": "flows/theory",
        "loose": "elsewhere",
    }
    assert [(group.slug, group.href, [inner.title for inner in group.groups]) for group in graph.groups] == [
        ("flows", "../directions/flows/", ["Models", "Theory"]),
        ("elsewhere", "", []),
    ]


def test_on_a_large_map_papers_of_no_direction_are_in_a_region_without_a_slug(site: Site) -> None:
    graph = make_large_map_graph(site)
    assert {node.key: node.group for node in graph.nodes}["loose"] == ""
    assert [group.slug for group in graph.groups] == ["flows", ""]
