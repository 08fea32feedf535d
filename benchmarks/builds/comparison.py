"""What was measured of two sides, as ratios, and whether it meets its goal."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.builds.processes import Usage

Pair = tuple[float, float]
"""The same figure of both sides, ours first, from one round."""
CPU, WALL, MEMORY, BYTES, FILES = "cpu", "wall", "memory", "bytes", "files"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One work, what it is compared with, and pairs of figures by their name."""

    work: str
    against: str
    papers: int
    figures: Mapping[str, Sequence[Pair]]
    goal: float | None = None
    goal_papers: int = 0
    """The number of papers that the goal speaks of; 0 for any."""
    judged_by: str = CPU
    """The figure whose ratio the goal limits."""
    note: str = ""

    def ratio(self, figure: str) -> float:
        """Return the median of the rounds' ratios; each round's own, since a machine is slower in one than another."""
        return statistics.median(ratios(self.figures[figure]))

    def spread(self, figure: str) -> tuple[float, float]:
        """Return the smallest and the largest ratio of a round."""
        found = ratios(self.figures[figure])
        return min(found), max(found)

    def medians(self, figure: str) -> Pair:
        """Return what each side cost, in the median."""
        ours, theirs = zip(*self.figures[figure], strict=True)
        return statistics.median(ours), statistics.median(theirs)

    @property
    def met(self) -> bool | None:
        """Return whether the goal is met; None if there is none, or it speaks of another number of papers."""
        if self.goal is None or self.goal_papers not in (0, self.papers):
            return None
        return self.ratio(self.judged_by) <= self.goal

    def as_data(self) -> dict[str, Any]:
        """Return the comparison as JSON would have it, with its results."""
        results = {
            figure: {"ratio": self.ratio(figure), "spread": self.spread(figure), "medians": self.medians(figure)}
            for figure in self.figures
        }
        return asdict(self) | {"met": self.met, "results": results}


def ratios(pairs: Sequence[Pair]) -> list[float]:
    """Return ours divided by theirs, for each pair."""
    return [ours / theirs for ours, theirs in pairs]


def compare_usages(ours: Sequence[Usage], theirs: Sequence[Usage], each: Pair = (1, 1)) -> dict[str, list[Pair]]:
    """Pair two sides' usages round by round; with `each`, CPU and time are divided by so many pages."""
    pairs = list(zip(ours, theirs, strict=True))
    return {
        CPU: [(a.cpu / each[0], b.cpu / each[1]) for a, b in pairs],
        WALL: [(a.wall / each[0], b.wall / each[1]) for a, b in pairs],
        MEMORY: [(a.memory, b.memory) for a, b in pairs],
    }


@dataclass(slots=True)
class Measured:
    """The usages of every work, a list with one of each round, by number of papers and name."""

    usages: dict[tuple[int, str], list[Usage]] = field(default_factory=dict)

    def add(self, papers: int, work: str, usage: Usage) -> None:
        """Add what one round cost."""
        self.usages.setdefault((papers, work), []).append(usage)

    def drop(self, papers: int, work: str) -> None:
        """Forget all rounds of a work."""
        self.usages.pop((papers, work), None)

    def get(self, papers: int, work: str) -> list[Usage]:
        """Return the rounds of a work; none if it was not measured."""
        return self.usages.get((papers, work), [])
