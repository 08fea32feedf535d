"""What a problem is about, wherever that stands in its file by now."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from paperatlas.diagnostics.problem import Problem


class Subject(NamedTuple):
    """An entry by its citation key, and a field of it with its value as written; empty as far as there is none."""

    key: str = ""
    field: str = ""
    value: str = ""


SubjectOf: TypeAlias = Callable[[Problem], Subject]
"""What tells the subject of a problem."""


def no_subject(_: Problem) -> Subject:
    """Return that a problem is about no entry."""
    return Subject()
