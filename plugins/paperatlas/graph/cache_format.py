"""How a layout is written as JSON, and how it is read back with every part checked.

A cache may be shared, and so it may be forged. Whatever it holds, reading it ends in a layout of the right types
whose links are the site's own, or in one of `BROKEN`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Any, get_args

from paperatlas.graph.model import (
    Area,
    Box,
    Caption,
    CaptionKind,
    GraphEdge,
    GraphGroup,
    GraphNode,
    Layout,
    Point,
    Route,
    RouteKind,
    Year,
)

BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError)
"""What reading back can end in."""


def encode(layout: Layout) -> dict[str, object]:
    """A layout as JSON has it. Nodes are there by their keys, captions without their links."""
    return {
        "engine": layout.engine,
        "size": [layout.width, layout.height],
        "boxes": [
            [
                box.node.key,
                [box.x, box.y, box.w, box.h],
                box.lines,
                [box.level, box.links, box.colour],
                [box.dated, box.marked, box.outside],
                box.places,
            ]
            for box in layout.boxes
        ],
        "routes": [[*astuple(route.edge), route.kind, route.points, route.faint] for route in layout.routes],
        "areas": [[area.slug, [area.x, area.y, area.w, area.h], area.colour, area.outside] for area in layout.areas],
        "captions": [
            [caption.kind, caption.slug, caption.lines, [caption.x, caption.y], caption.colour, caption.marked]
            for caption in layout.captions
        ],
        "years": [[year.label, [year.x, year.y, year.w, year.h], year.down] for year in layout.years],
        "groups": [[group.slug, group.title, group.outside] for group in layout.groups],
    }


def decode(data: Mapping[str, Any], nodes: Sequence[GraphNode], hrefs: Mapping[str, str]) -> Layout:
    """The layout, of these nodes; `hrefs` are the links of captions by slug."""
    node = {each.key: each for each in nodes}
    width, height = _numbers(data["size"], 2)
    return Layout(
        _text(data["engine"]),
        width,
        height,
        tuple(_box(box, node) for box in data["boxes"]),
        tuple(_route(route, node) for route in data["routes"]),
        tuple(_area(area) for area in data["areas"]),
        tuple(_caption(caption, hrefs) for caption in data["captions"]),
        tuple(_year(year) for year in data["years"]),
        tuple(GraphGroup(_text(slug), _text(title), _flag(outside)) for slug, title, outside in data["groups"]),
    )


def _box(box: Sequence[Any], node: Mapping[str, GraphNode]) -> Box:
    key, place, lines, counts, flags, places = box
    level, links, colour = map(_whole, counts)
    dated, marked, outside = map(_flag, flags)
    x, y, w, h = _numbers(place, 4)
    return Box(node[key], x, y, w, h, _texts(lines), level, links, colour, dated, marked, _texts(places), outside)


def _route(route: Sequence[Any], node: Mapping[str, GraphNode]) -> Route:
    source, target, type_, kind, points, faint = route
    edge = GraphEdge(node[source].key, node[target].key, _text(type_))
    ends: tuple[Point, ...] = tuple((x, y) for x, y in (_numbers(point, 2) for point in points))
    if kind not in get_args(RouteKind) or len(ends) < 2 or (kind == "bezier" and len(ends) % 3 != 1):
        raise ValueError
    return Route(edge, kind, ends, _flag(faint))


def _area(area: Sequence[Any]) -> Area:
    slug, place, colour, outside = area
    x, y, w, h = _numbers(place, 4)
    return Area(_text(slug), x, y, w, h, _whole(colour), _flag(outside))


def _year(year: Sequence[Any]) -> Year:
    label, place, down = year
    x, y, w, h = _numbers(place, 4)
    return Year(_text(label), x, y, w, h, _flag(down))


def _caption(caption: Sequence[Any], hrefs: Mapping[str, str]) -> Caption:
    kind, slug, lines, place, colour, marked = caption
    if kind not in get_args(CaptionKind):
        raise ValueError
    x, y = _numbers(place, 2)
    href = hrefs.get(_text(slug), "") if kind == "region" else ""
    return Caption(kind, slug, _texts(lines), x, y, _whole(colour), href, _flag(marked))


def _numbers(values: Sequence[Any], count: int) -> tuple[float, ...]:
    """So many finite numbers."""
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
