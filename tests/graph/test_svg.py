from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest

from paperatlas.graph.layout import lay_out
from paperatlas.graph.model import Box, Caption, Engine, Graph, GraphEdge, GraphGroup, Point, Route
from paperatlas.graph.svg import (
    ARROW_HEADS,
    HEAD,
    Drawing,
    GroupLook,
    assign_line_styles,
    caption_lines,
    format_number,
    format_path,
    group_class,
    group_mark,
    label_lines,
    make_drawing,
)
from paperatlas.graph.text_width import FONT_SIZE
from tests.conftest import REPOSITORY
from tests.graph.graphs import METHODS, make_graph, regions

EDGE = GraphEdge("ddim", "ddpm", "extends")
STYLE_SHEET = (REPOSITORY / "templates" / "assets" / "graph.css").read_text(encoding="utf-8")


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


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (10.96, "11"), (760.0, "760")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert format_number(value) == text


@pytest.mark.parametrize(
    ("points", "path"),
    [
        (((0, 0), (30, 0)), "M8,0L30,0"),
        (((0, 0), (30, 0), (30, 40)), "M8,0L23,0Q30,0 30,7L30,40"),
        (((0, 0), (12, 0), (12, 4), (40, 4)), "M8,0L10,0Q12,0 12,2L12,2Q12,4 14,4L40,4"),
        (((0, 0), (5, 0)), "M4,0L5,0"),
    ],
)
def test_corners_are_rounded_behind_the_head(points: tuple[Point, ...], path: str) -> None:
    assert format_path(Route(EDGE, "polyline", points)) == path


def test_a_curve_starts_behind_the_head() -> None:
    path = format_path(Route(EDGE, "bezier", ((0, 0), (30, 40), (60, 40), (90, 0))))
    assert path == "M4.8,6.4 C30,40 60,40 90,0"
    assert math.hypot(4.8, 6.4) == HEAD


def test_every_type_and_hue_is_in_the_style_sheet() -> None:
    for style in set(ARROW_HEADS) - {"extends"}:
        assert f".pa-line--{style} {{" in STYLE_SHEET
    for hue in {group_class(colour) for colour in range(50)}:
        assert f"\n.{hue} {{" in STYLE_SHEET
        assert f':is([data-md-color-scheme="slate"], [data-bs-theme="dark"]) .{hue} {{' in STYLE_SHEET


def test_types_are_told_apart_without_colour() -> None:
    dashes = dict(re.findall(r"^\.pa-line--(\w+) \{.*stroke-dasharray: ([\d. ]+);", STYLE_SHEET, re.MULTILINE))
    assert len(set(dashes.values())) == len(dashes)
    assert set(ARROW_HEADS) - set(dashes) == {"extends", "unifies", "faint"}  # thin, thick and pale


def test_twelve_groups_have_marks_of_their_own() -> None:
    assert len({(group_class(colour), group_mark(colour)) for colour in range(12)}) == 12


@pytest.mark.parametrize(
    ("types", "styles"),
    [
        (["uses", "extends"], {"uses": "uses", "extends": "extends"}),
        (["replicates"], {"replicates": "alternative"}),
        (
            ["alternative", "replicates", "retracts"],
            {"alternative": "alternative", "replicates": "uses", "retracts": "unifies"},
        ),
    ],
)
def test_a_type_of_the_site_s_own_takes_a_free_style(types: list[str], styles: dict[str, str]) -> None:
    assert assign_line_styles(types) == styles


def test_more_types_than_styles_share_them() -> None:
    assert len(assign_line_styles([*ARROW_HEADS, "one", "two"])) == len(ARROW_HEADS) + 2
