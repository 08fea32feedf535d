from __future__ import annotations

from itertools import combinations

from paperatlas.graph.grid.cells import ROW, Cell, Grid
from paperatlas.graph.grid.nets import Net, route_nets
from paperatlas.graph.grid.tracks import Frame, Tracks, assign_tracks, draw_nets
from paperatlas.graph.model import Box, Route
from tests.graph.graphs import edges

ROWS = [("a", "b", "c"), ("d", "e", "f"), ("g", "h", "i")]
GRID = Grid(3, 6, tuple(Cell(key, x, 2 * y, 2) for y, row in enumerate(ROWS) for x, key in enumerate(row)), ())
CELLS = {cell.key: cell for cell in GRID.cells}


def assigned(stated: str) -> tuple[list[Net], Tracks]:
    nets = route_nets(GRID, edges(stated))
    return nets, assign_tracks(nets, GRID, CELLS)


def drawn(stated: str) -> list[Route]:
    nets, tracks = assigned(stated)
    frame = Frame((0, 150, 300, 450), tracks.outer_height(top=True), GRID.rows, tracks)
    boxes = {
        key: Box(key, 100, 26, (key,), 0, 0, False, frame.column(cell.column), frame.row(cell.row) + 5)
        for key, cell in CELLS.items()
    }
    return draw_nets(nets, frame, CELLS, boxes)


CROWD = "d uses a, e uses a, g extends a, h extends b, f uses c, i compares a, c uses g, d extends g"


def test_nets_in_one_gutter_have_tracks_of_their_own_where_they_overlap() -> None:
    nets, tracks = assigned(CROWD)
    for (a, b), gutter in ((pair, gutter) for pair in combinations(range(len(nets)), 2) for gutter in range(4)):
        if (a, gutter) in tracks.tracks and tracks.tracks.get((b, gutter)) == tracks.tracks[a, gutter]:
            (low, high), (other_low, other_high) = nets[a].rows(CELLS)[gutter], nets[b].rows(CELLS)[gutter]
            assert high < other_low or other_high < low


def test_a_gutter_is_as_wide_as_its_tracks_need() -> None:
    few, many = assigned("d uses a")[1], assigned(CROWD)[1]
    assert sum(map(few.gutter_width, range(4))) < sum(map(many.gutter_width, range(4)))


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
    tracks = assigned("d uses a")[1]
    assert Frame((0, 150, 300, 450), 7, GRID.rows, tracks).row(2.5) == 7 + 2.5 * ROW
