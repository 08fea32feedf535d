"""A catalogue on a grid: a block for each group, its captions and nodes given columns and rows.

Rows are half a node high, so that a label of two lines costs half a row more than one line.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from paperatlas.graph.grid.pack import Shape, Spot, pack_blocks
from paperatlas.graph.model import Box, Graph, GraphEdge, GraphGroup
from paperatlas.graph.text_width import wrap_text

ROW = 18.0
"""Two rows hold a box of one line (26) and the gap below it, three a box of two lines."""
ROW_GAP = 10.0
"""The room between two boxes of a column: edges run through it."""
_CAPTION_ROWS = 2
"""As many as a box of one line, so that boxes beside a caption stay level with those of other columns."""
_MOST_COLUMNS = 6
"""Of one block. A page holds five columns of the least width, the map eight: more than six make no graph lower, with
four one of 23 is higher."""
_COLUMN_LENGTH = 8
"""A column is about as wide as so many rows are high: a box of the least width and a gutter."""
_EDGE_COST = 0.7
"""What a row of way between related nodes costs, in rows of height. Over 28 graphs, without it drawings are 1.6 % lower
and edges 4.5 % longer. At 0.5 edges are 0.8 % longer, at 1.0 1 % shorter, and heights within 0.3 %: where between
hardly matters. At 1.5 drawings begin to grow."""


@dataclass(frozen=True, slots=True)
class Block:
    """A group with the keys of its nodes: by slug, its own, then those of the groups inside it."""

    group: GraphGroup
    members: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A node or, with an empty key, a caption, in its column and rows."""

    key: str
    column: int
    row: int
    rows: int
    slug: str = ""
    """Of the group that a caption names."""
    lines: tuple[str, ...] = ()
    """Of a caption."""

    @property
    def middle(self) -> float:
        """Return the row of its middle."""
        return self.row + self.rows / 2


