"""Graphs to lay out, from nothing to a star of sixty, and what to ask of their layouts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

from paperatlas.graph.model import (
    MAP_WIDTH,
    Box,
    EdgeKind,
    Graph,
    GraphEdge,
    GraphGroup,
    GraphNode,
    Layout,
    Point,
    Route,
)
from paperatlas.graph.text_width import measure_text

GROUPS = [GraphGroup(f"g{number}", f"Group {number}") for number in range(12)]


def node(key: str, *, label: str = "", group: str = "g0", year: int | None = 2020) -> GraphNode:
    return GraphNode(key, label or key.upper(), f"The title of {key}", group, f"../../papers/{key}/", year)


def edges(text: str) -> list[GraphEdge]:
    """`a extends b, …`."""
    return [GraphEdge(source, target, kind) for source, kind, target in map(str.split, filter(None, text.split(",")))]


def make_graph(
    nodes: Iterable[GraphNode], stated: Iterable[GraphEdge] = (), groups: Iterable[GraphGroup] = (), **options: Any
) -> Graph:
    """The graph of what can be drawn: no edge twice or from a node to itself, no group without a node."""
    nodes = tuple(nodes)
    used = {node.group for node in nodes}
    drawn = [
        replace(group, groups=tuple(inner for inner in group.groups if inner.slug in used))
        for group in groups
        if not used.isdisjoint(group.slugs)
    ]
    found = tuple(edge for edge in dict.fromkeys(stated) if edge.source != edge.target)
    return Graph(nodes, found, tuple(drawn), **options)


def graph(nodes: Iterable[GraphNode], stated: str | Iterable[GraphEdge] = ()) -> Graph:
    return make_graph(nodes, edges(stated) if isinstance(stated, str) else stated, GROUPS)


def map_graph() -> Graph:
    """Star of 60 in two regions, with one that is empty, one without groups, and a node of none."""
    regions = [
        GraphGroup("first", "First direction", "../directions/first/", tuple(GROUPS[:5])),
        GraphGroup("empty", "A direction without papers", "../directions/empty/"),
        GraphGroup("second", "Second direction", "../directions/second/", tuple(GROUPS[5:])),
        GraphGroup("third", "Third direction, without groups", "../directions/third/"),
    ]
    nodes = [*star(60).nodes, node("plain", group="third"), node("stray", group="nowhere")]
    return make_graph(nodes, star(60).edges, regions, engine="map", width=MAP_WIDTH)


def star(count: int, hubs: int = 2) -> Graph:
    """Many nodes in twelve groups, nearly all pointing at one of a few hubs."""
    nodes = [node(f"hub{number}", year=2020) for number in range(hubs)]
    nodes += [node(f"n{number}", group=f"g{1 + number % 11}", year=2021) for number in range(count - hubs)]
    stated = [
        GraphEdge(f"n{number}", f"hub{number % hubs}", "extends" if number % 3 else "applies")
        for number in range(count - hubs)
        if number % 10
    ]
    stated += [GraphEdge(f"n{number}", f"n{number + 7}", "compares") for number in range(0, count - hubs - 7, 5)]
    return graph(nodes, stated)


def lineage() -> Graph:
    years = {"a": 2014, "b": 2017, "c": 2020, "d": 2020, "e": 2021, "f": 2021, "g": 2021}
    nodes = [node(key, group=f"g{index % 3}", year=year) for index, (key, year) in enumerate(years.items())]
    return graph(nodes, "b extends a, c extends b, d uses a, e accelerates c, e extends c, f compares e, g unifies d")


def undated_web() -> Graph:
    nodes = [node(f"n{number}", year=None) for number in range(12)]
    stated = [GraphEdge(f"n{number}", f"n{(number * 5 + 3) % 12}", "compares") for number in range(12)]
    stated += [GraphEdge(f"n{number}", f"n{(number * 7 + 1) % 12}", "alternative") for number in range(6)]
    return graph(nodes, stated)


def long_lineage() -> Graph:
    """More years and generations than fit side by side."""
    nodes = [node(f"n{number}", group=f"g{number % 5}", year=2010 + number // 3) for number in range(36)]
    stated = [GraphEdge(f"n{number}", f"n{(number * 7) % number}", "extends") for number in range(1, 36)]
    stated += [GraphEdge(f"n{number}", f"n{number - 4}", "uses") for number in range(4, 36, 3)]
    return graph(nodes, stated + [GraphEdge(f"n{number}", "n2", "compares") for number in range(9, 36, 4)])


LONG = "A Title That Nobody Shortened: On the Considerable Length of Names and What It Does to Boxes"
CHINESE = "一篇没有简称的论文，它的标题长得必须换行才能放进方框里"
GRAPHS: dict[str, Graph] = {
    "nothing": graph([]),
    "one node": graph([node("a")]),
    "a pair": graph([node("a"), node("b", year=2021)], "b extends a"),
    "two kinds between a pair": graph([node("a"), node("b", year=2021)], "b extends a, b accelerates a, b uses a"),
    "each extends the other": graph([node("a"), node("b")], "a extends b, b extends a"),
    "a cycle through the years": graph(
        [node("a", year=2019), node("b", year=2020), node("c", year=2021)], "a extends b, b extends c, c extends a"
    ),
    "no relation": graph([node(f"n{number}", group=f"g{number % 4}") for number in range(17)]),
    "no group": graph([node("a", group=""), node("b", group="unheard-of")]),
    "a lineage": lineage(),
    "a long lineage": long_lineage(),
    "a lineage and loners": graph(
        [*lineage().nodes, *(node(f"x{number}", group=f"g{number % 2}") for number in range(5))], lineage().edges
    ),
    "years unknown": graph([node("a", year=None), node("b", year=None), node("c")], "a extends b, c extends b"),
    "a web": undated_web(),
    "a star of 12": star(14, hubs=1),
    "a star of 60": star(60),
    "a star of 60 in one group": graph(
        [node(f"n{number}") for number in range(60)],
        [GraphEdge(f"n{number}", "n0", "uses") for number in range(60)],
    ),
    "a chain of 45": graph(
        [node(f"n{number}", year=1980 + number) for number in range(45)],
        [GraphEdge(f"n{number + 1}", f"n{number}", "extends") for number in range(44)],
    ),
    "long labels": graph(
        [node("a", label=LONG), node("b", label=CHINESE), node("c", label="Donaudampfschifffahrts" * 3)],
        "a extends b, c extends b",
    ),
    "long labels without relation": graph([node("a", label=LONG), node("b", label=CHINESE)]),
}


METHODS = make_graph(
    [
        GraphNode("ddpm", "DDPM", "Denoising Diffusion Probabilistic Models", "models", "../ddpm/", 2020),
        GraphNode("ddim", "DDIM", "Denoising Diffusion Implicit Models", "models", "../ddim/", 2021),
        GraphNode("fastdpm", "FastDPM", "On Fast Sampling of Diffusion Models", "fast", "../fastdpm/", 2021),
        GraphNode("x", "<b>\"&'", "<b>\"&'", "fast", '../x/?a=1&b="2"', None),
    ],
    [
        GraphEdge("ddim", "ddpm", "extends"),
        GraphEdge("fastdpm", "ddpm", "accelerates"),
        GraphEdge("fastdpm", "ddim", "unifies"),
        GraphEdge("ddim", "fastdpm", "is-cited-by"),
    ],
    [GraphGroup("models", "Models"), GraphGroup("fast", "Fast <sampling> & more")],
    kinds=(
        EdgeKind("accelerates", "speeds up"),
        EdgeKind("unifies", "unifies"),
        EdgeKind("uses", "uses"),
        EdgeKind("extends", "extends"),
    ),
)


def regions() -> Graph:
    """A map: a region with two groups, another without."""
    groups = (GraphGroup("a/models", "Models"), GraphGroup("a/fast", "Fast"))
    nodes = [
        GraphNode(key, key, key, group, "", 2020) for key, group in (("x", "a/fast"), ("y", "a/models"), ("z", "b"))
    ]
    return make_graph(nodes, (), [GraphGroup("a", "A", "a/", groups), GraphGroup("b", "B", "b/")], engine="map")


def overlaps(boxes: Sequence[Box]) -> list[tuple[str, str]]:
    return [
        (a.key, b.key)
        for a, b in combinations(boxes, 2)
        if a.x < b.x + b.w and b.x < a.x + a.w and a.y < b.y + b.h and b.y < a.y + a.h
    ]


def on_border(point: tuple[float, float], box: Box, near: float = 1.5) -> bool:
    x, y = point
    inside = box.x - near <= x <= box.x + box.w + near and box.y - near <= y <= box.y + box.h + near
    sides = (abs(x - box.x), abs(x - box.x - box.w), abs(y - box.y), abs(y - box.y - box.h))
    return inside and min(sides) <= near


def crossed(layout: Layout) -> list[tuple[GraphEdge, str]]:
    """The straight edges that run under a box."""
    return [
        (route.edge, box.key)
        for route in layout.routes
        for (x1, y1), (x2, y2) in pairwise(route.points)
        for box in layout.boxes
        if min(x1, x2) < box.x + box.w - 1
        and max(x1, x2) > box.x + 1
        and min(y1, y2) < box.y + box.h - 1
        and max(y1, y2) > box.y + 1
    ]


def captions_crossed(layout: Layout) -> list[tuple[GraphEdge, tuple[str, ...]]]:
    """The straight edges that run through the words of a caption."""
    return [
        (route.edge, caption.lines)
        for route in layout.routes
        for (x1, y1), (x2, y2) in pairwise(route.points)
        for caption in layout.captions
        if caption.lines
        and min(x1, x2) < caption.x + max(map(measure_text, caption.lines))
        and max(x1, x2) > caption.x
        and min(y1, y2) < caption.y + 16 * (len(caption.lines) - 1) + 1
        and max(y1, y2) > caption.y - 10
    ]


def along(route: Route) -> list[Point]:
    """Points along a curve."""
    p = route.points
    return [
        (
            (1 - t) ** 3 * a[0] + 3 * (1 - t) ** 2 * t * b[0] + 3 * (1 - t) * t**2 * c[0] + t**3 * d[0],
            (1 - t) ** 3 * a[1] + 3 * (1 - t) ** 2 * t * b[1] + 3 * (1 - t) * t**2 * c[1] + t**3 * d[1],
        )
        for a, b, c, d in zip(p[::3], p[1::3], p[2::3], p[3::3], strict=False)
        for t in (step / 16 for step in range(17))
    ]
