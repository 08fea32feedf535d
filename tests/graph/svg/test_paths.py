from __future__ import annotations

import math

import pytest

from paperatlas.graph.model import GraphEdge, Point, Route
from paperatlas.graph.svg.paths import HEAD, format_number, format_path

EDGE = GraphEdge("ddim", "ddpm", "extends")


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (10.96, "11"), (760.0, "760")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert format_number(value) == text


@pytest.mark.parametrize(
    ("points", "path"),
    [
        (((0, 0), (30, 0)), "M8,0L30,0"),
        (((0, 0), (30, 0), (30, 40)), "M8,0L23,0Q30,0 30,7L30,40"),
        (((0, 0), (12, 0), (12, 4), (40, 4)), "M8,0L10,0Q12,0 12,2L12,2Q12,4 14,4L40,4"),
        (((0, 0), (5, 0)), "M4,0L5,0"),
    ],
)
def test_corners_are_rounded_behind_the_head(points: tuple[Point, ...], path: str) -> None:
    assert format_path(Route(EDGE, "polyline", points)) == path


def test_a_curve_starts_behind_the_head() -> None:
    path = format_path(Route(EDGE, "bezier", ((0, 0), (30, 40), (60, 40), (90, 0))))
    assert path == "M4.8,6.4 C30,40 60,40 90,0"
    assert math.hypot(4.8, 6.4) == HEAD
