from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from paperatlas.graph.layered.layout import (
    break_wide_ranks,
    lay_out_layered,
    make_year_bands,
    merge_bands,
    merge_small_bands,
)
from paperatlas.graph.layered.ranks import Band
from paperatlas.graph.layout import part_of
from paperatlas.graph.model import Box, Graph, GraphEdge, Layout
from tests.graph.graphs import GRAPHS, along, graph, lineage, node


def laid_out(what: Graph) -> Layout:
    layout = lay_out_layered(what)
    assert layout is not None
    return layout


def test_a_lineage_runs_from_old_to_new() -> None:
    layout = laid_out(lineage())
    left = {box.key: box.x for box in layout.boxes}
    assert all(left[route.edge.target] < left[route.edge.source] for route in layout.routes)


def test_an_axis_has_the_years_with_each_node_in_its_band() -> None:
    layout = laid_out(lineage())
    assert [year.label for year in layout.years] == ["2014", "2017", "2020", "2021"]
    bands = {year.label: (year.x, year.x + year.w) for year in layout.years}
    years = {node.key: str(node.year) for node in lineage().nodes}
    for box in layout.boxes:
        start, end = bands[years[box.key]]
        assert start <= box.x
        assert box.x + box.w <= end


def test_years_are_drawn_together_where_there_are_too_many() -> None:
    nodes = [node(f"n{year}", label=f"Method of {year}", year=year) for year in range(2001, 2015)]
    layout = laid_out(graph(nodes, [GraphEdge(f"n{year}", "n2001", "extends") for year in range(2002, 2015)]))
    assert 1 < len(layout.years) < 14
    assert layout.years[0].label.startswith("2001")
    assert layout.years[-1].label.endswith("2014")


def test_what_does_not_fit_across_the_page_goes_down_it() -> None:
    layout = laid_out(GRAPHS["a long lineage"])
    top = {box.key: box.y for box in layout.boxes}
    assert all(top[route.edge.target] < top[route.edge.source] for route in layout.routes)
    assert all(year.down for year in layout.years)
    bands = [(year.y, year.y + year.h) for year in layout.years]
    assert all(before[1] == pytest.approx(after[0], abs=0.2) for before, after in pairwise(bands))
    for box in layout.boxes:
        assert any(start <= box.y and box.y + box.h <= end for start, end in bands)


@pytest.mark.parametrize("name", ["a lineage", "a long lineage", "a star of 12"])
def test_no_edge_runs_under_a_box(name: str) -> None:
    whole = GRAPHS[name]
    layout = laid_out(part_of(whole, {key for edge in whole.edges for key in (edge.source, edge.target)}))
    for route in layout.routes:
        for box in layout.boxes:
            inside = (box.x + 3 < x < box.x + box.w - 3 and box.y + 3 < y < box.y + box.h - 3 for x, y in along(route))
            assert not any(inside), (route.edge, box.key)


def test_edges_of_one_kind_into_one_node_share_their_way() -> None:
    layout = laid_out(GRAPHS["a long lineage"])
    shared = [route.points for route in layout.routes if (route.edge.target, route.edge.kind) == ("n2", "compares")]
    assert len(shared) > 3
    assert len({points[:4] for points in shared}) < len(shared)


def test_there_is_no_axis_where_a_year_is_unknown() -> None:
    assert laid_out(GRAPHS["years unknown"]).years == ()


ABCD = graph(
    [node("a", year=2019), node("b", year=2020), node("c", year=2020), node("d", year=2021)],
    "b extends a, c extends b, d uses a",
)


def boxes(made: Graph, width: float = 100) -> dict[str, Box]:
    return {each.key: Box(each.key, width, 26, (), 0, 0, marked=False) for each in made.nodes}


@pytest.mark.parametrize(
    ("stated", "ranks"),
    [
        ("", [("a", "b", "c")]),
        ("b extends a", [("a", "c"), ("b",)]),
        ("b extends a, c extends b", [("a",), ("b",), ("c",)]),
        ("c extends a, c uses b", [("a", "b"), ("c",)]),
        ("a extends b, b extends c, c extends a", [("c",), ("b",), ("a",)]),  # cut where it closes
    ],
)
def test_a_node_is_ranked_after_what_it_builds_on(stated: str, ranks: list[tuple[str, ...]]) -> None:
    (band,) = make_year_bands(graph([node("a"), node("b"), node("c")], stated))
    assert list(band.ranks) == ranks


def test_every_year_is_a_band_and_all_are_one_where_a_year_is_unknown() -> None:
    assert make_year_bands(ABCD) == [
        Band(2019, 2019, (("a",),)),
        Band(2020, 2020, (("b",), ("c",))),
        Band(2021, 2021, (("d",),)),
    ]
    undated = replace(ABCD, nodes=(replace(ABCD.nodes[0], year=None), *ABCD.nodes[1:]))
    assert [band.keys for band in make_year_bands(undated)] == [["a", "b", "d", "c"]]


def test_two_bands_drawn_together_are_ranked_anew() -> None:
    bands = merge_bands(make_year_bands(ABCD), 0, ABCD)
    assert bands == [Band(2019, 2020, (("a",), ("b",), ("c",))), Band(2021, 2021, (("d",),))]


@pytest.mark.parametrize(("room", "years"), [(1000, [(2018, 2020)]), (250, [(2018, 2019), (2020, 2020)]), (150, 3)])
def test_neighbours_that_make_one_short_rank_are_merged(room: float, years: object) -> None:
    loose = graph([node("a", year=2018), node("b", year=2019), node("c", year=2020)])
    merged = merge_small_bands(make_year_bands(loose), loose, boxes(loose), room, gap=10)
    assert years in ([(band.first, band.last) for band in merged], len(merged))


def test_neighbours_with_a_relation_between_them_stay_apart() -> None:
    chain = graph([node("a", year=2018), node("b", year=2019)], "b extends a")
    assert len(merge_small_bands(make_year_bands(chain), chain, boxes(chain), 1000, gap=10)) == 2


def test_a_wide_rank_is_broken_with_what_is_most_built_upon_first() -> None:
    wide = graph([node(key) for key in "abcde"])
    built = graph([*wide.nodes, node("x", year=2021), node("y", year=2021)], "x uses d, y uses d, x uses b")
    (band, _) = break_wide_ranks(make_year_bands(built), built, boxes(built), room=220, gap=10)
    assert band.ranks == (("d", "b"), ("a",), ("c", "e"))
