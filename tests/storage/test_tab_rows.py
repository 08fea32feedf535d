"""Rows with tabs between their cells, each with its place."""

from __future__ import annotations

import pytest

from paperatlas.diagnostics.problem import Rule, Wording
from paperatlas.storage.tab_rows import TabRules, read_tab_rows


def rule(code: str, *variants: str) -> Rule:
    """A rule that says its name and its arguments."""
    return Rule(
        code,
        code.lower(),
        "error",
        "S.",
        "E.",
        message=code,
        variants={each: Wording(f"{code} {each}") for each in variants},
    )


RULES = TabRules(rule("HEA001", "nothing"), rule("CEL001", "no-tab"), rule("EMP001"), rule("CHA001"))
HEAD = "one\ttwo\n"


@pytest.mark.parametrize(
    ("text", "cells", "problems"),
    [
        ("", [], ["a.tsv HEA001 nothing"]),
        (" \n\n", [], ["a.tsv HEA001 nothing"]),
        ("x\ty\n", [], ["a.tsv:1:1 HEA001"]),
        ("\n\nONE \t two\r\na\tb\r\n", [("a", "b")], []),
        (f"{HEAD} a \t b\n\n  \nc\td", [("a", "b"), ("c", "d")], []),
        (f"{HEAD}a\nb\tc\n", [("b", "c")], ["a.tsv:2:1 CEL001 no-tab"]),
        (f"{HEAD}a\tb\tc\n", [], ["a.tsv:2:1 CEL001"]),
        (f"{HEAD}a\t \n", [], ["a.tsv:2:4 EMP001"]),
        (f"{HEAD}\tb\n", [], ["a.tsv:2:1 EMP001"]),
        # What cannot be seen is told before what is missing, and ends no row.
        (f"{HEAD}\tb\x0b\n", [], ["a.tsv:2:2 CHA001"]),
        (f"{HEAD}a\tb\x85c\nd\te\n", [("d", "e")], ["a.tsv:2:3 CHA001"]),
        (f"{HEAD}  \u202ea\tb\n", [], ["a.tsv:2:3 CHA001"]),
        (f"{HEAD}a\u200bb\tb\n", [], ["a.tsv:2:1 CHA001"]),
        (f"{HEAD}a\tb\ufeff\n", [], ["a.tsv:2:3 CHA001"]),
    ],
)
def test_rows_are_read(text: str, cells: list[tuple[str, ...]], problems: list[str]) -> None:
    rows, found = read_tab_rows(text, "a.tsv", ("one", "two"), RULES)
    assert [row.cells for row in rows] == cells
    assert [f"{each.span} {each.message}" for each in found] == problems


def test_a_row_and_its_cells_know_their_places() -> None:
    (row,), _ = read_tab_rows(f"\n{HEAD}  ab\t c d \n", "a.tsv", ("one", "two"), RULES)
    spans = [
        (span.line, span.column, span.end_line, span.end_column) for span in (row.span, *map(row.cell_span, (0, 1)))
    ]
    assert spans == [(3, 1, 3, 11), (3, 3, 3, 5), (3, 7, 3, 10)]


def test_what_is_said_of_cells() -> None:
    _, problems = read_tab_rows(f"{HEAD}a\tb\tc\n\tb\na\tb\x1bc\n", "a.tsv", ("one", "two"), RULES)
    assert [dict(each.arguments) for each in problems] == [{"found": 3}, {"column": "one"}, {"text": "b\\x1bc"}]
