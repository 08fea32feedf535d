from __future__ import annotations

from itertools import pairwise

import pytest

from paperatlas.graph.layered.layout import lay_out_layered
from paperatlas.graph.layout import part_of
from paperatlas.graph.model import Graph, GraphEdge, Layout
from tests.graph.graphs import GRAPHS, along, graph, lineage, node


def laid_out(what: Graph) -> Layout:
    layout = lay_out_layered(what)
    assert layout is not None
    return layout


def test_a_lineage_runs_from_old_to_new() -> None:
    layout = laid_out(lineage())
    left = {box.key: box.x for box in layout.boxes}
    assert all(left[route.edge.target] < left[route.edge.source] for route in layout.routes)


def test_an_axis_has_the_years_with_each_node_in_its_band() -> None:
    layout = laid_out(lineage())
    assert [year.label for year in layout.years] == ["2014", "2017", "2020", "2021"]
    bands = {year.label: (year.x, year.x + year.w) for year in layout.years}
    years = {node.key: str(node.year) for node in lineage().nodes}
    for box in layout.boxes:
        start, end = bands[years[box.key]]
        assert start <= box.x
        assert box.x + box.w <= end


def test_years_are_drawn_together_where_there_are_too_many() -> None:
    nodes = [node(f"n{year}", label=f"Method of {year}", year=year) for year in range(2001, 2015)]
    layout = laid_out(graph(nodes, [GraphEdge(f"n{year}", "n2001", "extends") for year in range(2002, 2015)]))
    assert 1 < len(layout.years) < 14
    assert layout.years[0].label.startswith("2001")
    assert layout.years[-1].label.endswith("2014")


def test_what_does_not_fit_across_the_page_goes_down_it() -> None:
    layout = laid_out(GRAPHS["a long lineage"])
    top = {box.key: box.y for box in layout.boxes}
    assert all(top[route.edge.target] < top[route.edge.source] for route in layout.routes)
    assert all(year.down for year in layout.years)
    bands = [(year.y, year.y + year.h) for year in layout.years]
    assert all(before[1] == pytest.approx(after[0], abs=0.2) for before, after in pairwise(bands))
    for box in layout.boxes:
        assert any(start <= box.y and box.y + box.h <= end for start, end in bands)


@pytest.mark.parametrize("name", ["a lineage", "a long lineage", "a star of 12"])
def test_no_edge_runs_under_a_box(name: str) -> None:
    whole = GRAPHS[name]
    layout = laid_out(part_of(whole, {key for edge in whole.edges for key in (edge.source, edge.target)}))
    for route in layout.routes:
        for box in layout.boxes:
            inside = (box.x + 3 < x < box.x + box.w - 3 and box.y + 3 < y < box.y + box.h - 3 for x, y in along(route))
            assert not any(inside), (route.edge, box.key)


def test_edges_of_one_kind_into_one_node_share_their_way() -> None:
    layout = laid_out(GRAPHS["a long lineage"])
    shared = [route.points for route in layout.routes if (route.edge.target, route.edge.kind) == ("n2", "compares")]
    assert len(shared) > 3
    assert len({points[:4] for points in shared}) < len(shared)


def test_there_is_no_axis_where_a_year_is_unknown() -> None:
    assert laid_out(GRAPHS["years unknown"]).years == ()
