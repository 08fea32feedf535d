from __future__ import annotations

from paperatlas.graph.model import GraphGroup, make_graph
from tests.graph.graphs import edges, graph, map_graph, node


def test_what_cannot_be_drawn_is_no_part_of_a_graph() -> None:
    stated = edges("b extends a, b extends a, a extends a, a extends nobody, nobody uses b")
    made = make_graph([node("a"), node("b"), node("a")], stated, [GraphGroup("g0", "One"), GraphGroup("g1", "Empty")])
    assert [each.key for each in made.nodes] == ["a", "b"]
    assert made.edges == tuple(stated[:1])
    assert [group.slug for group in made.groups] == ["g0"]


def test_the_last_of_two_nodes_with_one_key_counts() -> None:
    assert make_graph([node("a", label="First"), node("a", label="Last")]).nodes == (node("a", label="Last"),)


def test_a_group_is_there_if_it_or_one_inside_it_has_a_node() -> None:
    made = map_graph()
    assert [group.slug for group in made.groups] == ["first", "second", "third"]
    assert [inner.slug for inner in made.groups[0].groups] == ["g0", "g1", "g2", "g3", "g4"]


def test_groups_have_colours_in_their_order_and_inner_ones_that_of_the_group_around_them() -> None:
    colours = map_graph().colours
    assert (colours["first"], colours["g4"], colours["second"], colours["g5"], colours["third"]) == (0, 0, 1, 1, 2)


def test_a_part_has_its_own_nodes_and_edges_and_all_groups() -> None:
    whole = graph([node("a"), node("b"), node("c", group="g1")], "a extends b, b extends c")
    part = whole.part({"a", "b"})
    assert (part.nodes, part.edges, part.groups) == (whole.nodes[:2], whole.edges[:1], whole.groups)
