"""One cause is one problem: what many places share is reported at the first of them, with how often there is more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from paperatlas.diagnostics.problem import TIMES, Problem

SEVERAL = "several"
"""The wording of a rule that speaks of how many there are; the others get their count behind their sentence."""
_MORE_PLACES = 2
"""How many further places are named: enough to see a pattern, and few enough to read."""


def one_per_cause(problems: Iterable[Problem], codes: frozenset[str]) -> list[Problem]:
    """Return the problems in their order, those of the rules `codes` that say the same of several places as one.

    What can be mended stays as it is, each place with its edit.
    """
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        alike = problem.code in codes and problem.edit is None
        said = () if SEVERAL in problem.rule.variants else (problem.variant, problem.arguments)
        key = (problem.code, problem.severity, *said) if alike else problem
        groups.setdefault(key, []).append(problem)
    return [_grouped(alike) for alike in groups.values()]


def _grouped(problems: list[Problem]) -> Problem:
    first, *others = problems
    if not others:
        return first
    if SEVERAL in first.rule.variants:
        count = {"count": len(problems)}
        first = replace(first, variant=SEVERAL, arguments=tuple((dict(first.arguments) | count).items()))
        return replace(first, related=tuple(problem.span for problem in others[:_MORE_PLACES]))
    places = (*first.related, *(problem.span for problem in others[:_MORE_PLACES]))
    return replace(first, arguments=(*first.arguments, (TIMES, len(problems))), related=places)
