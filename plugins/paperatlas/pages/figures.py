"""The few numbers that describe a set of papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from paperatlas.atlas import Paper


@dataclass(frozen=True, slots=True)
class Figures:
    """How many papers, how many of them with code, and the years they cover (None without any year)."""

    papers: int
    with_code: int
    first_year: int | None
    last_year: int | None

    @property
    def percent_with_code(self) -> int:
        """Return the share of papers with code, rounded to whole percent; 0 without papers."""
        return round(100 * self.with_code / self.papers) if self.papers else 0


def figures(papers: Iterable[Paper]) -> Figures:
    """Count `papers`."""
    papers = list(papers)
    years = [paper.year for paper in papers if paper.year]
    return Figures(
        papers=len(papers),
        with_code=sum(1 for paper in papers if paper.link("code")),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )
