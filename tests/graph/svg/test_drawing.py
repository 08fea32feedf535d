from __future__ import annotations

from dataclasses import replace

import pytest

from paperatlas.graph.layout import lay_out
from paperatlas.graph.model import Box, Caption, Engine, Graph, GraphGroup
from paperatlas.graph.svg.drawing import Drawing, GroupLook, caption_lines, label_lines, make_drawing
from paperatlas.graph.text_width import FONT_SIZE
from tests.graph.graphs import make_graph
from tests.graph.svg.graphs import METHODS, regions


def drawing(graph: Graph = METHODS, engine: Engine = "auto") -> Drawing:
    graph = replace(graph, engine=engine)
    return make_drawing(graph, lay_out(graph), id="g")


def test_the_legend_names_the_kinds_that_occur_in_the_order_of_their_labels() -> None:
    assert [(row.slug, row.label, row.count) for row in drawing().edge_legend] == [
        ("accelerates", "speeds up", 1),
        ("unifies", "unifies", 1),
        ("extends", "extends", 1),
        ("is-cited-by", "is-cited-by", 1),
    ]


def test_the_legend_names_the_groups_whose_marks_are_on_boxes() -> None:
    assert [(row.label, row.count) for row in drawing().group_legend] == [
        ("Models", 2),
        ("Fast <sampling> & more", 1),
    ]
    grid = drawing(engine="grid")
    assert grid.group_legend == drawing().group_choices == ()
    assert [(row.slug, row.count) for row in grid.group_choices] == [("models", 2), ("fast", 2)]


def test_a_map_s_choices_are_its_regions() -> None:
    choices = drawing(regions(), "map").group_choices
    assert [(row.slug, row.label, row.count) for row in choices] == [("a", "A", 2), ("b", "B", 1)]


def test_the_legend_ends_with_what_leads_elsewhere() -> None:
    groups = (METHODS.groups[0], GraphGroup("fast", "Elsewhere", outside=True))
    made = drawing(replace(METHODS, groups=groups), "grid")
    assert [(row.slug, row.count) for row in made.edge_legend] == [("extends", 1), ("", 3)]
    assert made.styles == {"extends": "extends", "": "faint"}


def test_groups_look_as_what_they_are_in() -> None:
    looks = drawing(regions(), "map").groups
    assert looks["a"] == GroupLook(0, ("A",), "a/")
    assert looks["a/fast"] == GroupLook(0, ("A", "Fast"))
    assert looks["b"] == GroupLook(1, ("B",), "b/")
    assert drawing(make_graph(METHODS.nodes)).groups["models"] == GroupLook(0)


def test_nothing_is_set_smaller_than_eleven_pixels() -> None:
    made = drawing()
    assert FONT_SIZE * made.least_width / made.layout.width >= 10.99
    # Material's column beside both sidebars, in a window of 1280 pixels.
    assert made.least_width <= 688


@pytest.mark.parametrize(
    ("marked", "lines", "placed"),
    [
        (False, ("One",), [(20, 44.4, "One")]),
        (True, ("One",), [(34, 44.4, "One")]),
        (False, ("One", "two-", "three"), [(20, 28.4, "One "), (20, 44.4, "two-"), (20, 60.4, "three")]),
    ],
)
def test_a_label_is_in_the_middle_of_its_box(
    marked: bool, lines: tuple[str, ...], placed: list[tuple[float, float, str]]
) -> None:
    box = Box("a", 100, 60, lines, 0, 0, marked, x=10, y=10)
    assert list(label_lines(box, "One two-three" if len(lines) > 1 else "One")) == placed


def test_a_caption_without_lines_has_the_words_it_is_given() -> None:
    assert list(caption_lines(Caption("isolated", "", (), 0, 100), "No relation")) == [(0, 100, "No relation")]
    group = Caption("group", "g", ("Fast", "sampling"), 5, 100)
    assert list(caption_lines(group, "Fast sampling")) == [(19, 100, "Fast "), (19, 116, "sampling")]
