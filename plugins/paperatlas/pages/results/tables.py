"""Results of one measure as a table, in groups of those that may be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Atlas, Paper
from paperatlas.results import Better, Measure, Result, better
from paperatlas.results.model import SIZE_NAMES
from paperatlas.text.folding import ascii_slug

Conditions = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A result with its paper; `best` if none in its group is better."""

    paper: Paper
    result: Result
    best: bool


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Results with the same conditions: with the same setting, but for the model and its size."""

    conditions: Conditions
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """All results of one measure; `sizes` are the parts of settings that have a column, as some row names them."""

    id: str
    measure: Measure
    better: Better | None
    groups: tuple[ResultGroup, ...]
    models: bool
    sizes: tuple[str, ...]
    papers: int

    @property
    def count(self) -> int:
        """Return how many results it has."""
        return sum(len(group.rows) for group in self.groups)


def result_tables(atlas: Atlas, keys: Iterable[str]) -> tuple[ResultTable, ...]:
    """Return the results of some papers, a table for each measure; those of the most papers come first."""
    measures: dict[Measure, list[Result]] = {}
    for key in keys:
        for result in atlas.results.get(key, ()):
            measures.setdefault(result.measure, []).append(result)
    ids = _ids(measures)
    tables = [_table(measure, ids[measure], atlas.papers, results) for measure, results in measures.items()]
    return tuple(sorted(tables, key=lambda table: (-table.papers, -table.count, table.measure)))


def best_first(results: Iterable[Result], direction: Better | None) -> list[Result]:
    """Return results sorted by their values; as they are where nobody knows which are better."""
    if direction is None:
        return list(results)
    return sorted(results, key=lambda result: result.number, reverse=direction == "higher")


def _table(measure: Measure, id_: str, papers: Mapping[str, Paper], results: Sequence[Result]) -> ResultTable:
    direction = better(measure.metric)
    groups: dict[Conditions, list[Result]] = {}
    for result in best_first(results, direction):
        groups.setdefault(result.conditions, []).append(result)
    return ResultTable(
        id=id_,
        measure=measure,
        better=direction,
        groups=tuple(_group(conditions, rows, papers, direction) for conditions, rows in groups.items()),
        models=any(result.model for result in results),
        sizes=tuple(name for name in SIZE_NAMES if any(result.part(name) for result in results)),
        papers=len({result.key for result in results}),
    )


def _group(
    conditions: Conditions, results: Sequence[Result], papers: Mapping[str, Paper], direction: Better | None
) -> ResultGroup:
    """Return a group of sorted results, whose best are marked if it has those of several papers.

    Results that name no condition are not known to be comparable, so none of them is the best.
    """
    several = len({result.key for result in results}) > 1
    best = results[0].number if direction and several and conditions else None
    rows = (ResultRow(papers[result.key], result, result.number == best) for result in results)
    return ResultGroup(conditions, tuple(rows))


def _ids(measures: Iterable[Measure]) -> dict[Measure, str]:
    """Return what the heading of each table is called in its address."""
    ids: dict[Measure, str] = {}
    for measure in measures:
        name = ascii_slug(" ".join(measure)) or "table"
        same = sum(other == name or other.startswith(f"{name}--") for other in ids.values())
        ids[measure] = f"{name}--{same + 1}" if same else name
    return ids
