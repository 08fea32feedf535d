from __future__ import annotations

import pytest

from paperatlas.graph.boxes import MARK, PORT_GAP, size_boxes
from tests.graph.graphs import graph, node


@pytest.mark.parametrize(("sources", "level"), [(0, 0), (3, 0), (4, 1), (7, 1), (8, 2), (30, 2)])
def test_a_box_s_level_grows_with_its_edges(sources: int, level: int) -> None:
    nodes = [node("hub"), *(node(f"n{number}") for number in range(sources))]
    made = graph(nodes, ", ".join(f"n{number} uses hub" for number in range(sources)))
    box = size_boxes(made, 100, mark=False, sided=False)["hub"]
    assert (box.level, box.links) == (level, sources)


def test_a_label_wider_than_asked_for_takes_more_lines() -> None:
    made = graph([node("a", label="Influence Functions")])
    wide, narrow = (
        size_boxes(made, 200, mark=False, sided=False)["a"],
        size_boxes(made, 90, mark=False, sided=False)["a"],
    )
    assert (wide.lines, narrow.lines) == (("Influence Functions",), ("Influence", "Functions"))
    assert (narrow.w < wide.w, narrow.h - wide.h) == (True, 16)


def test_a_mark_takes_room() -> None:
    made = graph([node("a")])
    assert (
        size_boxes(made, 100, mark=True, sided=False)["a"].w
        == size_boxes(made, 100, mark=False, sided=False)["a"].w + MARK
    )


def test_a_box_is_high_enough_for_its_edges() -> None:
    made = graph([node(key) for key in "abcdefghi"], ", ".join(f"a k{key} {key}" for key in "bcdefghi"))
    assert size_boxes(made, 100, mark=False, sided=True)["a"].h == 10 + 7 * PORT_GAP
