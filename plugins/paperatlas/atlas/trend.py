"""Papers by year: the small chart of a direction and of the whole atlas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Paper

MOST_YEARS = 24
"""A library of many decades shows its last years only; the first bar then counts all that came before."""


@dataclass(frozen=True, slots=True)
class YearBar:
    """The papers of a year, or of a year and all before it (`and_before`); how many have code, if that is said."""

    year: int
    papers: int
    with_code: int | None
    and_before: bool = False


def trend(papers: Iterable[Paper], *, code: bool = True, beside: Sequence[YearBar] = ()) -> tuple[YearBar, ...]:
    """Return a bar for each year from the first to the last, also for years without a paper; none without any year.

    Without `code` the bars do not say how many papers have code. The years are those of the chart `beside`, which has
    all of the papers and more, if there is one.
    """
    dated = [paper for paper in papers if paper.year]
    if not dated:
        return ()
    last = beside[-1].year if beside else max(paper.year or 0 for paper in dated)
    earliest = beside[0].year if beside else min(paper.year or last for paper in dated)
    first = max(earliest, last - MOST_YEARS + 1)
    all_papers = Counter(max(paper.year or first, first) for paper in dated)
    with_code = Counter(max(paper.year or first, first) for paper in dated if paper.link("code"))
    before = any((paper.year or first) < first for paper in dated)
    return tuple(
        YearBar(year, all_papers[year], with_code[year] if code else None, and_before=before and year == first)
        for year in range(first, last + 1)
    )
