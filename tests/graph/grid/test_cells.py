from __future__ import annotations

import pytest

from paperatlas.graph.grid.cells import Block, make_blocks, place_blocks
from paperatlas.graph.model import Box, GraphGroup
from tests.graph.graphs import GROUPS, edges, make_graph, node

MAP = [
    GraphGroup("r", "Region", groups=(GraphGroup("r/a", "A"), GraphGroup("r/b", "B"))),
    GraphGroup("s", "Another"),
]


def boxes(keys: str, height: float = 26) -> dict[str, Box]:
    return {key: Box(key, 100, height, (key,), 0, 0, marked=False) for key in keys}


def block(slug: str, keys: str) -> Block:
    return Block(GraphGroup(slug, ""), {slug: keys})


def test_the_nodes_of_a_group_are_ordered_by_year() -> None:
    nodes = [node(f"n{year}", year=year) for year in (2021, None, 2014, 2019)]
    (block,) = make_blocks(make_graph(nodes, (), GROUPS))
    assert block.members == {"g0": ["n2014", "n2019", "n2021", "nNone"]}


def test_nodes_of_no_group_come_last() -> None:
    nodes = [node("a", group=""), node("b", group="unheard-of"), node("c")]
    blocks = make_blocks(make_graph(nodes, (), GROUPS))
    assert [block.members for block in blocks] == [{"g0": ["c"]}, {"": ["a", "b"]}]


def test_nodes_of_no_group_are_in_the_group_without_a_slug_if_there_is_one() -> None:
    nodes = [node("a"), node("b", group=""), node("c", group="unheard-of")]
    blocks = make_blocks(make_graph(nodes, (), [*GROUPS, GraphGroup("", "Other papers")]))
    assert [(block.group.slug, block.group.title) for block in blocks] == [("g0", "Group 0"), ("", "Other papers")]


def test_a_region_has_its_own_nodes_and_then_those_of_its_groups() -> None:
    nodes = [node("x", group="r/b", year=2021), node("y", group="r/b", year=2001), node("z", group="r")]
    (block,) = make_blocks(make_graph(nodes, (), MAP, engine="map"))
    assert list(block.members.items()) == [("r", ["z"]), ("r/b", ["x", "y"])]


@pytest.mark.parametrize(
    ("columns", "placed"),
    [
        (1, {"a": (0, 0), "b": (0, 2), "c": (0, 4), "d": (0, 6)}),
        (2, {"a": (0, 0), "b": (0, 2), "c": (1, 0), "d": (1, 2)}),
        (4, {"a": (0, 0), "b": (1, 0), "c": (2, 0), "d": (3, 0)}),
    ],
)
def test_a_block_is_broken_into_columns(columns: int, placed: dict[str, tuple[int, int]]) -> None:
    grid = place_blocks([block("g", "abcd")], boxes("abcd"), columns, 100)
    assert {cell.key: (cell.column, cell.row) for cell in grid.cells} == placed


@pytest.mark.parametrize(("height", "rows"), [(26, 2), (27, 3), (44, 3), (62, 4)])
def test_a_cell_has_the_rows_that_its_box_needs(height: float, rows: int) -> None:
    (cell,) = place_blocks([block("g", "a")], boxes("a", height), 1, 100).cells
    assert cell.rows == rows


def test_a_title_stands_above_its_block_and_a_caption_above_its_group() -> None:
    region = Block(GraphGroup("r", "Region", groups=(GraphGroup("r/g", "Group"),)), {"r": "a", "r/g": "b"})
    (plot,) = (grid := place_blocks([region], boxes("ab"), 1, 100)).plots
    assert plot.title == ("Region",)
    assert [(cell.key, cell.lines, cell.row) for cell in grid.cells] == [
        ("a", (), 2),
        ("", ("Group",), 4),
        ("b", (), 6),
    ]


def test_a_caption_is_never_last_in_its_column() -> None:
    counts = {"x": 2, "y": 9, "z": 2}  # too unlike to keep each whole
    members = {slug: [f"{slug}{number}" for number in range(count)] for slug, count in counts.items()}
    region = GraphGroup("r", "", groups=tuple(GraphGroup(slug, slug.upper()) for slug in counts))
    sized = {key: Box(key, 100, 26, (key,), 0, 0, marked=False) for keys in members.values() for key in keys}
    for columns in (2, 3, 4):
        grid = place_blocks([Block(region, members)], sized, columns, 100)
        for caption in (cell for cell in grid.cells if not cell.key):
            below = caption.column, caption.row + caption.rows
            assert any((cell.column, cell.row) == below for cell in grid.cells if cell.key)


def test_related_blocks_are_near_each_other() -> None:
    blocks = [block(slug, f"{slug}{slug.upper()}") for slug in "abcdef"]
    sized = boxes("aAbBcCdDeEfF")

    def apart(stated: str) -> int:
        at = {cell.key: cell for cell in place_blocks(blocks, sized, 3, 100, edges(stated)).cells}
        return 8 * abs(at["b"].column - at["e"].column) + abs(at["b"].row - at["e"].row)

    assert apart("b uses e") < apart("")
