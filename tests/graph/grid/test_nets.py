from __future__ import annotations

from collections import Counter

import pytest

from paperatlas.graph.grid.cells import Cell, Grid
from paperatlas.graph.grid.nets import FAINT, route_nets
from tests.graph.graphs import edges


def grid(text: str) -> Grid:
    """A grid of rows of keys, two rows high each: `a b / c .` has nothing below b."""
    rows = [row.split() for row in text.split("/")]
    cells = [
        Cell(key, column, 2 * row, 2) for row, keys in enumerate(rows) for column, key in enumerate(keys) if key != "."
    ]
    return Grid(len(rows[0]), 2 * len(rows), tuple(cells), ())


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
    (net,) = route_nets(grid(drawn), edges(stated))
    assert (net.gutter, net.gutters, net.channel) == (gutter, gutters, channel)


def test_a_channel_never_leads_through_a_box() -> None:
    tall = Grid(3, 4, (Cell("a", 0, 0, 2), Cell("b", 1, 0, 4), Cell("c", 2, 2, 2)), ())
    (net,) = route_nets(tall, edges("c uses a"))
    assert net.channel in {0, 4}


def test_edges_of_one_kind_into_one_node_are_a_net_and_faint_ones_of_any_kind() -> None:
    stated = edges("b uses a, c uses a, d extends a, e uses a, f extends a")
    nets = route_nets(grid("a b c / d e f"), stated, frozenset(stated[3:]))
    assert [(net.kind, [edge.source for edge in net.edges]) for net in nets] == [
        ("uses", ["b", "c"]),
        ("extends", ["d"]),
        (FAINT, ["e", "f"]),
    ]


def test_a_channel_holds_three_nets() -> None:
    stated = edges(",".join(f"{source} k{number} a" for number, source in enumerate("cfi" * 9)))
    nets = route_nets(grid("a b c / d e f / g h i"), stated)
    inner = Counter(net.channel for net in nets if net.channel not in {0, 6})
    assert max(inner.values()) == 3


def test_two_nets_take_two_gutters_rather_than_run_beside_each_other() -> None:
    nets = route_nets(grid("a b / c d"), edges("c uses a, c extends a"))
    assert [net.gutter for net in nets] == [0, 1]
