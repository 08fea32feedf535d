from __future__ import annotations

import math
from dataclasses import replace

from paperatlas.graph.force import lay_out_force
from paperatlas.graph.model import Graph, Layout
from tests.graph.graphs import graph, node, overlaps, undated_web


def laid_out(made: Graph) -> Layout:
    layout = lay_out_force(made)
    assert layout is not None
    return layout


def test_boxes_do_not_touch() -> None:
    layout = laid_out(undated_web())
    assert not overlaps([replace(box, w=box.w + 10, h=box.h + 10) for box in layout.boxes])


def test_related_nodes_are_nearer_than_others() -> None:
    made = graph(
        [node(f"n{number}", year=None) for number in range(8)], "n0 uses n1, n2 uses n3, n4 uses n5, n6 uses n7"
    )
    middle = {box.key: box.middle for box in laid_out(made).boxes}
    related = [math.dist(middle[edge.source], middle[edge.target]) for edge in made.edges]
    every = [math.dist(a, b) for a in middle.values() for b in middle.values() if a != b]
    assert max(related) < sum(every) / len(every)


def test_edges_between_the_same_two_are_straight_and_side_by_side() -> None:
    made = graph([node("a"), node("b"), node("c")], "a uses b, b extends a, c uses a")
    routes = {route.edge.kind + route.edge.source: route for route in laid_out(made).routes}
    assert [routes[name].curve for name in ("usesa", "extendsb", "usesc")] == ["polyline", "polyline", "bezier"]
    assert math.dist(routes["usesa"].points[0], routes["extendsb"].points[-1]) > 4


def test_a_graph_too_wide_for_the_page_is_none() -> None:
    assert lay_out_force(replace(undated_web(), width=40)) is None
