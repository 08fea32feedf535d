"""A search for problems runs once, and only if somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from paperatlas.diagnostics.problem import Problem, Rule, Span
from paperatlas.diagnostics.searches import deferred, found

PROBLEM = Rule("TST001", "test", "warning", "", "", message="Wrong.", hint="Mend it.").at(Span("a.bib", 1))


def test_problems_are_looked_for_once_and_only_if_somebody_asks() -> None:
    runs = []

    def find() -> Iterator[Problem]:
        runs.append(1)
        yield PROBLEM

    search = deferred(find)
    assert not runs
    assert [search(), search()] == [(PROBLEM,), (PROBLEM,)]
    assert len(runs) == 1


def test_problems_that_are_found_already_stay_as_they_were() -> None:
    problems = [PROBLEM]
    search = found(problems)
    problems.clear()
    assert search() == (PROBLEM,)
