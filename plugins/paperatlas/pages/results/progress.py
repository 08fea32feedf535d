"""The best value over time: which papers improved it, one after the other, drawn as a small chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from paperatlas.atlas import Paper
from paperatlas.pages.results.tables import Conditions, ResultGroup, ResultRow, ResultTable
from paperatlas.results import Better, Result

_FEWEST_PAPERS = 3
"""How many papers a setting needs: of two, a table shows at a glance which is better."""
_MOST_YEARS_NAMED = 7
"""How many years have their number below the axis: each takes 30 of its 248 pixels."""

_NUMBER_WIDTH = 14
"""In pixels, of a point's number with some space."""


@dataclass(frozen=True, slots=True)
class _Chart:
    """The size of a chart in pixels, and where its axes are: values stand on the left, years below."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int


CHART = _Chart(width=320, height=126, left=58, right=306, top=18, bottom=100)
"""As wide as a phone's column, so that its letters are nowhere smaller than they are meant."""


@dataclass(frozen=True, slots=True)
class ProgressPoint:
    """A paper that improved the best value: `when` it was first public, as a reader knows it, and its place.

    Its number stands above it; `crowded` if the next point is so near that it has to stand a little to the left.
    """

    paper: Paper
    result: Result
    when: str
    x: float
    y: float
    crowded: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """The papers that improved the best value under the same `conditions`, and the years on the axis."""

    conditions: Conditions
    points: tuple[ProgressPoint, ...]
    years: tuple[tuple[int, float, bool], ...]
    """Each year with its place, and whether its number stands there."""

    @property
    def path(self) -> str:
        """Return the line: a value is the best until another one is better."""
        first, *others = self.points
        steps = "".join(f"H{point.x:.1f}V{point.y:.1f}" for point in others)
        return f"M{first.x:.1f},{first.y:.1f}{steps}H{CHART.right}"


def progress_of(table: ResultTable) -> Progress | None:
    """Return how the best value of a table has changed under the conditions that most papers have results for.

    None where nothing is known to be better, or no setting has enough papers or more than one that was the best.
    """
    if table.better is None:
        return None
    known = [group for group in table.groups if group.conditions and _papers(group) >= _FEWEST_PAPERS]
    # Of settings with as many papers the first one counts: it has the better value.
    group = max(known, key=_papers, default=None)
    if group is None:
        return None
    records = _records(group.rows, table.better)
    return _drawn(group.conditions, records) if len(records) > 1 else None


def _papers(group: ResultGroup) -> int:
    return len({row.paper.key for row in group.rows})


def _records(rows: Sequence[ResultRow], direction: Better) -> list[tuple[ResultRow, tuple[int, int]]]:
    """Return the best rows of the papers that improved the best value, with their months, in order of time.

    Of papers of one month only the best counts.
    """
    dated = [(row, month) for row in rows if (month := _month(row.paper))]
    found: list[tuple[ResultRow, tuple[int, int]]] = []
    for row, month in sorted(dated, key=lambda each: (each[1], _rank(each[0], direction))):
        if not found or _rank(row, direction) < _rank(found[-1][0], direction):
            found.append((row, month))
    return found


def _rank(row: ResultRow, direction: Better) -> float:
    return row.result.number if direction == "lower" else -row.result.number


def _month(paper: Paper) -> tuple[int, int] | None:
    """Return when a paper was public at the latest: in the month of its preprint, else at the end of its year."""
    if paper.first_public:
        year, month = paper.first_public.split("-")
        return int(year), int(month)
    return (paper.year, 12) if paper.year else None


def _drawn(conditions: Conditions, records: Sequence[tuple[ResultRow, tuple[int, int]]]) -> Progress:
    months = [12 * year + month - 1 for _, (year, month) in records]
    values = [row.result.number for row, _ in records]
    # From January of the first year to December of the last, so that the axis has whole years.
    first, last = records[0][1][0], records[-1][1][0]
    month_width = (CHART.right - CHART.left) / (12 * (last - first + 1))
    value_height = (CHART.bottom - CHART.top) / (max(values) - min(values))
    across = [round(CHART.left + (month - 12 * first) * month_width, 1) for month in months]
    points = tuple(
        ProgressPoint(
            row.paper,
            row.result,
            row.paper.first_public or row.paper.year_name,
            x,
            round(CHART.bottom - (row.result.number - min(values)) * value_height, 1),
            following - x < _NUMBER_WIDTH,
        )
        for (row, _), x, following in zip(records, across, [*across[1:], float("inf")], strict=True)
    )
    every = -(-(last - first + 1) // _MOST_YEARS_NAMED)
    years = tuple(
        (year, round(CHART.left + 12 * (year - first) * month_width, 1), (year - first) % every == 0)
        for year in range(first, last + 1)
    )
    return Progress(conditions, points, years)
