from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperatlas.graph import layout as layout_module
from paperatlas.graph.layout import _LAYOUTS, _geometry, cached_layout, lay_out
from paperatlas.graph.model import Area, Box, Caption, EdgeKind, Graph, GraphEdge, Layout, Route
from paperatlas.storage import cache as storage_cache
from paperatlas.storage.cache import key_of
from tests.graph.graphs import GRAPHS, lineage, map_graph


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[Graph]:
    """The graphs that were laid out, not read."""
    found: list[Graph] = []

    def counting(graph: Graph) -> Layout:
        found.append(graph)
        return lay_out(graph)

    monkeypatch.setattr(layout_module, "lay_out", counting)
    return found


@pytest.mark.parametrize("graph", [*GRAPHS.values(), map_graph()], ids=[*GRAPHS, "a map"])
def test_what_is_read_is_what_was_laid_out(graph: Graph, tmp_path: Path, computed: list[Graph]) -> None:
    first = cached_layout(tmp_path, graph)
    assert cached_layout(tmp_path, graph) == first == lay_out(graph)
    assert len(computed) == 1


def test_addresses_full_titles_and_names_of_kinds_move_nothing(tmp_path: Path, computed: list[Graph]) -> None:
    graph = map_graph()
    elsewhere = replace(
        graph,
        nodes=tuple(replace(node, href=f"../{node.key}/", title="Another") for node in graph.nodes),
        groups=tuple(replace(group, href=f"../{group.href}") for group in graph.groups),
        kinds=(EdgeKind("extends", "扩展"),),
    )
    assert cached_layout(tmp_path, graph) == cached_layout(tmp_path, elsewhere)
    assert len(computed) == 1


def changed_graphs() -> dict[str, Graph]:
    graph = lineage()
    first, *nodes = graph.nodes
    group, *groups = graph.groups
    edge, *edges = graph.edges
    return {
        "label": replace(graph, nodes=(replace(first, label="Longer"), *nodes)),
        "year": replace(graph, nodes=(replace(first, year=1999), *nodes)),
        "group": replace(graph, nodes=(replace(first, group="g1"), *nodes)),
        "order": replace(graph, nodes=graph.nodes[::-1]),
        "relation": replace(graph, edges=tuple(edges)),
        "kind": replace(graph, edges=(replace(edge, kind="uses"), *edges)),
        "title": replace(graph, groups=(replace(group, title="Of another language"), *groups)),
        "outside": replace(graph, groups=(replace(group, outside=True), *groups)),
        "width": replace(graph, width=500.0),
        "engine": replace(graph, engine="grid"),
    }


@pytest.mark.parametrize("graph", changed_graphs().values(), ids=changed_graphs())
def test_a_changed_graph_is_laid_out_anew(graph: Graph, tmp_path: Path, computed: list[Graph]) -> None:
    cached_layout(tmp_path, lineage())
    assert cached_layout(tmp_path, graph) == lay_out(graph)
    assert len(computed) == 2


def test_other_code_is_another_layout(tmp_path: Path, computed: list[Graph], monkeypatch: pytest.MonkeyPatch) -> None:
    cached_layout(tmp_path, lineage())
    monkeypatch.setattr(storage_cache, "program_digest", lambda: b"another version")
    cached_layout(tmp_path, lineage())
    assert len(computed) == 2


AREA, CAPTION = Area("g0", 1, 1, 1, 1), Caption("group", "g0", (), 1, 1)
FORGERIES: dict[str, dict[str, Any]] = {
    "an unknown engine": {"engine": "<script>"},
    "an unknown node": {"boxes": (Box("nobody", 1, 1, (), 0, 0, marked=False),)},
    "an unknown edge": {"routes": (Route(GraphEdge("a", "b", "<script>"), "polyline", ((0, 0), (1, 1))),)},
    "an unknown group": {"areas": (replace(AREA, slug="<script>"),)},
    "an unknown group's caption": {"captions": (replace(CAPTION, slug="<script>"),)},
    "a number as text": {"width": "760"},
    "markup for a number": {"areas": (Area("g0", "<script>", 1, 1, 1),)},  # type: ignore[arg-type]
    "an unknown kind": {"captions": (Caption("<script>", "g0", (), 1, 1),)},  # type: ignore[arg-type]
    "too few points": {"routes": (Route(lineage().edges[0], "polyline", ((0, 0),)),)},
    "points of no curve": {"routes": (Route(lineage().edges[0], "bezier", ((0, 0), (1, 1))),)},
    "too deep": {"years": (((((),),),),)},
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_layout_is_not_used(name: str, tmp_path: Path, computed: list[Graph]) -> None:
    layout = cached_layout(tmp_path, lineage())
    (path,) = tmp_path.iterdir()
    forged = replace(layout, **FORGERIES[name])
    _LAYOUTS.save(path, forged, key_of(_geometry(lineage())))
    assert cached_layout(tmp_path, lineage()) == layout
    assert len(computed) == 2


@pytest.mark.parametrize("size", [0, 1, 12, 400, -1])
def test_a_layout_written_halfway_is_not_used(size: int, tmp_path: Path, computed: list[Graph]) -> None:
    layout = cached_layout(tmp_path, lineage())
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:size])
    assert cached_layout(tmp_path, lineage()) == layout
    assert len(computed) == 2


def test_no_folder_and_a_folder_that_cannot_be_written_keep_nothing(tmp_path: Path, computed: list[Graph]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    for folder in (None, None, in_the_way, in_the_way):
        assert cached_layout(folder, lineage()) == lay_out(lineage())
    assert len(computed) == 4


def test_the_longest_unused_layouts_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout_module, "MOST_KEPT", 2)
    graph = lineage()
    cached_layout(tmp_path, graph)
    (first,) = tmp_path.iterdir()
    cached_layout(tmp_path, replace(graph, edges=graph.edges[1:]))
    (second,) = set(tmp_path.iterdir()) - {first}
    os.utime(first, (1, 1))
    os.utime(second, (2, 2))
    cached_layout(tmp_path, graph)  # used again
    cached_layout(tmp_path, replace(graph, edges=graph.edges[2:]))
    left = set(tmp_path.iterdir())
    assert first in left
    assert second not in left
    assert len(left) == 2
