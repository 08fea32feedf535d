"""Grids to route edges on."""

from __future__ import annotations

from paperatlas.graph.grid.cells import Cell, Grid
from paperatlas.graph.grid.routing import Routing, route_edges
from paperatlas.graph.model import GraphGroup
from tests.graph.graphs import GROUPS, edges, make_graph, node

CROWD = "d uses a, e uses a, g extends a, h extends b, f uses c, i compares a, c uses g, d extends g"


def grid(text: str) -> Grid:
    """A grid of rows of keys, two rows high each: `a b / c .` has nothing below b."""
    rows = [row.split() for row in text.split("/")]
    cells = [
        Cell(key, column, 2 * row, 2) for row, keys in enumerate(rows) for column, key in enumerate(keys) if key != "."
    ]
    return Grid(len(rows[0]), 2 * len(rows), tuple(cells), ())


NINE = grid("a b c / d e f / g h i")


def routed(drawn: Grid, stated: str, *, outside: str = "") -> Routing:
    """The edges routed; those from and to the nodes `outside` are faint."""
    nodes = [node(cell.key, group="away" if cell.key in outside else "g0") for cell in drawn.cells]
    groups = [GROUPS[0], GraphGroup("away", "Elsewhere", outside=True)]
    return route_edges(make_graph(nodes, edges(stated), groups), drawn)
