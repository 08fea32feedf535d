"""A catalogue: groups as regions of a grid, their edges run through the room between the boxes.

This is how a star of sixty nodes stays readable, and how nodes without edges are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paperatlas.graph.boxes import PAD, size_boxes
from paperatlas.graph.grid.cells import Block, Grid, make_blocks, place_blocks
from paperatlas.graph.grid.draw import draw_grid
from paperatlas.graph.grid.routing import Routing, route_edges
from paperatlas.graph.model import Box, Graph, Layout

_LEAST_BOX, _MOST_BOX = 112.0, 200.0
"""The least holds a dozen letters: three of four labels of the atlas on one line. Of the widest, three fit the page."""
_TYPICAL = 0.7
"""The share of labels on one line at the width tried first. With all of them drawings are 3 % higher."""
_GUTTER = 28.0
"""A gutter with one track, and with the margins of the grounds beside it."""
_TRIES = 4
"""Widths tried for a number of columns. The first was enough for every graph measured; further ones are for labels that
break differently in what is left."""
_MANY = 600
"""Edges, above which one try has to do: the map of the atlas, with 460, takes 1.5 seconds."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A grid with its edges routed, for boxes of some width, and the width there really is for them."""

    boxes: Mapping[str, Box]
    grid: Grid
    routing: Routing
    room: float

    @property
    def needed(self) -> float:
        """Return the width of the widest box."""
        return max((box.w for box in self.boxes.values()), default=_LEAST_BOX)

    @property
    def fits(self) -> bool:
        """Return whether the boxes have the room they need."""
        return self.room >= max(self.needed, _LEAST_BOX) - 0.05


def lay_out_grid(graph: Graph) -> Layout:
    """Return the groups on as many columns as the width holds, with the edges between their nodes.

    How wide the boxes are depends on how many edges run between the columns, and the other way
    round: so a plan is made for boxes of a likely width, and made again for the width that it leaves.
    """
    blocks = make_blocks(graph)
    widths = sorted(box.w for box in size_boxes(graph, _MOST_BOX, mark=False).values())
    typical = widths[int(_TYPICAL * (len(widths) - 1))] if widths else 0.0
    likely = min(max(typical, _LEAST_BOX), _MOST_BOX)
    most = min(max(int((graph.width + _GUTTER) // (likely + _GUTTER)), 1), max(len(graph.nodes), 1))
    for columns in range(most, 0, -1):
        box_width = likely
        for _ in range(_TRIES if len(graph.edges) < _MANY else 1):
            plan = _plan(graph, blocks, columns, box_width)
            if plan.room >= box_width or plan.room < _LEAST_BOX:
                break
            box_width = plan.room
        if plan.fits:
            break
    if plan.fits:
        wider = _plan(graph, blocks, plan.grid.columns, min(plan.room, _MOST_BOX))
        plan = wider if wider.fits else plan
    box_width = min(plan.room, _MOST_BOX) if plan.fits else plan.needed
    return draw_grid(graph, plan.grid, plan.routing, plan.boxes, box_width)


def _plan(graph: Graph, blocks: Sequence[Block], columns: int, box_width: float) -> _Plan:
    boxes = size_boxes(graph, box_width - 2 * PAD, mark=False)
    grid = place_blocks(blocks, boxes, columns, box_width, graph.edges)
    routing = route_edges(graph, grid)
    gutters = sum(routing.gutter_width(gutter) for gutter in range(grid.columns + 1))
    return _Plan(boxes, grid, routing, (graph.width - gutters) / max(grid.columns, 1))
