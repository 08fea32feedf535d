"""Where everything in a drawing goes: the same graph, the same layout.

A graph is drawn in one of three ways, whichever suits its edges: `layered`, a lineage from old to new;
`force`, related nodes near each other; `grid`, a catalogue of groups, for many nodes or few edges. In the
first two, nodes without any edge follow beneath as a catalogue. A `map` is a catalogue of groups of groups.

Layouts of an earlier build, or of another language of this one, are kept on disk: one file for each, named by a digest
of everything it depends on, the nodes' names, years and groups, the edges, the titles of groups. Addresses and full
titles are not part of it: they move nothing. A file that no build asked for goes when there are too many.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from paperatlas.graph.force import lay_out_force
from paperatlas.graph.graphviz import GRAPHVIZ
from paperatlas.graph.grid.layout import lay_out_grid
from paperatlas.graph.layered.layout import lay_out_layered
from paperatlas.graph.model import Caption, Engine, Graph, Layout, Route
from paperatlas.storage.cache import Cache, key_of

MOST_KEPT = 1000
"""So many layouts are kept; the longest unused go first."""

_MOST_CONNECTED = 44
"""A lineage of 44 nodes with 1.2 edges each is 1060 units high, a screen and a half; one of 60 1570, one of 80 2400. As
grids they are 620, 760 and 1050 high."""
_ISOLATED_GAP = 46.0
"""A line of heading with a line's height of air above and half a line below."""
_LAYOUTS = Cache(Layout, made_with=(GRAPHVIZ,))


def cached_layout(folder: Path | None, graph: Graph) -> Layout:
    """Return the layout of a graph (`lay_out`), from `folder` if it was laid out before."""
    if folder is None:
        return lay_out(graph)
    key = key_of(_geometry(graph))
    path = folder / f"{hashlib.sha256(key).hexdigest()[:32]}.cache"
    layout = _LAYOUTS.load(path, key)
    if layout is None or not _is_of(layout, graph):
        layout = lay_out(graph)
        _make_room(folder)
        _LAYOUTS.save(path, layout, key)
    else:
        with suppress(OSError):  # a folder that is not ours to change
            os.utime(path)
    return layout


def lay_out(graph: Graph) -> Layout:
    """Return the layout of a graph, as wide as the graph asks for and as high as it needs.

    A graph that the chosen engine cannot fit into that width is drawn as a grid; without Graphviz every graph is.
    """
    connected = part_of(graph, {key for edge in graph.edges for key in (edge.source, edge.target)})
    engine = choose_engine(graph, connected) if graph.engine == "auto" else graph.engine
    main: Layout | None = None
    if connected.nodes and engine == "layered":
        main = lay_out_layered(connected)
    elif connected.nodes and engine == "force":
        main = lay_out_force(connected)
    if main is None:
        main = lay_out_grid(graph)
    elif isolated := {node.key for node in graph.nodes} - {node.key for node in connected.nodes}:
        main = _stack(main, lay_out_grid(part_of(graph, isolated)))
    return _round(main)


def part_of(graph: Graph, keys: Collection[str]) -> Graph:
    """Return the graph of these nodes only, with all its groups and their colours."""
    edges = tuple(edge for edge in graph.edges if edge.source in keys and edge.target in keys)
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.key in keys), edges=edges)


def choose_engine(graph: Graph, connected: Graph) -> Engine:
    """Return the engine that suits a graph, of which `connected` is the part that has edges."""
    if 2 * len(connected.nodes) < len(graph.nodes) or len(connected.nodes) > _MOST_CONNECTED:
        return "grid"
    years = {node.key: node.year for node in connected.nodes}
    ends = [(years[edge.source], years[edge.target]) for edge in connected.edges]
    backwards = [source >= target for source, target in ends if source is not None and target is not None]
    if backwards:
        return "layered" if 3 * sum(backwards) >= 2 * len(backwards) else "force"
    sorter = TopologicalSorter[str]()
    for edge in connected.edges:
        sorter.add(edge.source, edge.target)
    try:
        sorter.prepare()
    except CycleError:
        return "force"
    return "layered"


def _stack(main: Layout, rest: Layout) -> Layout:
    """Return the main layout with that of the nodes without edges beneath it."""
    dy = main.height + _ISOLATED_GAP
    return replace(
        main,
        height=dy + rest.height,
        boxes=main.boxes + tuple(replace(box, y=box.y + dy) for box in rest.boxes),
        areas=main.areas + tuple(replace(area, y=area.y + dy) for area in rest.areas),
        captions=(
            *main.captions,
            Caption("isolated", "", (), 0.0, dy - 8),
            *(replace(caption, y=caption.y + dy) for caption in rest.captions),
        ),
    )


def _round(layout: Layout) -> Layout:
    """Return the layout with all coordinates to one decimal: no platform's last bit shows."""

    def r(value: float) -> float:
        return round(value, 1) + 0.0

    return replace(
        layout,
        width=r(layout.width),
        height=r(layout.height),
        boxes=tuple(replace(box, x=r(box.x), y=r(box.y), w=r(box.w), h=r(box.h)) for box in layout.boxes),
        routes=tuple(replace(route, points=tuple((r(x), r(y)) for x, y in route.points)) for route in layout.routes),
        areas=tuple(replace(area, x=r(area.x), y=r(area.y), w=r(area.w), h=r(area.h)) for area in layout.areas),
        captions=tuple(replace(caption, x=r(caption.x), y=r(caption.y)) for caption in layout.captions),
        years=tuple(replace(year, x=r(year.x), y=r(year.y), w=r(year.w), h=r(year.h)) for year in layout.years),
    )


def _geometry(graph: Graph) -> Graph:
    """Return the graph without what moves nothing: addresses, full titles, the names of kinds."""
    nodes = tuple(replace(node, title="", href="") for node in graph.nodes)
    return replace(graph, nodes=nodes, groups=tuple(replace(group, href="") for group in graph.groups), kinds=())


def _is_of(layout: Layout, graph: Graph) -> bool:
    """Return whether a layout can be drawn and has parts of this graph only; a forged one may not."""
    keys, edges, slugs = {node.key for node in graph.nodes}, set(graph.edges), {*graph.colours, ""}
    return (
        keys.issuperset(box.key for box in layout.boxes)
        and edges.issuperset(route.edge for route in layout.routes)
        and slugs.issuperset(area.slug for area in layout.areas)
        and slugs.issuperset(caption.slug for caption in layout.captions)
        and all(map(_is_line, layout.routes))
    )


def _is_line(route: Route) -> bool:
    """Return whether a route has as many points as one of its kind."""
    return len(route.points) > 1 and (route.curve != "bezier" or len(route.points) % 3 == 1)


def _make_room(folder: Path) -> None:
    """Delete the longest unused files until there is room for one more."""
    try:
        files = sorted((entry.stat().st_mtime, entry.path) for entry in os.scandir(folder))
        for _, path in files[: max(len(files) - MOST_KEPT + 1, 0)]:
            Path(path).unlink(missing_ok=True)
    except OSError:  # no folder yet, or one that is not ours to change
        return
