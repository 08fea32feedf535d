"""Searches for problems: each runs when its problems are asked for, so that who waits for a page waits for no check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from paperatlas.diagnostics.problem import Problem

ProblemSearch = Callable[[], tuple[Problem, ...]]


def found(problems: Iterable[Problem]) -> ProblemSearch:
    """Return the search for problems that are found already."""
    known = tuple(problems)
    return lambda: known


def deferred(find: Callable[[], Iterable[Problem]]) -> ProblemSearch:
    """Return a search that runs when its problems are asked for the first time; later it returns the same ones."""
    return cache(lambda: tuple(find()))
