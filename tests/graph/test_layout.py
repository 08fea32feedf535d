from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, pairwise

import pytest

from paperatlas.graph.layout import (
    MAP_WIDTH,
    WIDTH,
    Engine,
    GraphEdge,
    GraphGroup,
    GraphRegion,
    Layout,
    lay_out,
    lay_out_map,
)
from paperatlas.graph.text_width import text_width
from tests.graph.graphs import (
    GRAPHS,
    GROUPS,
    Graph,
    along,
    captions_crossed,
    crossed,
    edges,
    lineage,
    node,
    on_border,
    overlaps,
    star,
)

ENGINES: tuple[Engine, ...] = ("auto", "layered", "force", "grid")

every_graph = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
every_engine = pytest.mark.parametrize("engine", ENGINES)


@every_engine
@every_graph
class TestEveryGraph:
    def test_draws_every_node_once(self, graph: Graph, engine: Engine) -> None:
        layout = lay_out(*graph, GROUPS, engine=engine)
        assert sorted(box.node.key for box in layout.boxes) == sorted(node.key for node in graph[0])

    def test_keeps_boxes_apart(self, graph: Graph, engine: Engine) -> None:
        assert not overlaps(lay_out(*graph, GROUPS, engine=engine).boxes)

    def test_stays_on_the_canvas(self, graph: Graph, engine: Engine) -> None:
        layout = lay_out(*graph, GROUPS, engine=engine)
        assert layout.width == WIDTH
        for box in layout.boxes:
            assert 0 <= box.x <= box.x + box.w <= layout.width
            assert 0 <= box.y <= box.y + box.h <= layout.height
        for route in layout.routes:
            for x, y in route.points[:1] + route.points[-1:] if route.kind == "bezier" else route.points:
                assert 0 <= x <= layout.width
                assert 0 <= y <= layout.height

    def test_cuts_no_label(self, graph: Graph, engine: Engine) -> None:
        for box in lay_out(*graph, GROUPS, engine=engine).boxes:
            assert "".join(box.lines).replace(" ", "") == box.node.label.replace(" ", "")
            assert max(text_width(line, bold=box.level > 0) for line in box.lines) < box.w
            assert 16 * len(box.lines) < box.h

    def test_ends_every_edge_at_its_nodes(self, graph: Graph, engine: Engine) -> None:
        layout = lay_out(*graph, GROUPS, engine=engine)
        boxes = {box.node.key: box for box in layout.boxes}
        assert {route.edge for route in layout.routes} == {edge for edge in graph[1] if edge.source != edge.target}
        for route in layout.routes:
            assert on_border(route.points[0], boxes[route.edge.target])
            assert on_border(route.points[-1], boxes[route.edge.source])
            assert route.kind == "polyline" or len(route.points) % 3 == 1

    def test_is_the_same_every_time(self, graph: Graph, engine: Engine) -> None:
        first = lay_out(*graph, GROUPS, engine=engine)
        assert first == lay_out(*graph, GROUPS, engine=engine)
        numbers = [first.width, first.height]
        numbers += [number for box in first.boxes for number in (box.x, box.y, box.w, box.h)]
        numbers += [number for route in first.routes for point in route.points for number in point]
        assert numbers == [round(number, 1) for number in numbers]


@pytest.mark.parametrize(
    ("name", "engine"),
    [
        ("nothing", "grid"),
        ("no relation", "grid"),
        ("a lineage", "layered"),
        ("a long lineage", "layered"),
        ("a lineage and loners", "layered"),
        ("years unknown", "layered"),
        ("each extends the other", "layered"),
        ("a cycle through the years", "force"),
        ("a web", "force"),
        ("a star of 12", "layered"),
        ("a star of 60", "grid"),
        ("a chain of 45", "grid"),
    ],
)
def test_each_graph_gets_the_layout_that_suits_it(name: str, engine: str) -> None:
    assert lay_out(*GRAPHS[name], GROUPS).engine == engine


def test_what_is_no_edge_of_the_graph_is_left_out() -> None:
    stated = edges("b extends a, b extends a, a extends a, a extends nobody, nobody uses b")
    assert [route.edge for route in lay_out([node("a"), node("b")], stated, GROUPS).routes] == stated[:1]


@pytest.mark.parametrize("name", ["a star of 60", "a star of 60 in one group", "a chain of 45"])
def test_no_edge_of_a_grid_runs_under_a_box_or_through_a_caption(name: str) -> None:
    layout = lay_out(*GRAPHS[name], GROUPS, engine="grid")
    assert crossed(layout) == []
    assert captions_crossed(layout) == []


