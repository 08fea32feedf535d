"""Drawings laid out in an earlier build, or in another language of this one, kept on disk.

One file for each layout, named by a digest of everything it depends on: the nodes' names, years and groups, the
edges, the titles of groups. Addresses and full titles are not part of it: they move nothing. A file that no build
asked for goes when there are too many.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pygraphviz

from paperatlas.graph.layout import lay_out
from paperatlas.graph.model import Graph, Layout, Route
from paperatlas.storage.cache import Cache, key_of

MOST_KEPT = 1000
"""So many layouts are kept; the longest unused go first."""

_LAYOUTS = Cache(Layout, made_with=(pygraphviz.__version__,))


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
