"""Places for a few boxes with ties of any strength between them: all on one ring, so that no box hides a tie."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import fsum

from paperatlas.graph.model import Point

_MOST_ROUNDS = 20
"""Of exchanges of places: sixty boxes with random ties need six until none helps, and a quarter of a second."""
_BENT, _BENT_MOST = 0.35, 1.0
"""How far a tie from one side to the other is bent to the middle of the ring, and one between boxes of the same side:
with less it would run behind the boxes between."""


def ring_places(count: int, width: float, row: float) -> tuple[Point, ...]:
    """Return that many places on a ring, from the top, left and right in turn, `width` apart where they are widest.

    Those of one side are `row` below each other, so that boxes which fit in a row never meet. Of an odd number the last
    is in the middle.
    """
    rows = math.ceil(count / 2)
    half = row * rows / 2
    places: list[Point] = []
    for number in range(count):
        y = row * (number // 2 + 0.5)
        x = width / 2 * math.sqrt(1 - ((y - half) / (half + row / 2)) ** 2)
        alone = number == count - 1 and number % 2 == 0
        places.append((0.0 if alone else x if number % 2 else -x, y))
    return tuple(places)


def order_on_ring(strength: Mapping[tuple[int, int], float], places: Sequence[Point]) -> tuple[int, ...]:
    """Return which box stands at each place, so that strong ties are short.

    `strength` is that of a tie by the numbers of its boxes. Two boxes change places as long as that helps.
    """
    ties: list[list[tuple[int, float]]] = [[] for _ in places]
    for (first, second), value in strength.items():
        ties[first].append((second, value))
        ties[second].append((first, value))
    at = list(range(len(places)))  # the place of each box

    def length(box: int) -> float:
        return fsum(value * math.dist(places[at[box]], places[at[other]]) for other, value in ties[box])

    for _ in range(_MOST_ROUNDS):
        better = False
        for first, second in combinations(range(len(places)), 2):
            before = length(first) + length(second)
            at[first], at[second] = at[second], at[first]
            if length(first) + length(second) < before - 1e-9:
                better = True
            else:
                at[first], at[second] = at[second], at[first]
        if not better:
            break
    boxes = [0] * len(places)
    for box, place in enumerate(at):
        boxes[place] = box
    return tuple(boxes)


def bend(first: Point, second: Point, middle: Point) -> Point:
    """Return the control point of the curve that is a tie: it runs inside the ring."""
    x, y = (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
    if (first[0] - middle[0]) * (second[0] - middle[0]) > 0:
        return x + (middle[0] - x) * _BENT_MOST, y
    return x + (middle[0] - x) * _BENT, y + (middle[1] - y) * _BENT
