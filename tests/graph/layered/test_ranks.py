from __future__ import annotations

import pytest

from paperatlas.graph.boxes import size_boxes
from paperatlas.graph.layered.bands import make_year_bands
from paperatlas.graph.layered.ranks import Ranking, draw_ranking, measure_sharpest_bend
from paperatlas.graph.model import GraphEdge, Point, Route
from tests.graph.graphs import graph, node

STRAIGHT = ((0, 0), (10, 0), (20, 0), (30, 0))


@pytest.mark.parametrize(
    ("points", "degrees"),
    [
        (STRAIGHT, 0),
        ((*STRAIGHT, (30, 10), (30, 20), (30, 30)), 90),
        ((*STRAIGHT, (20, 0), (10, 0), (0, 0)), 180),
    ],
)
def test_bends_are_measured_in_degrees(points: tuple[Point, ...], degrees: float) -> None:
    routes = [Route(GraphEdge("a", "b", "uses"), "bezier", points)]
    assert measure_sharpest_bend(routes) == pytest.approx(degrees, abs=1)


@pytest.mark.parametrize("down", [False, True])
def test_edges_that_meet_at_a_box_have_their_own_places_on_its_side(down: bool) -> None:
    made = graph(
        [node("a"), node("b", year=2021), node("c", year=2021), node("d", year=2021)],
        "b uses a, c uses a, d extends a",
    )
    ranking = Ranking(make_year_bands(made), size_boxes(made, 116, mark=True), down, True, 50, 10, 4)
    layout = draw_ranking(made, ranking)
    assert layout is not None
    tips = {route.edge.source: route.points[0] for route in layout.routes}
    assert tips["b"] == tips["c"] != tips["d"]
    along = 0 if down else 1
    assert abs(tips["b"][along] - tips["d"][along]) >= 9


def test_a_ranking_wider_than_the_graph_is_none() -> None:
    made = graph([node("a"), node("b", year=2021)], "b uses a")
    ranking = Ranking(make_year_bands(made), size_boxes(made, 116, mark=True), False, True, 900, 10, 4)
    assert draw_ranking(made, ranking) is None
