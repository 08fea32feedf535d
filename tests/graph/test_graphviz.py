from __future__ import annotations

import pytest

from paperatlas.graph.graphviz import Job, solve


@pytest.mark.parametrize("down", [False, True])
def test_ranks_are_columns_or_rows_in_their_order(down: bool) -> None:
    solution = solve(Job([(40, 20)] * 3, [(0, 1), (0, 2)], ranks=[[0], [1], [2]], down=down), "dot")
    assert solution is not None
    along = [centre[1 if down else 0] for centre in solution.centres]
    assert along == sorted(along)
    assert along[0] < along[1] < along[2]


def test_curves_run_from_tail_to_head_with_y_downwards() -> None:
    solution = solve(Job([(40, 20)] * 2, [(1, 0)], ranks=[[1], [0]], down=True), "dot")
    assert solution is not None
    (curve,) = solution.curves
    assert len(curve) % 3 == 1
    assert curve[0][1] < curve[-1][1]
    assert solution.height >= 40


def test_nodes_stay_where_they_start_with_an_engine_that_moves_none() -> None:
    solution = solve(Job([(40, 20)] * 2, [(0, 1)], start=[(0, 0), (100, 50)]), "nop")
    assert solution is not None
    (x0, y0), (x1, y1) = solution.centres
    assert (x1 - x0, y1 - y0) == pytest.approx((100, 50), abs=0.1)