def test_edges_of_one_type_into_a_hub_share_their_arrow() -> None:
    layout = lay_out(*star(60), GROUPS)
    tips = {(route.edge.target, route.edge.type, route.points[0]) for route in layout.routes}
    assert len(tips) == len({(route.edge.target, route.edge.type) for route in layout.routes})


def test_a_hub_stands_out() -> None:
    levels = {box.node.key: box.level for box in lay_out(*star(60), GROUPS).boxes}
    assert levels["hub0"] == levels["hub1"] == 2
    assert levels["n1"] == 0


class TestLineage:
    def test_runs_from_old_to_new(self) -> None:
        layout = lay_out(*lineage(), GROUPS)
        left = {box.node.key: box.x for box in layout.boxes}
        assert all(left[route.edge.target] < left[route.edge.source] for route in layout.routes)

    def test_has_an_axis_of_years_with_each_node_in_its_band(self) -> None:
        layout = lay_out(*lineage(), GROUPS)
        assert [year.label for year in layout.years] == ["2014", "2017", "2020", "2021"]
        bands = {year.label: (year.x, year.x + year.w) for year in layout.years}
        for box in layout.boxes:
            start, end = bands[str(box.node.year)]
            assert start <= box.x
            assert box.x + box.w <= end

    def test_draws_years_together_where_there_are_too_many(self) -> None:
        nodes = [node(f"n{year}", label=f"Method of {year}", year=year) for year in range(2001, 2021)]
        stated = [GraphEdge(f"n{year}", "n2001", "extends") for year in range(2002, 2015)]
        layout = lay_out([one for one in nodes if one.year and one.year < 2015], stated, GROUPS)
        assert layout.engine == "layered"
        assert 1 < len(layout.years) < 14
        assert layout.years[0].label.startswith("2001")
        assert layout.years[-1].label.endswith("2014")

    def test_goes_down_the_page_where_it_does_not_fit_across(self) -> None:
        layout = lay_out(*GRAPHS["a long lineage"], GROUPS)
        top = {box.node.key: box.y for box in layout.boxes}
        assert all(top[route.edge.target] < top[route.edge.source] for route in layout.routes)
        assert all(year.down for year in layout.years)
        bands = [(year.y, year.y + year.h) for year in layout.years]
        assert all(before[1] == pytest.approx(after[0], abs=0.2) for before, after in pairwise(bands))
        for box in layout.boxes:
            assert any(start <= box.y and box.y + box.h <= end for start, end in bands)

    @pytest.mark.parametrize("name", ["a lineage", "a long lineage", "a star of 12"])
    def test_runs_no_edge_under_a_box(self, name: str) -> None:
        layout = lay_out(*GRAPHS[name], GROUPS)
        for route in layout.routes:
            for box in layout.boxes:
                inside = (
                    box.x + 3 < x < box.x + box.w - 3 and box.y + 3 < y < box.y + box.h - 3 for x, y in along(route)
                )
                assert not any(inside), (route.edge, box.node.key)

    def test_lets_edges_of_one_type_into_one_node_share_their_way(self) -> None:
        layout = lay_out(*GRAPHS["a long lineage"], GROUPS)
        shared = [route.points for route in layout.routes if (route.edge.target, route.edge.type) == ("n2", "compares")]
        assert len(shared) > 3
        assert len({points[:4] for points in shared}) < len(shared)

    def test_has_no_axis_where_a_year_is_unknown(self) -> None:
        assert lay_out(*GRAPHS["years unknown"], GROUPS).years == ()

    def test_packs_what_has_no_relation_beneath_itself(self) -> None:
        layout = lay_out(*GRAPHS["a lineage and loners"], GROUPS)
        heading = next(caption for caption in layout.captions if caption.kind == "isolated")
        for box in layout.boxes:
            assert (box.y > heading.y) == box.node.key.startswith("x")
        assert [caption.lines for caption in layout.captions if caption.kind == "group"] == [("Group 0",), ("Group 1",)]


