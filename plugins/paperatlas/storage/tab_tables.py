"""Tables with tabs between their cells -> what their rows state, sorted and each once, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from paperatlas.diagnostics.problem import Problem, Rule, Span
from paperatlas.storage.tab_rows import TabRow, TabRules, read_tab_rows
from paperatlas.storage.tables import read_table_files


class _Placed(Protocol):
    """What a row states, with the place of the row."""

    @property
    def span(self) -> Span: ...


_Statement = TypeVar("_Statement", bound=_Placed)


@dataclass(frozen=True, slots=True)
class TabTable(Generic[_Statement]):
    """A kind of table.

    `row` returns what a row states, or what is wrong with it; by its `name` it is sorted and told apart from others.
    `unsorted` is the rule for a file whose rows are out of order, `repeated` the problem with a row whose name an
    earlier one has, `unreadable` the rule for a file that cannot be read.
    """

    columns: Sequence[str]
    cells: TabRules
    unreadable: Rule
    unsorted: Rule
    row: Callable[[TabRow], _Statement | Problem]
    name: Callable[[_Statement], tuple[str, ...]]
    repeated: Callable[[_Statement], Problem]


def read_tab_tables(
    paths: Iterable[Path], root: Path, table: TabTable[_Statement]
) -> tuple[tuple[_Statement, ...], list[Problem]]:
    """Return what the rows of some files state, in order, and what is wrong with them; places are relative to `root`.

    Of rows with one name the first is returned, and each further one is a problem.
    """
    rows, problems = read_table_files(
        paths, root, lambda text, file: read_tab_table(text, file, table), table.unreadable
    )
    first: dict[tuple[str, ...], _Statement] = {}
    for row in rows:
        other = first.setdefault(table.name(row), row)
        if other is not row:
            problems.append(table.repeated(row).beside(other.span))
    return tuple(first.values()), problems


def read_tab_table(text: str, file: str, table: TabTable[_Statement]) -> tuple[list[_Statement], list[Problem]]:
    """Return what the rows of one file state, and what is wrong with it.

    Rows out of order are one problem, at the first that should stand before its neighbour.
    """
    rows, problems = read_tab_rows(text, file, table.columns, table.cells)
    stated: list[_Statement] = []
    for row in rows:
        found = table.row(row)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            stated.append(found)
    wrong = next((second for first, second in pairwise(stated) if table.name(second) < table.name(first)), None)
    return stated, [*problems, table.unsorted.at(wrong.span)] if wrong else problems
