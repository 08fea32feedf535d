"""How a layout is written as JSON, and how it is read back with every part checked.

A cache may be shared, and so it may be forged. Whatever it holds, reading it ends in a layout of the right types
whose links are the site's own, or in one of `BROKEN`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple
from typing import Any, TypeVar, get_args

from paperatlas.graph.model import (
    Area,
    Box,
    Caption,
    CaptionKind,
    Curve,
    Engine,
    Graph,
    GraphEdge,
    Layout,
    Point,
    Route,
    Year,
)

Known = TypeVar("Known")

BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError)
"""What reading back can end in."""


def encode(layout: Layout) -> dict[str, object]:
    """Return a layout as JSON has it."""
    return {
        "engine": layout.engine,
        "size": [layout.width, layout.height],
        "boxes": [astuple(box) for box in layout.boxes],
        "routes": [[*astuple(route.edge), route.curve, route.points, route.faint] for route in layout.routes],
        "areas": [astuple(area) for area in layout.areas],
        "captions": [astuple(caption) for caption in layout.captions],
        "years": [astuple(year) for year in layout.years],
    }


def decode(data: Mapping[str, Any], graph: Graph) -> Layout:
    """Return the layout, which is one of the nodes, edges and groups of this graph."""
    keys = {node.key for node in graph.nodes}
    edges = set(graph.edges)
    slugs = {*graph.colours, ""}
    if data["engine"] not in get_args(Engine):
        raise ValueError
    width, height = _numbers(data["size"], 2)
    return Layout(
        data["engine"],
        width,
        height,
        tuple(_box(box, keys) for box in data["boxes"]),
        tuple(_route(route, edges) for route in data["routes"]),
        tuple(Area(_one_of(slugs, slug), *_numbers(place, 4)) for slug, *place in data["areas"]),
        tuple(_caption(caption, slugs) for caption in data["captions"]),
        tuple(_year(year) for year in data["years"]),
    )


def _box(box: Sequence[Any], keys: Collection[str]) -> Box:
    key, w, h, lines, level, links, marked, x, y, dated = box
    w, h, x, y = _numbers((w, h, x, y), 4)
    return Box(_one_of(keys, key), w, h, _texts(lines), _whole(level), _whole(links), _flag(marked), x, y, _flag(dated))


def _route(route: Sequence[Any], edges: Collection[GraphEdge]) -> Route:
    source, target, kind, curve, points, faint = route
    ends: tuple[Point, ...] = tuple((x, y) for x, y in (_numbers(point, 2) for point in points))
    if curve not in get_args(Curve) or len(ends) < 2 or (curve == "bezier" and len(ends) % 3 != 1):
        raise ValueError
    return Route(_one_of(edges, GraphEdge(source, target, kind)), curve, ends, _flag(faint))


def _year(year: Sequence[Any]) -> Year:
    label, *place, down = year
    x, y, w, h = _numbers(place, 4)
    return Year(_text(label), x, y, w, h, _flag(down))


def _caption(caption: Sequence[Any], slugs: Collection[str]) -> Caption:
    kind, slug, lines, *place = caption
    if kind not in get_args(CaptionKind):
        raise ValueError
    return Caption(kind, _one_of(slugs, slug), _texts(lines), *_numbers(place, 2))


def _one_of(known: Collection[Known], value: Known) -> Known:
    if value not in known:
        raise ValueError
    return value


def _numbers(values: Sequence[Any], count: int) -> tuple[float, ...]:
    """Return so many finite numbers."""
    if len(values) != count or not all(type(value) in (int, float) and math.isfinite(value) for value in values):
        raise TypeError
    return tuple(float(value) for value in values)


def _texts(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(map(_text, values))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value
