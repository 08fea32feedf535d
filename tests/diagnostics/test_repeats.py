"""What many places share is told once."""

from __future__ import annotations

import pytest

from paperatlas.diagnostics.problem import Edit, Problem, Rule, Span, Wording
from paperatlas.diagnostics.repeats import one_per_cause

RULE = Rule("TST001", "test", "warning", "", "", message="'{name}' is not known.", hint="Remove it.")
COUNTED = Rule(
    "TST002", "other", "warning", "", "", "'{name}'.", "", variants={"several": Wording("There are {count}.")}
)
CODES = frozenset({"TST001", "TST002"})


def problems(rule: Rule, *names: str) -> list[Problem]:
    return [rule.at(Span("a.bib", line), name=name) for line, name in enumerate(names, 1)]


@pytest.mark.parametrize(
    ("found", "codes", "told"),
    [
        (problems(RULE, "x"), CODES, ["1 'x' is not known."]),
        (problems(RULE, "x", "y", "x", "x", "x"), CODES, ["1 'x' is not known. (4 times) 3 4", "2 'y' is not known."]),
        (problems(COUNTED, "x", "y", "z"), CODES, ["1 There are 3. 2 3"]),
        (problems(RULE, "x", "x"), frozenset[str](), ["1 'x' is not known.", "2 'x' is not known."]),
        (
            [problem.mended_by(Edit(problem.span, "")) for problem in problems(RULE, "x", "x")],
            CODES,
            ["1 'x' is not known.", "2 'x' is not known."],
        ),
    ],
    ids=["one", "alike", "counted", "another rule", "with edits"],
)
def test_one_cause_is_one_problem(found: list[Problem], codes: frozenset[str], told: list[str]) -> None:
    shown = [
        " ".join([str(problem.line), problem.message, *(str(span.line) for span in problem.related)])
        for problem in one_per_cause(found, codes)
    ]
    assert shown == told
