"""Problems as JSON: a list of objects, one for each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from paperatlas.diagnostics.problem import Problem


def json_report(problems: Iterable[Problem]) -> Iterator[str]:
    """A list of objects `code, severity, file, line, column, message, hint`, one a line."""
    separator = "[\n"
    for problem in problems:
        yield f"{separator}  {json.dumps(_object(problem), ensure_ascii=False)}"
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _object(problem: Problem) -> dict[str, str | int]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }
