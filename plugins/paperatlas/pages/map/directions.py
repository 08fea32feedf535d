"""The map of an atlas from above: its directions, and the relations that lead from one to another."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Paper, Relation
from paperatlas.graph.model import Graph, GraphGroup
from paperatlas.graph.ring import bend, order_on_ring, ring_places
from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT, measure_text, wrap_text
from paperatlas.pages.render import Site

DIRECTIONS_WIDTH = 500.0
"""Of the drawing: beside a panel it is shown a quarter larger; a phone has room for all of it at three quarters."""
_TEXT_WIDTH = 140.0
_PADDING_X, _PADDING_Y = 16.0, 9.0
_ROW_GAP = 26.0
_LEAST_ROW = 84.0
"""Rows of boxes with short titles are as far apart as this, so that ties between neighbours are seen."""
_THICKEST = 9.0
"""For the two directions with the most relations; the thinnest line is 1."""


@dataclass(frozen=True, slots=True)
class MapDirection:
    """A direction, or the papers of none; `number` is that of its colour in the drawing of all papers.

    `groups` are their titles with their papers, as on the page of the direction; `elsewhere` is how many of these have
    their place in the drawing of all papers, and their relations here, in another direction.
    """

    slug: str
    title: str
    href: str
    number: int
    groups: tuple[tuple[str, tuple[Paper, ...]], ...]
    elsewhere: int = 0

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Return all its papers, each once."""
        return tuple({paper.key: paper for _, papers in self.groups for paper in papers}.values())


@dataclass(frozen=True, slots=True)
class Tie:
    """Two directions, or a direction twice, with the relations between their papers, either way."""

    first: MapDirection
    second: MapDirection
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class DirectionBox:
    """A direction in the drawing; its `lines` have their baselines, the last is the number of its papers."""

    direction: MapDirection
    x: float
    y: float
    w: float
    h: float
    lines: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie in the drawing: a path, where its number stands, and how thick it is."""

    tie: Tie
    path: str
    middle: tuple[float, float]
    width: float


@dataclass(frozen=True, slots=True)
class DirectionMap:
    """The drawing, and the same in words: `between` has the ties of two directions, `inside` those of one."""

    directions: tuple[MapDirection, ...]
    between: tuple[Tie, ...]
    inside: tuple[Tie, ...]
    width: float
    height: float
    font_size: float
    boxes: tuple[DirectionBox, ...]
    lines: tuple[TieLine, ...]


def make_direction_map(site: Site, graph: Graph) -> DirectionMap:
    """Return the map from above of what the `graph` of the whole atlas has."""
    number_of = {slug: number for number, region in enumerate(graph.groups) for slug in region.slugs}
    home = {node.key: number_of[node.group] for node in graph.nodes}
    directions = tuple(_direction(site, region, number, home) for number, region in enumerate(graph.groups))
    found: dict[tuple[int, int], list[Relation]] = {}
    for relation in site.atlas.relations:
        first, second = sorted((home[relation.source], home[relation.target]))
        found.setdefault((first, second), []).append(relation)
    ties = {pair: Tie(directions[pair[0]], directions[pair[1]], tuple(same)) for pair, same in found.items()}
    between = {pair: tie for pair, tie in ties.items() if pair[0] != pair[1]}
    boxes = _boxes(directions, {pair: len(tie.relations) for pair, tie in between.items()})
    height = max((box.y + box.h for box in boxes), default=0.0) + _PADDING_Y
    return DirectionMap(
        directions=directions,
        between=tuple(sorted(between.values(), key=lambda tie: -len(tie.relations))),
        inside=tuple(ties[pair] for pair in sorted(ties) if pair[0] == pair[1]),
        width=DIRECTIONS_WIDTH,
        height=height,
        font_size=FONT_SIZE,
        boxes=boxes,
        lines=_lines(boxes, list(between.values()), height),
    )


def _direction(site: Site, region: GraphGroup, number: int, home: Mapping[str, int]) -> MapDirection:
    """Return a direction, or the papers of none; `home` are the numbers of those that papers have their place in."""
    direction, papers = site.atlas.directions.get(region.slug), site.atlas.papers
    if direction is None:
        own = tuple(papers[key] for key, at in home.items() if at == number)
        return MapDirection(region.slug, region.title, region.href, number, ((region.title, own),))
    groups = tuple(
        (group.title or site.messages.other_papers, tuple(papers[key] for key in group.papers))
        for group in direction.groups
        if group.papers
    )
    elsewhere = sum(home[key] != number for key in direction.papers)
    return MapDirection(region.slug, region.title, region.href, number, groups, elsewhere)


def _boxes(directions: Sequence[MapDirection], strength: Mapping[tuple[int, int], float]) -> tuple[DirectionBox, ...]:
    """Return the boxes of directions in their order, on a ring."""
    texts = [wrap_text(each.title, _TEXT_WIDTH, bold=True) for each in directions]
    heights = [LINE_HEIGHT * (len(lines) + 1) + 2 * _PADDING_Y for lines in texts]
    widths = [max(measure_text(line, bold=True) for line in lines) + 2 * _PADDING_X for lines in texts]
    row = max(_LEAST_ROW, max(heights, default=0.0) + _ROW_GAP)
    places = ring_places(len(directions), DIRECTIONS_WIDTH - max(widths, default=0.0) - 4, row)
    boxes: dict[int, DirectionBox] = {}
    for number, (x, y) in zip(order_on_ring(strength, places), places, strict=True):
        w, h = widths[number], heights[number]
        left, top = DIRECTIONS_WIDTH / 2 + x - w / 2, y - h / 2
        lines = (*texts[number], str(len(directions[number].papers)))
        first = top + _PADDING_Y + LINE_HEIGHT * 0.75
        baselines = tuple((line, first + LINE_HEIGHT * index) for index, line in enumerate(lines))
        boxes[number] = DirectionBox(directions[number], left, top, w, h, baselines)
    return tuple(boxes[number] for number in range(len(directions)))


def _lines(boxes: Sequence[DirectionBox], ties: Sequence[Tie], height: float) -> tuple[TieLine, ...]:
    """Return the lines of ties, the thickest last, above the others."""
    centre = {box.direction.number: (box.x + box.w / 2, box.y + box.h / 2) for box in boxes}
    most = max((len(tie.relations) for tie in ties), default=1)
    lines = []
    for tie in sorted(ties, key=lambda tie: len(tie.relations)):
        (x1, y1), (x2, y2) = first, second = centre[tie.first.number], centre[tie.second.number]
        x, y = bend(first, second, (DIRECTIONS_WIDTH / 2, height / 2))
        middle = (x1 + 2 * x + x2) / 4, (y1 + 2 * y + y2) / 4
        path = f"M{x1:.1f},{y1:.1f}Q{x:.1f},{y:.1f},{x2:.1f},{y2:.1f}"
        lines.append(TieLine(tie, path, middle, 1 + (_THICKEST - 1) * math.sqrt(len(tie.relations) / most)))
    return tuple(lines)