@dataclass(frozen=True, slots=True)
class Plot:
    """A placed block: the columns and rows of its ground."""

    slug: str
    title: tuple[str, ...]
    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything placed, still in columns and rows."""

    columns: int
    rows: int
    cells: tuple[Cell, ...]
    plots: tuple[Plot, ...]


def make_blocks(graph: Graph) -> list[Block]:
    """Return a block for each group that has nodes, last one of those of no group.

    Nodes are in the order of their years, on a map in that of the graph.
    """
    groups = graph.groups if "" in graph.colours else (*graph.groups, GraphGroup("", ""))
    members: dict[str, list[str]] = {slug: [] for group in groups for slug in group.slugs}
    nodes = graph.nodes
    if graph.engine != "map":
        nodes = tuple(sorted(nodes, key=lambda node: (node.year is None, node.year or 0)))
    for node in nodes:
        members[node.group if node.group in members else ""].append(node.key)
    blocks = [Block(group, {slug: members[slug] for slug in group.slugs if members[slug]}) for group in groups]
    return [block for block in blocks if block.members]


def place_blocks(
    blocks: Sequence[Block],
    boxes: Mapping[str, Box],
    columns: int,
    box_width: float,
    edges: Iterable[GraphEdge] = (),
) -> Grid:
    """Break the blocks into columns and pack them onto a grid: low, in order, and with short edges."""
    variants = [_variants(block, boxes, columns, box_width) for block in blocks]
    pairs = [(edge.source, edge.target) for edge in edges]
    packings = [
        (cost, [(each[spot.shape], spot) for each, spot in zip(variants, spots, strict=True)])
        for cost, spots in pack_blocks([[variant.shape for variant in each] for each in variants], columns)
    ]
    best = min(packings, key=lambda packing: packing[0] + _EDGE_COST * _edge_length(packing[1], pairs))[1]
    plots = tuple(
        Plot(block.group.slug, variant.title, spot.column, spot.row, variant.shape.columns, variant.shape.rows)
        for block, (variant, spot) in zip(blocks, best, strict=True)
    )
    return Grid(
        columns=max((plot.column + plot.columns for plot in plots), default=0),
        rows=max((plot.row + plot.rows for plot in plots), default=0),
        cells=tuple(
            replace(cell, column=cell.column + spot.column, row=cell.row + spot.row)
            for variant, spot in best
            for cell in variant.cells
        ),
        plots=plots,
    )


def _edge_length(packing: Iterable[tuple[_Variant, Spot]], pairs: Sequence[tuple[str, str]]) -> float:
    """Return how far apart related nodes are on average, in rows."""
    at = {
        cell.key: (cell.column + spot.column, cell.row + spot.row)
        for variant, spot in packing
        for cell in variant.cells
    }
    away = fsum(_COLUMN_LENGTH * abs(at[a][0] - at[b][0]) + abs(at[a][1] - at[b][1]) for a, b in pairs)
    return away / max(len(pairs), 1)


@dataclass(frozen=True, slots=True)
class _Variant:
    shape: Shape
    title: tuple[str, ...]
    cells: tuple[Cell, ...]


def _variants(block: Block, boxes: Mapping[str, Box], columns: int, box_width: float) -> list[_Variant]:
    """Return the block in one column, two, … as long as that makes it lower."""
    items = _make_cells(block, boxes, box_width)
    nodes = sum(1 for item in items if item.key)
    found: list[_Variant] = []
    for count in range(1, min(columns, max(nodes, 1), _MOST_COLUMNS) + 1):
        title = wrap_text(block.group.title, box_width - 11, bold=True) if block.group.title else ()
        top = len(title) + 1 if title else 0
        stacks = _break(items, count)
        if len(stacks) < count:
            continue
        height = top + max(sum(item.rows for item in stack) for stack in stacks)
        height += height % 2
        if found and height >= found[-1].shape.rows:
            continue
        cells: list[Cell] = []
        for column, stack in enumerate(stacks):
            row = top
            for item in stack:
                cells.append(replace(item, column=column, row=row))
                row += item.rows
        found.append(_Variant(Shape(count, height), title, tuple(cells)))
    return found


def _make_cells(block: Block, boxes: Mapping[str, Box], box_width: float) -> list[Cell]:
    titles = {inner.slug: inner.title for inner in block.group.groups}
    items: list[Cell] = []
    for slug, keys in block.members.items():
        if title := titles.get(slug):
            lines = wrap_text(title, box_width)
            items.append(Cell("", 0, 0, _CAPTION_ROWS + len(lines) - 1, slug, lines))
        items += [Cell(key, 0, 0, math.ceil((boxes[key].h + ROW_GAP) / ROW)) for key in keys]
    return items


def _break(items: Sequence[Cell], columns: int) -> list[list[Cell]]:
    """Return the items in that many stacks of about the same height, in order, no caption last in its stack.

    Groups are kept whole where that costs little height: a fifth, and a row that rounding may take.
    """
    total = sum(item.rows for item in items)
    whole = _fill_lowest(items, columns, total, whole=True)
    loose = _fill_lowest(items, columns, total, whole=False)
    height = max(sum(item.rows for item in stack) for stack in loose)
    tall = max(sum(item.rows for item in stack) for stack in whole)
    return whole if len(whole) == columns and tall <= height * 1.2 + 1 else loose


def _fill_lowest(items: Sequence[Cell], columns: int, total: int, *, whole: bool) -> list[list[Cell]]:
    height = max(math.ceil(total / columns), 1)
    while len(stacks := _fill(items, height, whole=whole)) > columns:
        height += 1
    return stacks


def _fill(items: Sequence[Cell], height: int, *, whole: bool) -> list[list[Cell]]:
    runs: list[list[Cell]] = []
    for item in items:
        if runs and (not runs[-1][-1].key or (whole and item.key)):
            runs[-1].append(item)
        else:
            runs.append([item])
    stacks: list[list[Cell]] = []
    room = 0
    for run in runs:
        rows = sum(item.rows for item in run)
        if not stacks or (rows > room and stacks[-1]):
            stacks.append([])
            room = height
        stacks[-1] += run
        room -= rows
    return stacks
