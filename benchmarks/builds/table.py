"""The table of comparisons, for a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.builds.comparison import BYTES, CPU, FILES, MEMORY, WALL, Comparison

HEADINGS = ("work", "papers", "against", "judged by", "ratio", "rounds", "goal", "", "ours", "theirs", "time", "memory")
_NAMES = {CPU: "CPU", WALL: "time", MEMORY: "memory", BYTES: "bytes", FILES: "files"}


def cells(comparison: Comparison) -> tuple[str, ...]:
    """Return a comparison's row."""
    judged = comparison.judged_by
    low, high = comparison.spread(judged)
    ours, theirs = comparison.medians(judged)
    rounds = f"{low:.2f}-{high:.2f}" if low != high else ""
    return (
        comparison.work,
        f"{comparison.papers:,}",
        comparison.against,
        _NAMES.get(judged, judged),
        significant(comparison.ratio(judged)),
        rounds,
        goal(comparison),
        mark(comparison),
        quantity(judged, ours),
        quantity(judged, theirs),
        *(significant(comparison.ratio(each)) if each in comparison.figures else "" for each in (WALL, MEMORY)),
    )


def goal(comparison: Comparison) -> str:
    """Return the goal, with the number of papers it speaks of where another number was measured."""
    if comparison.goal is None:
        return ""
    elsewhere = comparison.goal_papers not in (0, comparison.papers)
    return f"≤ {comparison.goal:g}" + (f" at {comparison.goal_papers:,}" if elsewhere else "")


def mark(comparison: Comparison) -> str:
    """Say whether the goal is met, where that can be said."""
    return {True: "met", False: "MISSED", None: ""}[comparison.met]


def quantity(figure: str, value: float) -> str:
    """Return a figure with its unit."""
    if figure in (MEMORY, BYTES):
        return f"{value / 1e6:,.0f} MB" if value >= 2e6 else f"{value / 1e3:,.0f} kB"
    if figure == FILES:
        return f"{value:,.0f}"
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{significant(value)} s"


def significant(value: float) -> str:
    """Return a number with about three digits that say something."""
    digits = next((digits for least, digits in ((100, 0), (10, 1), (0.1, 2)) if value >= least), 3)
    return f"{value:.{digits}f}"


def text_table(comparisons: Iterable[Comparison]) -> str:
    """Return the rows in columns."""
    rows = [HEADINGS, *map(cells, comparisons)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def markdown_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of rows as a table of Markdown."""
    yield f"| {' | '.join(HEADINGS)} |"
    yield "|" + " --- |" * len(HEADINGS)
    for row in rows:
        yield f"| {' | '.join(row)} |"
