"""A large map without its papers: the directions and what runs between them, as a drawing and as a list."""

from __future__ import annotations

import math
from dataclasses import dataclass

from paperatlas.graph.text_width import FONT_SIZE, LINE_HEIGHT, measure_longest_word, measure_text, wrap_text
from paperatlas.pages.map.model import LargeMap, MapRegion

OVERVIEW_WIDTH = 1000.0
_NEAREST_DRAWN = 3
"""Lines of each direction: more of them hide the discs, and the list has them."""
_NEAREST_LISTED = 8
"""The others are counted."""
_THICKEST = 9.0
"""For the two directions with the most relations; the thinnest line is 1."""
_MARGIN = 6.0
"""Between a title and the edge of its disc."""


@dataclass(frozen=True, slots=True)
class DrawnRegion:
    """A direction as a disc; in it its title, or its number in the list where that does not fit."""

    region: MapRegion
    x: float
    y: float
    r: float
    lines: tuple[tuple[str, float], ...]
    """Lines of text, each with its baseline."""


@dataclass(frozen=True, slots=True)
class DrawnTie:
    """A line between two directions, the thicker the more relations there are."""

    first: MapRegion
    second: MapRegion
    count: int
    ends: tuple[float, float, float, float]
    """Where it begins and ends: x, y, x, y."""
    width: float


@dataclass(frozen=True, slots=True)
class ListedRegion:
    """A direction in words: its groups with the number of their papers, and the directions most related to it."""

    region: MapRegion
    groups: tuple[tuple[str, int], ...]
    """Titles, empty for the papers outside the groups."""
    nearest: tuple[tuple[MapRegion, int], ...]
    further: int
    """How many other directions have a relation to it."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The drawing and the list."""

    width: float
    height: float
    font_size: float
    regions: tuple[DrawnRegion, ...]
    ties: tuple[DrawnTie, ...]
    listed: tuple[ListedRegion, ...]
    left_out: int
    """How many pairs of directions have relations, but no line."""


def make_overview(drawn: LargeMap) -> Overview:
    """Return the overview of a map. Of each direction the lines to its three nearest are drawn; the list says more."""
    scale = OVERVIEW_WIDTH / drawn.layout.width if drawn.layout.width else 1.0
    by_slug = {region.slug: region for region in drawn.regions}
    nearest: dict[str, list[tuple[MapRegion, int]]] = {slug: [] for slug in by_slug}
    shown: dict[tuple[str, str], int] = {}
    for pair, count in sorted(drawn.between.items(), key=lambda item: (-item[1], item[0])):
        if min(len(nearest[slug]) for slug in pair) < _NEAREST_DRAWN:
            shown[pair] = count
        for slug, other in (pair, pair[::-1]):
            nearest[slug].append((by_slug[other], count))
    most = max(drawn.between.values(), default=1)
    groups: dict[str, list[tuple[str, int]]] = {slug: [] for slug in by_slug}
    for group in drawn.layout.groups:
        groups[group.region].append((drawn.group_titles[group.slug], drawn.count_of[group.slug]))
    return Overview(
        width=OVERVIEW_WIDTH,
        height=drawn.layout.height * scale,
        font_size=FONT_SIZE,
        regions=tuple(_region(region, f"{index}.", scale) for index, region in enumerate(drawn.regions, start=1)),
        # The thickest last, above the others.
        ties=tuple(
            _tie(by_slug[first], by_slug[second], count, most, scale)
            for count, (first, second) in sorted((count, pair) for pair, count in shown.items())
        ),
        listed=tuple(
            ListedRegion(
                region,
                tuple(groups[slug]),
                tuple(nearest[slug][:_NEAREST_LISTED]),
                max(len(nearest[slug]) - _NEAREST_LISTED, 0),
            )
            for slug, region in by_slug.items()
        ),
        left_out=len(drawn.between) - len(shown),
    )


def _region(region: MapRegion, number: str, scale: float) -> DrawnRegion:
    x, y, r = (value * scale for value in region.disc)
    lines = _fitting(region.title, str(region.papers), r - _MARGIN) or (number,)
    first = y - LINE_HEIGHT * (len(lines) - 1) / 2 + FONT_SIZE * 0.35
    return DrawnRegion(region, x, y, r, tuple((line, first + index * LINE_HEIGHT) for index, line in enumerate(lines)))


def _fitting(title: str, count: str, r: float) -> tuple[str, ...]:
    """Return the title in lines, and the count below them, if a disc of radius `r` holds them; else nothing."""
    for room in (2 * r, 1.6 * r, 1.2 * r):
        if measure_longest_word(title, bold=True) > room:
            continue
        lines = (*wrap_text(title, room, bold=True), count)
        half = LINE_HEIGHT * len(lines) / 2
        widest = max(measure_text(line, bold=True) for line in lines) / 2
        if math.hypot(half, widest) <= r:
            return lines
    return ()


def _tie(first: MapRegion, second: MapRegion, count: int, most: int, scale: float) -> DrawnTie:
    x1, y1, _ = first.disc
    x2, y2, _ = second.disc
    width = 1 + (_THICKEST - 1) * math.sqrt(count / most)
    return DrawnTie(first, second, count, (x1 * scale, y1 * scale, x2 * scale, y2 * scale), width)
