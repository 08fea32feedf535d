from __future__ import annotations

from paperatlas.graph.grid.cells import ROW
from paperatlas.graph.grid.draw import Frame, draw_nets
from paperatlas.graph.model import Box, Route
from tests.graph.grid.test_routing import CROWD, NINE, routed


def drawn(stated: str) -> list[Route]:
    frame = Frame((0, 150, 300, 450), NINE.rows, routed(NINE, stated))
    boxes = {
        cell.key: Box(cell.key, 100, 26, (cell.key,), 0, 0, False, frame.column(cell.column), frame.row(cell.row) + 5)
        for cell in NINE.cells
    }
    return list(draw_nets(frame, boxes))


def test_routes_run_along_rows_and_columns_from_the_target_to_the_source() -> None:
    for route in drawn(CROWD):
        pairs = list(zip(route.points, route.points[1:], strict=False))
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairs)
        assert all(a != b for a, b in pairs)


def test_no_corner_lies_inside_a_straight_stretch() -> None:
    assert [len(route.points) for route in drawn("b uses a")] == [2]
    for route in drawn(CROWD):
        for a, b, c in zip(route.points, route.points[1:], route.points[2:], strict=False):
            assert not a[0] == b[0] == c[0]
            assert not a[1] == b[1] == c[1]


def test_edges_of_one_net_share_their_tip_and_others_stand_apart() -> None:
    tips = {(route.edge.source, route.edge.kind): route.points[0] for route in drawn("d uses a, g uses a, g extends a")}
    assert tips["d", "uses"] == tips["g", "uses"]
    assert abs(tips["g", "uses"][1] - tips["g", "extends"][1]) >= 9 or tips["g", "uses"][0] != tips["g", "extends"][0]


def test_a_row_is_half_a_box_high() -> None:
    frame = Frame((0, 150, 300, 450), NINE.rows, routed(NINE, "d uses a"))
    assert frame.row(2.5) - frame.row(0) == 2.5 * ROW
