from __future__ import annotations

import json
import os
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperatlas.graph import cache as layout_cache
from paperatlas.graph.cache import kept_layout, kept_map
from paperatlas.graph.layout import lay_out, lay_out_map
from paperatlas.graph.model import GraphGroup, GraphRegion, Layout
from tests.graph.graphs import GRAPHS, GROUPS, lineage

REGIONS = [
    GraphRegion("r", "A region", "r/", (GraphGroup("g0", "One"), GraphGroup("g1", "Two"))),
    GraphRegion("g2", "Last", ""),
]


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The layouts that were computed, not read."""
    found: list[str] = []

    def counting(*arguments: Any) -> Layout:
        found.append("direction")
        return lay_out(*arguments)

    def counting_maps(*arguments: Any) -> Layout:
        found.append("map")
        return lay_out_map(*arguments)

    monkeypatch.setattr(layout_cache, "lay_out", counting)
    monkeypatch.setattr(layout_cache, "lay_out_map", counting_maps)
    return found


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_what_is_kept_is_what_was_laid_out(graph: Any, tmp_path: Path, computed: list[str]) -> None:
    first = kept_layout(tmp_path, *graph, GROUPS)
    assert kept_layout(tmp_path, *graph, GROUPS) == first == lay_out(*graph, GROUPS)
    first = kept_map(tmp_path, *graph, REGIONS)
    assert kept_map(tmp_path, *graph, REGIONS) == first == lay_out_map(*graph, REGIONS)
    assert computed == ["direction", "map"]


def test_links_and_full_titles_are_the_new_ones(tmp_path: Path, computed: list[str]) -> None:
    nodes, edges = lineage()
    kept_map(tmp_path, nodes, edges, REGIONS)
    moved = [replace(node, href=f"../{node.key}/", title="Another") for node in nodes]
    elsewhere = [replace(region, href=f"../{region.href}") for region in REGIONS]
    assert kept_map(tmp_path, moved, edges, elsewhere) == lay_out_map(moved, edges, elsewhere)
    assert computed == ["map"]


def changed_graphs() -> dict[str, tuple[Any, Any, Any]]:
    nodes, edges = lineage()
    return {
        "label": ([replace(nodes[0], label="Longer"), *nodes[1:]], edges, GROUPS),
        "year": ([replace(nodes[0], year=1999), *nodes[1:]], edges, GROUPS),
        "group": ([replace(nodes[0], group="g5"), *nodes[1:]], edges, GROUPS),
        "order": (nodes[::-1], edges, GROUPS),
        "relation": (nodes, edges[1:], GROUPS),
        "type": (nodes, [replace(edges[0], type="uses"), *edges[1:]], GROUPS),
        "title": (nodes, edges, [replace(GROUPS[0], title="Of another language"), *GROUPS[1:]]),
        "outside": (nodes, edges, [replace(GROUPS[0], outside=True), *GROUPS[1:]]),
    }


@pytest.mark.parametrize("what", changed_graphs())
def test_a_changed_graph_is_laid_out_anew(what: str, tmp_path: Path, computed: list[str]) -> None:
    kept_layout(tmp_path, *lineage(), GROUPS)
    graph = changed_graphs()[what]
    assert kept_layout(tmp_path, *graph) == lay_out(*graph)
    assert computed == ["direction"] * 2


def test_other_code_is_another_layout(tmp_path: Path, computed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    kept_layout(tmp_path, *lineage(), GROUPS)
    monkeypatch.setattr(layout_cache, "_program", lambda: b"another version")
    kept_layout(tmp_path, *lineage(), GROUPS)
    assert computed == ["direction"] * 2


FORGERIES: dict[str, Any] = {
    "another type": lambda data: [data],
    "no boxes": lambda data: {key: value for key, value in data.items() if key != "boxes"},
    "an unknown paper": lambda data: data | {"boxes": [["nobody", *data["boxes"][0][1:]]]},
    "a number as text": lambda data: data | {"size": ["760", 10.0]},
    "no number": lambda data: data | {"size": [float("nan"), 10.0]},
    "markup for a number": lambda data: data | {"areas": [["g0", ["<script>", 1.0, 1.0, 1.0], 0, False]]},
    "an unknown kind": lambda data: data | {"captions": [["<script>", "g0", [], [1.0, 1.0], 0, False]]},
    "too few points": lambda data: data | {"routes": [[*data["routes"][0][:4], [], False]]},
    "too deep": lambda data: data | {"years": [[[[]]]]},
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_layout_is_not_used(name: str, tmp_path: Path, computed: list[str]) -> None:
    layout = kept_layout(tmp_path, *lineage(), GROUPS)
    (path,) = tmp_path.iterdir()
    forged = json.dumps(FORGERIES[name](json.loads(path.read_bytes().partition(b"\n")[2]))).encode()
    path.write_bytes(b"%d\n%b" % (zlib.crc32(forged), forged))
    assert kept_layout(tmp_path, *lineage(), GROUPS) == layout
    assert computed == ["direction"] * 2


@pytest.mark.parametrize("size", [0, 1, 12, 400, -1])
def test_a_layout_written_halfway_is_not_used(size: int, tmp_path: Path, computed: list[str]) -> None:
    layout = kept_layout(tmp_path, *lineage(), GROUPS)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:size])
    assert kept_layout(tmp_path, *lineage(), GROUPS) == layout
    assert computed == ["direction"] * 2


def test_no_folder_and_a_folder_that_cannot_be_written_keep_nothing(tmp_path: Path, computed: list[str]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    for folder in (None, None, in_the_way, in_the_way):
        assert kept_layout(folder, *lineage(), GROUPS) == lay_out(*lineage(), GROUPS)
    assert len(computed) == 4


def test_the_longest_unused_layouts_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout_cache, "MOST_KEPT", 2)
    nodes, edges = lineage()
    kept_layout(tmp_path, nodes, edges, GROUPS)
    (first,) = tmp_path.iterdir()
    kept_layout(tmp_path, nodes, edges[1:], GROUPS)
    (second,) = set(tmp_path.iterdir()) - {first}
    os.utime(first, (1, 1))
    os.utime(second, (2, 2))
    kept_layout(tmp_path, nodes, edges, GROUPS)  # used again
    kept_layout(tmp_path, nodes, edges[2:], GROUPS)
    left = set(tmp_path.iterdir())
    assert first in left
    assert second not in left
    assert len(left) == 2
