"""Edges that make no lineage: related nodes near each other, wherever that is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import fsum

from paperatlas.graph.boxes import size_boxes
from paperatlas.graph.graphviz import Job, solve
from paperatlas.graph.model import Box, Graph, Layout, Point, Route

_MARGIN = 8.0
_TEXT_WIDTHS = (130.0, 96.0)
"""How wide labels may be; the second where boxes do not fit apart: 86 and 76 % of the atlas' labels are on one line."""
_EDGE = 130.0
"""The length of an edge before boxes are pushed apart: a box and a gap. At 90 and at 180 edges end 3 to 5 % longer."""
_FLATTEN = 0.75
"""Boxes are wider than high, and so is a screen. At 0.5 drawings are 10 % lower and edges 9 % longer, at 1.0 drawings
are 11 % higher; at both there are 8 % more crossings."""
_PARALLEL = 9.0
"""As far apart as edges meet the side of a box elsewhere: the heads of arrows are 8 high."""
_GAP_X, _GAP_Y = 34.0, 26.0
"""Between boxes: room for a head and a bend, less above and below, where most lines arrive slanting. With a third less
drawings are 7 to 9 % lower and have 8 to 10 % more crossings, with half more they are as much higher."""
_ROUNDS = 400
"""Rounds of pushing, the second half only up and down. The boxes of 19 of 27 graphs come apart in so many, of 14 in
half and of 21 in twice as many, which takes a quarter more time for all."""
_MOST_NODES = 150
"""Pushing looks at every pair in every round: 80 nodes take one or two seconds."""


def lay_out_force(graph: Graph) -> Layout | None:
    """Spread the nodes by stress majorisation, boxes apart, curves around them; return `None` if they do not fit.

    The longest extent is turned to lie across the page and stretched over its width, for labels are
    wide and pages are narrow.
    """
    if len(graph.nodes) > _MOST_NODES:
        return None
    width = graph.width
    number = {node.key: index for index, node in enumerate(graph.nodes)}
    pairs = [(number[edge.target], number[edge.source]) for edge in graph.edges]
    for text_max in _TEXT_WIDTHS:
        sized = size_boxes(graph, text_max, mark=True, sided=False)
        sizes = [(box.w, box.h) for box in sized.values()]
        free = solve(Job(sizes, pairs, length=_EDGE, settings={"start": "7", "pack": "40"}), "neato")
        start = _push_apart(_flatten(free.centres, width - 150), sizes, width - 2 * _MARGIN) if free else None
        settings = {"overlap": "true", "splines": "true", "esep": "+6,5"}
        solution = solve(Job(sizes, pairs, start=start, settings=settings), "nop") if start else None
        if solution is None:
            continue
        left = (width - solution.width) / 2
        boxes = tuple(
            box.around(x + left, y + _MARGIN) for box, (x, y) in zip(sized.values(), solution.centres, strict=True)
        )
        routes = [
            Route(edge, "bezier", tuple((x + left, y + _MARGIN) for x, y in curve))
            for edge, curve in zip(graph.edges, solution.curves, strict=True)
        ]
        return Layout("force", width, solution.height + 2 * _MARGIN, boxes, tuple(_draw_parallel(routes, boxes)))
    return None


def _flatten(points: Sequence[Point], width: float) -> list[Point]:
    """Return the points turned so that they extend most across the page, at most `width`, and flattened."""
    count = len(points)
    mean_x, mean_y = fsum(x for x, _ in points) / count, fsum(y for _, y in points) / count
    centred = [(x - mean_x, y - mean_y) for x, y in points]
    xx, yy, xy = fsum(x * x for x, _ in centred), fsum(y * y for _, y in centred), fsum(x * y for x, y in centred)
    angle = math.atan2(2 * xy, xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    turned = [(x * cos + y * sin, y * cos - x * sin) for x, y in centred]
    extent = max(x for x, _ in turned) - min(x for x, _ in turned)
    scale = min(width / extent, 1.6) if extent > 0 else 1.0
    return [(x * scale, y * scale * _FLATTEN) for x, y in turned]


def _push_apart(points: Sequence[Point], sizes: Sequence[tuple[float, float]], width: float) -> list[Point] | None:
    """Return the points moved until boxes of these sizes around them do not touch, none beyond `width`.

    Boxes that overlap push each other away, the shorter way; in the second half of the rounds only
    up and down, where there is always room. (Graphviz' own way with boxes, VPSC, does not give the
    same result twice.)
    """
    if max(w for w, _ in sizes) > width:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    pairs = list(combinations(range(len(points)), 2))
    for round_ in range(_ROUNDS):
        xs = [min(max(x, (w - width) / 2), (width - w) / 2) for x, (w, _) in zip(xs, sizes, strict=True)]
        still = True
        for a, b in pairs:
            push_x = (sizes[a][0] + sizes[b][0]) / 2 + _GAP_X - abs(xs[b] - xs[a])
            push_y = (sizes[a][1] + sizes[b][1]) / 2 + _GAP_Y - abs(ys[b] - ys[a])
            if min(push_x, push_y) <= 0.01:
                continue
            still = False
            if push_x < push_y and round_ < _ROUNDS / 2:
                step = push_x / 2 if xs[b] >= xs[a] else -push_x / 2
                xs[a], xs[b] = xs[a] - step, xs[b] + step
            else:
                step = push_y / 2 if ys[b] >= ys[a] else -push_y / 2
                ys[a], ys[b] = ys[a] - step, ys[b] + step
        if still:
            return [(round(x, 1), round(y, 1)) for x, y in zip(xs, ys, strict=True)]
    return None


def _draw_parallel(routes: Sequence[Route], boxes: Sequence[Box]) -> Iterator[Route]:
    """Yield the routes, those between the same two boxes as straight lines side by side."""
    box = {box.key: box for box in boxes}
    pairs = [tuple(sorted((route.edge.source, route.edge.target))) for route in routes]
    counts, seen = Counter(pairs), Counter[tuple[str, ...]]()
    for route, pair in zip(routes, pairs, strict=True):
        place, seen[pair] = seen[pair], seen[pair] + 1
        if counts[pair] == 1:
            yield route
            continue
        a, b = box[pair[0]], box[pair[1]]
        dx, dy = b.x + b.w / 2 - a.x - a.w / 2, b.y + b.h / 2 - a.y - a.h / 2
        length = math.hypot(dx, dy)
        shift = (place - (counts[pair] - 1) / 2) * _PARALLEL
        offset = (-dy / length * shift, dx / length * shift)
        source, target = box[route.edge.source], box[route.edge.target]
        away = (dx, dy) if target is a else (-dx, -dy)
        ends = _border_point(target, offset, away), _border_point(source, offset, (-away[0], -away[1]))
        yield Route(route.edge, "polyline", ends)


def _border_point(box: Box, offset: Point, way: Point) -> Point:
    """Return where a line leaves a box that starts `offset` from its middle and goes `way`."""
    steps = []
    for half, start, step in ((box.w / 2, offset[0], way[0]), (box.h / 2, offset[1], way[1])):
        if step:
            steps.append(max((math.copysign(half, step) - start) / step, 0.0))
    step = min(steps)
    return box.x + box.w / 2 + offset[0] + way[0] * step, box.y + box.h / 2 + offset[1] + way[1] * step
