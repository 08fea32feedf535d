from __future__ import annotations

from dataclasses import replace

from paperatlas.graph.grid.blocks import GroupBlock, Section, find_faint_edges, make_blocks
from paperatlas.graph.model import GraphGroup
from tests.graph.graphs import GROUPS, edges, make_graph, node

MAP = [
    GraphGroup("r", "Region", groups=(GraphGroup("r/a", "A"), GraphGroup("r/b", "B"))),
    GraphGroup("s", "Another"),
]


def test_the_nodes_of_a_group_are_ordered_by_year() -> None:
    nodes = [node(f"n{year}", year=year) for year in (2021, None, 2014, 2019)]
    (block,) = make_blocks(make_graph(nodes, (), GROUPS))
    assert block == GroupBlock("g0", "Group 0", (Section("g0", "", ("n2014", "n2019", "n2021", "nNone")),))


def test_nodes_of_no_group_come_last() -> None:
    nodes = [node("a", group=""), node("b", group="unheard-of"), node("c")]
    found = [(block.slug, block.title, block.sections[0].keys) for block in make_blocks(make_graph(nodes, (), GROUPS))]
    assert found == [("g0", "Group 0", ("c",)), ("", "", ("a", "b"))]


def test_nodes_of_no_group_are_in_the_group_without_a_slug_if_there_is_one() -> None:
    nodes = [node("a"), node("b", group=""), node("c", group="unheard-of")]
    blocks = make_blocks(make_graph(nodes, (), [*GROUPS, GraphGroup("", "Other papers")]))
    assert [(block.slug, block.title) for block in blocks] == [("g0", "Group 0"), ("", "Other papers")]


def test_a_region_has_a_section_for_each_group_and_one_before_them_for_its_own() -> None:
    nodes = [node("x", group="r/b", year=2021), node("y", group="r/b", year=2001), node("z", group="r")]
    (block,) = make_blocks(make_graph(nodes, (), MAP, engine="map"))
    assert block.sections == (Section("r", "", ("z",)), Section("r/b", "B", ("x", "y")))


def test_edges_that_lead_outside_are_faint_and_on_a_map_those_to_another_region() -> None:
    nodes = [node("x", group="r/a"), node("y", group="r/b"), node("z", group="s")]
    graph = make_graph(nodes, edges("x uses y, x uses z, z uses y"), MAP)
    assert find_faint_edges(graph) == frozenset()
    assert find_faint_edges(replace(graph, engine="map")) == frozenset(graph.edges[1:])
    away = replace(graph, groups=(replace(graph.groups[0], outside=True), graph.groups[1]))
    assert find_faint_edges(away) == frozenset(graph.edges)