class TestGrid:
    def test_puts_each_group_on_its_own_titled_ground(self) -> None:
        layout = lay_out(*star(60), GROUPS)
        areas = {area.slug: area for area in layout.areas}
        assert set(areas) == {group.slug for group in GROUPS}
        assert [caption.slug for caption in layout.captions] == [area.slug for area in layout.areas]
        for box in layout.boxes:
            area = areas[box.node.group]
            assert area.x < box.x < box.x + box.w < area.x + area.w
            assert area.y < box.y < box.y + box.h < area.y + area.h
        for a, b in combinations(layout.areas, 2):
            assert a.x + a.w <= b.x or b.x + b.w <= a.x or a.y + a.h <= b.y or b.y + b.h <= a.y

    def test_has_one_ground_for_the_nodes_of_no_group_where_that_has_a_title(self) -> None:
        nodes = [node("a"), node("b", group=""), node("c", group="unheard-of")]
        layout = lay_out(nodes, [], [*GROUPS, GraphGroup("", "Other papers")])
        assert [area.slug for area in layout.areas] == ["g0", ""]
        assert [caption.lines for caption in layout.captions] == [("Group 0",), ("Other papers",)]

    def test_keeps_captions_off_the_boxes(self) -> None:
        layout = lay_out(*star(60), GROUPS)
        for caption in layout.captions:
            bottom = caption.y + 16 * (len(caption.lines) - 1)
            right = caption.x + max(map(text_width, caption.lines))
            for box in layout.boxes:
                assert box.y > bottom or box.y + box.h < caption.y - 12 or box.x > right or box.x + box.w < caption.x

    def test_draws_what_leads_outside_faintly_in_one_net_for_each_target(self) -> None:
        nodes, stated = star(60)
        groups = [*GROUPS, GraphGroup("away", "Elsewhere", outside=True)]
        nodes = [*nodes, node("far", group="away")]
        leaving = [GraphEdge(f"n{number}", "far", "uses" if number % 2 else "extends") for number in range(0, 50, 9)]
        layout = lay_out(nodes, stated + leaving, groups)
        faint = [route for route in layout.routes if route.faint]
        assert {route.edge for route in faint} == set(leaving)
        assert len({route.points[0] for route in faint}) == 1
        assert [box.node.key for box in layout.boxes if box.outside] == ["far"]
        assert [area.slug for area in layout.areas if area.outside] == ["away"]

    def test_begins_with_the_first_group(self) -> None:
        layout = lay_out(*star(60), GROUPS)
        first = next(area for area in layout.areas if area.slug == "g0")
        assert first.x == min(area.x for area in layout.areas)
        assert first.y == min(area.y for area in layout.areas)

    def test_orders_a_group_by_year(self) -> None:
        years = [2021, None, 2014, 2019]
        layout = lay_out([node(f"n{index}", year=year) for index, year in enumerate(years)], [], GROUPS, width=150)
        down = sorted(layout.boxes, key=lambda box: box.y)
        assert [box.node.year for box in down] == [2014, 2019, 2021, None]


class TestMap:
    NODES, EDGES = star(60)
    REGIONS = [  # noqa: RUF012
        GraphRegion("first", "First direction", "../directions/first/", tuple(GROUPS[:5])),
        GraphRegion("empty", "A direction without papers", "../directions/empty/"),
        GraphRegion("second", "Second direction", "../directions/second/", tuple(GROUPS[5:])),
        GraphRegion("third", "Third direction, without groups", "../directions/third/"),
    ]
    MORE = [node("plain", group="third"), node("stray", group="nowhere")]  # noqa: RUF012

    def layout(self) -> Layout:
        return lay_out_map([*self.NODES, *self.MORE], self.EDGES, self.REGIONS)

    def test_draws_every_node_and_edge_apart(self) -> None:
        layout = self.layout()
        assert layout.engine == "map"
        assert layout.width == MAP_WIDTH
        assert len(layout.boxes) == 62
        assert len(layout.routes) == len(self.EDGES)
        assert not overlaps(layout.boxes)
        assert crossed(layout) == []
        assert captions_crossed(layout) == []

    def test_draws_faintly_what_leads_to_another_region(self) -> None:
        layout = self.layout()
        region = {box.node.key: box.places[:1] for box in layout.boxes}
        for route in layout.routes:
            assert route.faint == (region[route.edge.source] != region[route.edge.target])

    def test_titles_each_region_and_its_groups(self) -> None:
        captions = [(caption.kind, " ".join(caption.lines), caption.href) for caption in self.layout().captions]
        assert ("region", "First direction", "../directions/first/") in captions
        assert ("section", "Group 7", "") in captions
        assert not any("without papers" in text for _, text, _ in captions)

    def test_tells_each_node_where_it_is(self) -> None:
        places = {box.node.key: box.places for box in self.layout().boxes}
        assert places["hub0"] == ("First direction", "Group 0")
        assert places["plain"] == ("Third direction, without groups",)
        assert places["stray"] == ()


def test_nothing_depends_on_the_order_of_sets() -> None:
    program = (
        "from tests.graph.test_layout import GRAPHS, GROUPS, TestMap, lay_out\n"
        "print([lay_out(*graph, GROUPS) for graph in GRAPHS.values()], TestMap().layout())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1
