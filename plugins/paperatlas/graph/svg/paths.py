"""Corners and curves as SVG path data, starting where the arrow's head ends."""

from __future__ import annotations

import math
from collections.abc import Sequence

from paperatlas.graph.model import Point, Route

HEAD = 8.0
"""The length of an arrow's head; the line starts behind it."""
_RADIUS = 7.0
"""Of a rounded corner: behind a head, it still fits between a track and a box."""


def format_path(route: Route) -> str:
    """Return the `d` of a route's path, from the foot of its arrow's head to its source."""
    points = _shorten(route.points)
    if route.curve == "bezier":
        return _write_curves(points)
    return _round_corners(points)


def _shorten(points: Sequence[Point]) -> list[Point]:
    """Return the points, the first moved along the way by the length of a head."""
    (x0, y0), rest = points[0], points[1:]
    for x1, y1 in rest:
        length = math.hypot(x1 - x0, y1 - y0)
        if length > 0:
            step = min(HEAD, 0.8 * length) / length
            return [(x0 + (x1 - x0) * step, y0 + (y1 - y0) * step), *rest]
    return list(points)


def _write_curves(points: Sequence[Point]) -> str:
    curves = " ".join(
        f"C{_pair(a)} {_pair(b)} {_pair(c)}" for a, b, c in zip(points[1::3], points[2::3], points[3::3], strict=True)
    )
    return f"M{_pair(points[0])} {curves}"


def _round_corners(points: Sequence[Point]) -> str:
    parts = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        parts.append(
            f"L{_pair(_towards(corner, before, radius))}Q{_pair(corner)} {_pair(_towards(corner, after, radius))}"
        )
    parts.append(f"L{_pair(points[-1])}")
    return "".join(parts)


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = math.dist(start, end)
    if whole == 0:
        return start
    return start[0] + (end[0] - start[0]) * length / whole, start[1] + (end[1] - start[1]) * length / whole


def _pair(point: Point) -> str:
    return f"{format_number(point[0])},{format_number(point[1])}"


def format_number(value: float) -> str:
    """Return a coordinate to one decimal, without a superfluous `.0`."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
