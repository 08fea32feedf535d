from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache

import pytest

from paperatlas.graph import graphviz
from paperatlas.graph.layout import lay_out, part_of
from paperatlas.graph.model import COLUMN_WIDTH, Engine, Graph
from paperatlas.graph.text_width import measure_text
from tests.graph.graphs import GRAPHS, graph, node, on_border, overlaps, star

laid_out = lru_cache(lay_out)
ENGINES: tuple[Engine, ...] = ("auto", "layered", "force", "grid")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
class TestEveryGraph:
    def test_draws_every_node_once(self, graph: Graph, engine: Engine) -> None:
        layout = laid_out(replace(graph, engine=engine))
        assert sorted(box.key for box in layout.boxes) == sorted(node.key for node in graph.nodes)

    def test_keeps_boxes_apart(self, graph: Graph, engine: Engine) -> None:
        assert not overlaps(laid_out(replace(graph, engine=engine)).boxes)

    def test_stays_on_the_canvas(self, graph: Graph, engine: Engine) -> None:
        layout = laid_out(replace(graph, engine=engine))
        assert layout.width == COLUMN_WIDTH
        for box in layout.boxes:
            assert 0 <= box.x <= box.x + box.w <= layout.width
            assert 0 <= box.y <= box.y + box.h <= layout.height
        for route in layout.routes:
            for x, y in route.points[:1] + route.points[-1:] if route.curve == "bezier" else route.points:
                assert 0 <= x <= layout.width
                assert 0 <= y <= layout.height

    def test_cuts_no_label(self, graph: Graph, engine: Engine) -> None:
        labels = {node.key: node.label for node in graph.nodes}
        for box in laid_out(replace(graph, engine=engine)).boxes:
            assert "".join(box.lines).replace(" ", "") == labels[box.key].replace(" ", "")
            assert max(measure_text(line, bold=box.level > 0) for line in box.lines) < box.w
            assert 16 * len(box.lines) < box.h

    def test_ends_every_edge_at_its_nodes(self, graph: Graph, engine: Engine) -> None:
        layout = laid_out(replace(graph, engine=engine))
        boxes = {box.key: box for box in layout.boxes}
        assert {route.edge for route in layout.routes} == set(graph.edges)
        for route in layout.routes:
            assert on_border(route.points[0], boxes[route.edge.target])
            assert on_border(route.points[-1], boxes[route.edge.source])
            assert route.curve == "polyline" or len(route.points) % 3 == 1

    def test_is_the_same_every_time(self, graph: Graph, engine: Engine) -> None:
        first = laid_out(replace(graph, engine=engine))
        assert first == lay_out(replace(graph, engine=engine))
        numbers = [first.width, first.height]
        numbers += [number for box in first.boxes for number in (box.x, box.y, box.w, box.h)]
        numbers += [number for route in first.routes for point in route.points for number in point]
        assert numbers == [round(number, 1) for number in numbers]


@pytest.mark.parametrize(
    ("name", "engine"),
    [
        ("nothing", "grid"),
        ("no relation", "grid"),
        ("a lineage", "layered"),
        ("a long lineage", "layered"),
        ("a lineage and loners", "layered"),
        ("years unknown", "layered"),
        ("each extends the other", "layered"),
        ("a cycle through the years", "force"),
        ("a web", "force"),
        ("a star of 12", "layered"),
        ("a star of 60", "grid"),
        ("a chain of 45", "grid"),
    ],
)
def test_each_graph_gets_the_layout_that_suits_it(name: str, engine: str) -> None:
    assert lay_out(GRAPHS[name]).engine == engine


def test_a_graph_that_the_engine_cannot_fit_into_the_width_is_a_grid() -> None:
    assert lay_out(replace(GRAPHS["a web"], width=40, engine="force")).engine == "grid"


def test_a_hub_stands_out() -> None:
    levels = {box.key: box.level for box in lay_out(star(60)).boxes}
    assert levels["hub0"] == levels["hub1"] == 2
    assert levels["n1"] == 0


def test_what_has_no_relation_is_packed_beneath_the_rest() -> None:
    layout = lay_out(GRAPHS["a lineage and loners"])
    heading = next(caption for caption in layout.captions if caption.kind == "isolated")
    for box in layout.boxes:
        assert (box.y > heading.y) == box.key.startswith("x")
    assert [caption.lines for caption in layout.captions if caption.kind == "group"] == [("Group 0",), ("Group 1",)]


def test_a_part_has_its_own_nodes_and_edges_and_all_groups() -> None:
    whole = graph([node("a"), node("b"), node("c", group="g1")], "a extends b, b extends c")
    part = part_of(whole, {"a", "b"})
    assert (part.nodes, part.edges, part.groups) == (whole.nodes[:2], whole.edges[:1], whole.groups)


@pytest.mark.slow
def test_nothing_depends_on_the_order_of_sets() -> None:
    program = (
        "from paperatlas.graph.layout import lay_out\n"
        "from tests.graph.graphs import GRAPHS, map_graph\n"
        "print([lay_out(graph) for graph in (*GRAPHS.values(), map_graph())])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_without_graphviz_everything_is_drawn_by_group(
    graph: Graph, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz, "pygraphviz", None)
    assert lay_out(replace(graph, engine=engine)) == laid_out(replace(graph, engine="grid"))
