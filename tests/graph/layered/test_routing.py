from __future__ import annotations

import pytest

from paperatlas.graph.boxes import size_boxes
from paperatlas.graph.layered.layout import make_year_bands
from paperatlas.graph.layered.ranks import Ranking, draw_ranking
from paperatlas.graph.layered.routing import bundle_edges, measure_sharpest_bend
from paperatlas.graph.model import GraphEdge, Point, Route
from tests.graph.graphs import edges, graph, node

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
    ranking = Ranking(make_year_bands(made), size_boxes(made, 116, mark=True, sided=False), down, True, 50, 10, 4)
    layout = draw_ranking(made, ranking)
    assert layout is not None
    tips = {route.edge.source: route.points[0] for route in layout.routes}
    assert tips["b"] == tips["c"] != tips["d"]
    along = 0 if down else 1
    assert abs(tips["b"][along] - tips["d"][along]) >= 9


NUMBERS = {"a": 0, "b": 1, "c": 2, "d": 3}
RANKS = {"a": 0, "b": 1, "c": 2, "d": 3}
A, B, C, D, JOINT = 0, 1, 2, 3, 4


@pytest.mark.parametrize(
    ("stated", "joints", "segments", "paths"),
    [
        ("b uses a", (), [(A, B)], [(0,)]),
        ("d uses a", (), [(A, D)], [(0,)]),
        ("b uses a, c uses a", (), [(A, B), (A, C)], [(0,), (1,)]),
        # The bundle runs on to one rank before c, where c leaves it.
        ("c uses a, d uses a", (1,), [(A, JOINT), (JOINT, C), (JOINT, D)], [(0, 1), (0, 2)]),
        ("c uses a, d extends a", (), [(A, C), (A, D)], [(0,), (1,)]),
        ("a uses b", (), [(A, B)], [(0,)]),
    ],
)
def test_edges_of_one_kind_into_one_node_share_segments(
    stated: str, joints: tuple[int, ...], segments: list[tuple[int, int]], paths: list[tuple[int, ...]]
) -> None:
    found = bundle_edges(edges(stated), NUMBERS, RANKS)
    assert (found.joints, list(found.segments), list(found.paths)) == (joints, segments, paths)


def test_an_edge_against_the_ranks_is_in_no_bundle() -> None:
    found = bundle_edges(edges("b uses a, a uses c, d uses a"), NUMBERS, RANKS)
    assert (found.segments, found.paths) == (((A, C), (A, B), (A, D)), ((1,), (0,), (2,)))


def test_a_bundle_has_a_joint_before_each_of_its_sources_but_the_last() -> None:
    names = ["target", "second", "third", "fourth"]
    uses = [GraphEdge(source, "target", "uses") for source in names[1:]]
    numbers = {name: number for number, name in enumerate(names)}
    bundles = bundle_edges(uses, numbers, {"target": 0, "second": 2, "third": 3, "fourth": 4})
    assert bundles.joints == (1, 2)
    assert bundles.segments == ((0, 4), (4, 1), (4, 5), (5, 2), (5, 3))
