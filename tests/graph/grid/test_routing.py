from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from paperatlas.graph.grid.cells import Cell, Grid
from paperatlas.graph.grid.routing import FAINT_KIND, find_faint_edges
from paperatlas.graph.model import GraphGroup
from tests.graph.graphs import edges, make_graph, node
from tests.graph.grid.grids import CROWD, NINE, grid, routed

MAP = [
    GraphGroup("r", "Region", groups=(GraphGroup("r/a", "A"), GraphGroup("r/b", "B"))),
    GraphGroup("s", "Another"),
]


@pytest.mark.parametrize(
    ("drawn", "stated", "gutter", "gutters", "channel"),
    [
        ("a / b", "b uses a", 0, (0,), None),  # one column: along its own gutter
        ("a b", "b uses a", 1, (1,), None),  # neighbours: the gutter between them
        ("a b / c d", "d uses a", 1, (1,), None),
        ("a b c / d e f", "f uses a", 1, (2,), 2),  # over the middle column through the channel between the rows
        ("a b c", "c uses a", 1, (2,), 0),  # one row: around it
    ],
)
def test_a_net_takes_the_shortest_way(
    drawn: str, stated: str, gutter: int, gutters: tuple[int, ...], channel: int | None
) -> None:
    (net,) = routed(grid(drawn), stated).nets
    assert (net.gutter, net.gutters, net.channel) == (gutter, gutters, channel)


def test_a_channel_never_leads_through_a_box() -> None:
    tall = Grid(3, 4, (Cell("a", 0, 0, 2), Cell("b", 1, 0, 4), Cell("c", 2, 2, 2)), ())
    (net,) = routed(tall, "c uses a").nets
    assert net.channel in {0, 4}


def test_edges_of_one_kind_into_one_node_are_a_net_and_faint_ones_of_any_kind() -> None:
    stated = "b uses a, c uses a, d extends a, e uses a, f extends a"
    nets = routed(grid("a b c / d e f"), stated, outside="ef").nets
    assert [(net.kind, [edge.source for edge in net.edges]) for net in nets] == [
        ("uses", ["b", "c"]),
        ("extends", ["d"]),
        (FAINT_KIND, ["e", "f"]),
    ]


def test_a_channel_holds_three_nets() -> None:
    nets = routed(NINE, ",".join(f"{source} k{number} a" for number, source in enumerate("cfi" * 9))).nets
    inner = Counter(net.channel for net in nets if net.channel not in {0, 6})
    assert max(inner.values()) == 3


def test_two_nets_take_two_gutters_rather_than_run_beside_each_other() -> None:
    nets = routed(grid("a b / c d"), "c uses a, c extends a").nets
    assert [net.gutter for net in nets] == [0, 1]


def test_edges_that_lead_outside_are_faint_and_on_a_map_those_to_another_region() -> None:
    nodes = [node("x", group="r/a"), node("y", group="r/b"), node("z", group="s")]
    graph = make_graph(nodes, edges("x uses y, x uses z, z uses y"), MAP)
    assert find_faint_edges(graph) == frozenset()
    assert find_faint_edges(replace(graph, engine="map")) == frozenset(graph.edges[1:])
    away = replace(graph, groups=(replace(graph.groups[0], outside=True), graph.groups[1]))
    assert find_faint_edges(away) == frozenset(graph.edges)


def test_nets_in_one_gutter_have_tracks_of_their_own_where_they_overlap() -> None:
    routing = routed(NINE, CROWD)
    for (a, b), gutter in ((pair, at) for pair in combinations(range(len(routing.nets)), 2) for at in range(4)):
        if (a, gutter) in routing.tracks and routing.tracks.get((b, gutter)) == routing.tracks[a, gutter]:
            (low, high), (other_low, other_high) = routing.nets[a].rows[gutter], routing.nets[b].rows[gutter]
            assert high < other_low or other_high < low


def test_a_gutter_is_as_wide_as_its_tracks_need() -> None:
    few, many = routed(NINE, "d uses a"), routed(NINE, CROWD)
    assert sum(map(few.gutter_width, range(4))) < sum(map(many.gutter_width, range(4)))
