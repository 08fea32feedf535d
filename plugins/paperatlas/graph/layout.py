"""Where everything in a drawing of related methods goes: the same input, the same layout.

A direction is drawn in one of three ways, whichever suits its relations: `layered`, a lineage from
old to new; `force`, related methods near each other; `grid`, a catalogue of groups, for many nodes
or few relations. In the first two, papers without any relation follow beneath as a catalogue.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from paperatlas.graph.force import lay_out_force
from paperatlas.graph.grid.cells import Block, Section
from paperatlas.graph.grid.layout import lay_out_grid
from paperatlas.graph.layered.layout import lay_out_layered
from paperatlas.graph.model import (
    Area,
    Box,
    Caption,
    Engine,
    GraphEdge,
    GraphGroup,
    GraphNode,
    GraphRegion,
    Layout,
    Point,
    Route,
    Year,
)

__all__ = [
    "Area",
    "Box",
    "Caption",
    "Engine",
    "GraphEdge",
    "GraphGroup",
    "GraphNode",
    "GraphRegion",
    "Layout",
    "Point",
    "Route",
    "Year",
    "lay_out",
    "lay_out_map",
]

WIDTH = 760.0
"""Fits the column of a page at a window of 1280 pixels, set no smaller than 11 pixels."""
MAP_WIDTH = 1180.0

_MOST_CONNECTED = 44


def lay_out(
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    groups: Sequence[GraphGroup],
    *,
    engine: Engine = "auto",
    width: float = WIDTH,
) -> Layout:
    """The graph of a direction, `width` wide and as high as it needs.

    Edges from or to a node that is not given, from a node to itself, and repeated ones are left
    out. A graph that the chosen engine cannot fit into `width` is drawn as a grid.
    """
    nodes = list({node.key: node for node in nodes}.values())
    edges = _between(nodes, edges)
    groups = _present(nodes, groups)
    outside = {group.slug for group in groups if group.outside}
    related = {key for edge in edges for key in (edge.source, edge.target)}
    connected = [node for node in nodes if node.key in related]
    chosen = _choose(nodes, connected, edges) if engine == "auto" else engine
    main: Layout | None = None
    if connected and chosen == "layered":
        main = lay_out_layered(connected, edges, groups, width)
    elif connected and chosen == "force":
        main = lay_out_force(connected, edges, groups, width)
    if main is None:
        main = lay_out_grid(_blocks(nodes, groups), nodes, edges, width, _leaving(edges, nodes, outside))
    elif isolated := [node for node in nodes if node.key not in related]:
        main = _stacked(main, lay_out_grid(_blocks(isolated, groups), isolated, (), width))
    places = {group.slug: (group.title,) for group in groups}
    return _finished(replace(main, groups=tuple(groups)), places, outside)


def lay_out_map(
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    regions: Sequence[GraphRegion],
    *,
    width: float = MAP_WIDTH,
) -> Layout:
    """The whole atlas: every region a titled ground with its groups, every relation drawn."""
    nodes = list({node.key: node for node in nodes}.values())
    edges = _between(nodes, edges)
    blocks: list[Block] = []
    for region in regions:
        keys: dict[str, list[str]] = {region.slug: [], **{group.slug: [] for group in region.groups}}
        for node in nodes:
            if node.group in keys:
                keys[node.group].append(node.key)
        titles = {region.slug: "", **{group.slug: group.title for group in region.groups}}
        sections = tuple(Section(slug, titles[slug], tuple(found)) for slug, found in keys.items() if found)
        if sections:
            blocks.append(Block(region.slug, region.title, "region", len(blocks), sections, region.href))
    placed = {key for block in blocks for section in block.sections for key in section.keys}
    if rest := tuple(node.key for node in nodes if node.key not in placed):
        blocks.append(Block("", "", "region", len(blocks), (Section("", "", rest),)))
    groups = tuple(GraphGroup(block.slug, block.title) for block in blocks if block.title)
    places: dict[str, tuple[str, ...]] = {region.slug: (region.title,) for region in regions}
    places |= {group.slug: (region.title, group.title) for region in regions for group in region.groups}
    home = {key: block.slug for block in blocks for section in block.sections for key in section.keys}
    between = frozenset(edge for edge in edges if home[edge.source] != home[edge.target])
    layout = lay_out_grid(blocks, nodes, edges, width, between)
    return _finished(replace(layout, engine="map", groups=groups), places)


def _leaving(edges: Iterable[GraphEdge], nodes: Iterable[GraphNode], outside: Collection[str]) -> frozenset[GraphEdge]:
    """The edges with an end outside the direction."""
    away = {node.key for node in nodes if node.group in outside}
    return frozenset(edge for edge in edges if edge.source in away or edge.target in away)


def _between(nodes: Iterable[GraphNode], edges: Iterable[GraphEdge]) -> list[GraphEdge]:
    keys = {node.key for node in nodes}
    return [
        edge
        for edge in dict.fromkeys(edges)
        if edge.source in keys and edge.target in keys and edge.source != edge.target
    ]


def _present(nodes: Sequence[GraphNode], groups: Iterable[GraphGroup]) -> list[GraphGroup]:
    used = {node.group for node in nodes}
    return [group for group in groups if group.slug in used]


def _choose(nodes: Sequence[GraphNode], connected: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> Engine:
    if 2 * len(connected) < len(nodes) or len(connected) > _MOST_CONNECTED:
        return "grid"
    years = {node.key: node.year for node in nodes}
    told = [(years[edge.source], years[edge.target]) for edge in edges]
    ordered = [source >= target for source, target in told if source is not None and target is not None]
    if not ordered:
        return "layered" if _acyclic(edges) else "force"
    return "layered" if 3 * sum(ordered) >= 2 * len(ordered) else "force"


def _acyclic(edges: Sequence[GraphEdge]) -> bool:
    sorter = TopologicalSorter[str]()
    for edge in edges:
        sorter.add(edge.source, edge.target)
    try:
        sorter.prepare()
    except CycleError:
        return False
    return True


def _blocks(nodes: Sequence[GraphNode], groups: Sequence[GraphGroup]) -> list[Block]:
    """A block for each group, its nodes by year; last those of no group."""
    slugs = {group.slug for group in groups}
    known = [*groups, *([GraphGroup("", "")] if "" not in slugs else [])]
    ordered = sorted(nodes, key=lambda node: (node.year is None, node.year or 0))
    blocks: list[Block] = []
    for index, group in enumerate(known):
        keys = tuple(node.key for node in ordered if (node.group if node.group in slugs else "") == group.slug)
        if keys:
            blocks.append(Block(group.slug, group.title, "group", index, (Section(group.slug, "", keys),)))
    return blocks


_ISOLATED_GAP = 46.0


def _stacked(main: Layout, rest: Layout) -> Layout:
    """The main layout with the papers without relations beneath it."""
    dy = main.height + _ISOLATED_GAP
    return replace(
        main,
        height=dy + rest.height,
        boxes=main.boxes + tuple(replace(box, y=box.y + dy) for box in rest.boxes),
        areas=main.areas + tuple(replace(area, y=area.y + dy) for area in rest.areas),
        captions=(
            *main.captions,
            Caption("isolated", "", (), 0.0, dy - 8, 0),
            *(replace(caption, y=caption.y + dy) for caption in rest.captions),
        ),
    )


def _finished(layout: Layout, places: Mapping[str, tuple[str, ...]], outside: Collection[str] = ()) -> Layout:
    """The boxes with their places' titles, and all coordinates to one decimal: no platform's last bit shows."""

    def r(value: float) -> float:
        return round(value, 1) + 0.0

    return replace(
        layout,
        width=r(layout.width),
        height=r(layout.height),
        boxes=tuple(
            replace(
                box,
                x=r(box.x),
                y=r(box.y),
                w=r(box.w),
                h=r(box.h),
                places=places.get(box.node.group, ()),
                outside=box.node.group in outside,
            )
            for box in layout.boxes
        ),
        routes=tuple(replace(route, points=tuple((r(x), r(y)) for x, y in route.points)) for route in layout.routes),
        areas=tuple(
            replace(area, x=r(area.x), y=r(area.y), w=r(area.w), h=r(area.h), outside=area.slug in outside)
            for area in layout.areas
        ),
        captions=tuple(replace(caption, x=r(caption.x), y=r(caption.y)) for caption in layout.captions),
        years=tuple(replace(year, x=r(year.x), y=r(year.y), w=r(year.w), h=r(year.h)) for year in layout.years),
    )
