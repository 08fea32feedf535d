from __future__ import annotations

import pytest

from paperatlas.graph.grid.pack import Shape, Spot, pack_blocks


def test_blocks_are_packed_without_overlap_from_the_top_left() -> None:
    blocks = [[Shape(1, 6), Shape(2, 3)], [Shape(1, 4)], [Shape(1, 2)], [Shape(3, 2)]]
    for _, spots in pack_blocks(blocks, 3):
        assert (spots[0].column, spots[0].row) == (0, 0)
        taken = [
            (column, row)
            for spot, shapes in zip(spots, blocks, strict=True)
            for column in range(spot.column, spot.column + shapes[spot.shape].columns)
            for row in range(spot.row, spot.row + shapes[spot.shape].rows)
        ]
        assert len(taken) == len(set(taken))


@pytest.mark.parametrize(
    ("blocks", "columns", "spots"),
    [
        ([], 2, ()),
        ([[Shape(1, 4)], [Shape(1, 4)]], 2, (Spot(0, 0, 0), Spot(1, 0, 0))),
        ([[Shape(1, 4), Shape(2, 2)]], 2, (Spot(0, 0, 1),)),  # low rather than narrow
        (
            [[Shape(1, 4)], [Shape(2, 1), Shape(1, 6)]],
            2,
            (Spot(0, 0, 0), Spot(1, 0, 1)),
        ),  # high rather than with a hole
        ([[Shape(1, 4)], [Shape(1, 2)], [Shape(1, 2)]], 2, (Spot(0, 0, 0), Spot(1, 0, 0), Spot(1, 2, 0))),
    ],
)
def test_the_cheapest_way_is_first(blocks: list[list[Shape]], columns: int, spots: tuple[Spot, ...]) -> None:
    assert pack_blocks(blocks, columns)[0][1] == spots
