from __future__ import annotations

from itertools import combinations

import pytest

from paperatlas.graph.grid.cells import ROW
from paperatlas.graph.grid.layout import GridFrame, draw_nets, lay_out_grid
from paperatlas.graph.model import MAP_WIDTH, Box, GraphEdge, GraphGroup, Route
from paperatlas.graph.text_width import measure_text
from tests.graph.graphs import GRAPHS, GROUPS, captions_crossed, crossed, make_graph, map_graph, node, overlaps, star
from tests.graph.grid.grids import CROWD, NINE, routed


@pytest.mark.parametrize("name", ["a star of 60", "a star of 60 in one group", "a chain of 45"])
def test_no_edge_runs_under_a_box_or_through_a_caption(name: str) -> None:
    layout = lay_out_grid(GRAPHS[name])
    assert crossed(layout) == []
    assert captions_crossed(layout) == []


def test_edges_of_one_kind_into_a_hub_share_their_arrow() -> None:
    layout = lay_out_grid(star(60))
    tips = {(route.edge.target, route.edge.kind, route.points[0]) for route in layout.routes}
    assert len(tips) == len({(route.edge.target, route.edge.kind) for route in layout.routes})


def test_each_group_is_on_its_own_titled_ground() -> None:
    layout = lay_out_grid(star(60))
    areas = {area.slug: area for area in layout.areas}
    assert set(areas) == {group.slug for group in GROUPS}
    assert [caption.slug for caption in layout.captions] == [area.slug for area in layout.areas]
    group = {each.key: each.group for each in star(60).nodes}
    for box in layout.boxes:
        area = areas[group[box.key]]
        assert area.x < box.x < box.x + box.w < area.x + area.w
        assert area.y < box.y < box.y + box.h < area.y + area.h
    for a, b in combinations(layout.areas, 2):
        assert a.x + a.w <= b.x or b.x + b.w <= a.x or a.y + a.h <= b.y or b.y + b.h <= a.y


def test_captions_are_off_the_boxes() -> None:
    layout = lay_out_grid(star(60))
    for caption in layout.captions:
        bottom = caption.y + 16 * (len(caption.lines) - 1)
        right = caption.x + max(map(measure_text, caption.lines))
        for box in layout.boxes:
            assert box.y > bottom or box.y + box.h < caption.y - 12 or box.x > right or box.x + box.w < caption.x


def test_what_leads_outside_is_drawn_faintly_in_one_net_for_each_target() -> None:
    leaving = [GraphEdge(f"n{number}", "far", "uses" if number % 2 else "extends") for number in range(0, 50, 9)]
    layout = lay_out_grid(
        make_graph(
            [*star(60).nodes, node("far", group="away")],
            [*star(60).edges, *leaving],
            [*GROUPS, GraphGroup("away", "Elsewhere", outside=True)],
        )
    )
    faint = [route for route in layout.routes if route.faint]
    assert {route.edge for route in faint} == set(leaving)
    assert len({route.points[0] for route in faint}) == 1


def test_the_first_group_is_top_left() -> None:
    layout = lay_out_grid(star(60))
    first = next(area for area in layout.areas if area.slug == "g0")
    assert first.x == min(area.x for area in layout.areas)
    assert first.y == min(area.y for area in layout.areas)


def test_years_are_shown_where_every_label_leaves_room_for_one() -> None:
    short = [node("a"), node("b")]
    assert all(box.dated for box in lay_out_grid(make_graph(short)).boxes)
    long = node("c", label="A label as wide as its box is")
    assert not any(box.dated for box in lay_out_grid(make_graph([*short, long])).boxes)


def drawn(stated: str) -> list[Route]:
    frame = GridFrame((0, 150, 300, 450), NINE.rows, routed(NINE, stated))
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
    frame = GridFrame((0, 150, 300, 450), NINE.rows, routed(NINE, "d uses a"))
    assert frame.row(2.5) - frame.row(0) == 2.5 * ROW


class TestMap:
    def test_draws_every_node_and_edge_apart(self) -> None:
        layout = lay_out_grid(map_graph())
        assert layout.engine == "map"
        assert layout.width == MAP_WIDTH
        assert len(layout.boxes) == 62
        assert len(layout.routes) == len(star(60).edges)
        assert not overlaps(layout.boxes)
        assert crossed(layout) == []
        assert captions_crossed(layout) == []

    def test_draws_faintly_what_leads_to_another_region(self) -> None:
        colours = map_graph().colours
        region = {each.key: colours.get(each.group) for each in map_graph().nodes}
        for route in lay_out_grid(map_graph()).routes:
            assert route.faint == (region[route.edge.source] != region[route.edge.target])

    def test_titles_each_region_and_its_groups(self) -> None:
        layout = lay_out_grid(map_graph())
        captions = [(caption.kind, caption.slug, " ".join(caption.lines)) for caption in layout.captions]
        assert ("region", "first", "First direction") in captions
        assert ("section", "g7", "Group 7") in captions
        assert not any("without papers" in text for _, _, text in captions)
