from __future__ import annotations

from dataclasses import replace

import pytest

from paperatlas.graph.layered.bands import Band, break_wide_ranks, make_year_bands, merge_bands, merge_small_bands
from paperatlas.graph.model import Box, Graph
from tests.graph.graphs import graph, node

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


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [(2020, 2020, "2020"), (2019, 2021, "2019–21"), (1998, 2003, "1998–2003"), (2001, 2009, "2001–09")],
)
def test_a_band_is_labelled_with_its_years(first: int, last: int, label: str) -> None:
    assert Band(first, last, ()).label == label


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
