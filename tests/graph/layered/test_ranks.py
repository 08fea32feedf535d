from __future__ import annotations

import pytest

from paperatlas.graph.boxes import size_boxes
from paperatlas.graph.layered.layout import make_year_bands
from paperatlas.graph.layered.ranks import Band, Ranking, draw_ranking
from tests.graph.graphs import graph, node


def test_a_ranking_wider_than_the_graph_is_none() -> None:
    made = graph([node("a"), node("b", year=2021)], "b uses a")
    ranking = Ranking(make_year_bands(made), size_boxes(made, 116, mark=True, sided=False), False, True, 900, 10, 4)
    assert draw_ranking(made, ranking) is None


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [(2020, 2020, "2020"), (2019, 2021, "2019–21"), (1998, 2003, "1998–2003"), (2001, 2009, "2001–09")],
)
def test_a_band_is_labelled_with_its_years(first: int, last: int, label: str) -> None:
    assert Band(first, last, ()).label == label
