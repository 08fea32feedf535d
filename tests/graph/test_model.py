from __future__ import annotations

from tests.graph.graphs import map_graph


def test_groups_have_colours_in_their_order_and_inner_ones_that_of_the_group_around_them() -> None:
    colours = map_graph().colours
    assert (colours["first"], colours["g4"], colours["second"], colours["g5"], colours["third"]) == (0, 0, 1, 1, 2)
