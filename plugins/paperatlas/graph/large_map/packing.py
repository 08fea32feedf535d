"""Discs packed around a middle without overlap, those that belong together near each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from paperatlas.graph.model import Point

FLAT = 1.5
"""Windows are wider than high: so many times wider than high is what is packed, about."""
_TOUCH = 1e-6
"""Discs that touch may overlap by the last bits of their numbers."""
_ROUNDS = 120
"""The disc around discs is then at most 0.2 % larger than after twenty thousand."""

Disc = tuple[float, float, float]
"""A disc: its middle and its radius."""


def pack_discs(
    radii: Sequence[float], pulls: Mapping[tuple[int, int], int] | None = None, *, flat: float = 1.0
) -> list[Point]:
    """Return a middle for each disc, around 0,0; `pulls` counts what two discs, by their numbers, have in common.

    The largest goes first; each next one into a place where it touches two others: the one that is
    nearest to the middle and to the discs that pull it. Forty discs take a hundredth of a second, three
    hundred a fifth of one.
    """
    order = sorted(range(len(radii)), key=lambda disc: (-radii[disc], disc))
    pulling = _both_ways(pulls or {})
    placed: dict[int, Disc] = {}
    pockets: list[_Pocket] = []
    for disc in order:
        r, least = radii[disc], radii[order[-1]]
        near = [(placed[other], weight) for other, weight in pulling.get(disc, {}).items() if other in placed]
        x, y = _place(r, placed, pockets, near, flat)
        placed[disc] = new = (x, y, r)
        touched = [other for other in placed.values() if other is not new and _apart(new, other) < _TOUCH]
        fresh = [_Pocket(other, new, side) for other in touched for side in (1, -1)]
        # What was open before is closed by nothing but the new disc.
        pockets = [pocket for pocket in pockets if pocket.holds(least, [new])]
        pockets += [pocket for pocket in fresh if pocket.holds(least, placed.values())]
    return [placed[disc][:2] for disc in range(len(radii))]


@dataclass(frozen=True, slots=True)
class _Pocket:
    """The place on one side of two discs that touch."""

    a: Disc
    b: Disc
    side: int

    def middle(self, r: float) -> Point:
        """Return where the middle of a disc of radius `r` is that touches both."""
        dx, dy = self.b[0] - self.a[0], self.b[1] - self.a[1]
        apart = math.hypot(dx, dy)
        to_a, to_b = self.a[2] + r, self.b[2] + r
        along = (apart * apart + to_a * to_a - to_b * to_b) / (2 * apart)
        up = self.side * math.sqrt(max(to_a * to_a - along * along, 0.0))
        return self.a[0] + (along * dx - up * dy) / apart, self.a[1] + (along * dy + up * dx) / apart

    def holds(self, r: float, others: Iterable[Disc]) -> bool:
        """Return whether a disc of radius `r` in it is clear of the others."""
        new = (*self.middle(r), r)
        return all(_apart(new, other) > -_TOUCH for other in others)


def _place(
    r: float, placed: Mapping[int, Disc], pockets: Sequence[_Pocket], near: Sequence[tuple[Disc, int]], flat: float
) -> Point:
    """Return the best place for a disc of radius `r`."""
    beside = (max((x + radius for x, _, radius in placed.values()), default=-r) + r, 0.0)
    choices = sorted((round(_cost(pocket.middle(r), near, flat), 4), index) for index, pocket in enumerate(pockets))
    best = next((index for _, index in choices if pockets[index].holds(r, placed.values())), None)
    return beside if best is None else pockets[best].middle(r)


def enclose(discs: Sequence[Disc]) -> Disc:
    """Return a small disc around discs: after Bădoiu and Clarkson (2003), whose middle steps to the farthest one."""
    if not discs:
        return 0.0, 0.0, 0.0
    x = fsum(disc[0] * disc[2] ** 2 for disc in discs) / fsum(disc[2] ** 2 for disc in discs)
    y = fsum(disc[1] * disc[2] ** 2 for disc in discs) / fsum(disc[2] ** 2 for disc in discs)
    best = (x, y, _reach(x, y, discs))
    for step in range(1, _ROUNDS):
        far = max(discs, key=lambda disc: math.hypot(disc[0] - x, disc[1] - y) + disc[2])
        distance = math.hypot(far[0] - x, far[1] - y)
        if distance == 0:
            break
        x += (far[0] - x) * (distance + far[2]) / distance / (step + 1) / 2
        y += (far[1] - y) * (distance + far[2]) / distance / (step + 1) / 2
        best = min(best, (x, y, _reach(x, y, discs)), key=lambda disc: disc[2])
    return best


def _reach(x: float, y: float, discs: Sequence[Disc]) -> float:
    return max(math.hypot(disc[0] - x, disc[1] - y) + disc[2] for disc in discs)


def _both_ways(pulls: Mapping[tuple[int, int], int]) -> dict[int, dict[int, int]]:
    pulling: dict[int, dict[int, int]] = {}
    for (a, b), weight in pulls.items():
        if a != b and weight > 0:
            for one, other in ((a, b), (b, a)):
                of_one = pulling.setdefault(one, {})
                of_one[other] = of_one.get(other, 0) + weight
    return pulling


def _cost(point: Point, near: Sequence[tuple[Disc, int]], flat: float) -> float:
    x, y = point
    middle = math.hypot(x, y * flat)
    if not near:
        return middle
    whole = fsum(weight for _, weight in near)
    return middle + fsum(weight * math.hypot(x - disc[0], y - disc[1]) for disc, weight in near) / whole


def _apart(a: Disc, b: Disc) -> float:
    """Return the room between two discs; negative where they overlap."""
    return math.hypot(a[0] - b[0], a[1] - b[1]) - a[2] - b[2]
