"""Tables whose rows are sorted by what they state and state it once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from paperatlas.diagnostics.problem import Problem, Rule, Span
from paperatlas.storage.tab_rows import TabRow, TabRules
from paperatlas.storage.tab_tables import TabTable, read_tab_tables


def rule(code: str) -> Rule:
    """A rule that says its name."""
    return Rule(code, code.lower(), "error", "S.", "E.", message=code)


@dataclass(frozen=True, slots=True)
class Pair:
    """What a row of this table states."""

    one: str
    two: str
    span: Span


def pair(row: TabRow) -> Pair | Problem:
    """Return the pair in a row; one of two equal cells is a fault."""
    one, two = row.cells
    return rule("SAM001").at(row.cell_span(1)) if one == two else Pair(one, two, row.span)


TABLE = TabTable(
    columns=("one", "two"),
    cells=TabRules(rule("HEA001"), rule("CEL001"), rule("EMP001"), rule("CHA001")),
    unreadable=rule("UNR001"),
    unsorted=rule("UNS001"),
    row=pair,
    name=lambda row: (row.one,),
    repeated=lambda row: rule("REP001").at(row.span),
)


@pytest.mark.parametrize(
    ("files", "stated", "problems"),
    [
        ((), [], []),
        (("a\tb\nc\td\n",), ["ab", "cd"], []),
        # A faulty row is left out, and is no neighbour in the order of the others.
        (("a\tb\nz\tz\nc\td\n",), ["ab", "cd"], ["1.tsv:3:3 SAM001"]),
        (("a\tb\nc\td\te\n",), ["ab"], ["1.tsv:3:1 CEL001"]),
        # Out of order is told once for a file, at the first row that should stand higher.
        (("c\td\na\tb\nd\te\nb\tc\n",), ["cd", "ab", "de", "bc"], ["1.tsv:3:1 UNS001"]),
        # Each file has its own order, and all of them state a name once.
        (("c\td\n", "a\tb\n"), ["cd", "ab"], []),
        (("a\tb\na\tc\n",), ["ab"], ["1.tsv:3:1 REP001 beside 1.tsv:2:1"]),
        (("a\tb\n", "a\tc\nb\tc\n"), ["ab", "bc"], ["2.tsv:2:1 REP001 beside 1.tsv:2:1"]),
        (("a\tb\n", None, "c\td\n"), ["ab", "cd"], ["2.tsv UNR001"]),
    ],
)
def test_tables_are_read(tmp_path: Path, files: tuple[str | None, ...], stated: list[str], problems: list[str]) -> None:
    paths = [tmp_path / f"{number}.tsv" for number, _ in enumerate(files, 1)]
    for path, rows in zip(paths, files, strict=True):
        path.write_bytes(b"\xff" if rows is None else f"one\ttwo\n{rows}".encode())
    found, wrong = read_tab_tables(paths, tmp_path, TABLE)
    assert [row.one + row.two for row in found] == stated
    assert [described(problem) for problem in wrong] == problems


def described(problem: Problem) -> str:
    """Return where a problem is, what it says, and the places beside it."""
    return " beside ".join((f"{problem.span} {problem.message}", *map(str, problem.related)))
