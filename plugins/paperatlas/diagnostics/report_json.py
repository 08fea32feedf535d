"""Problems as JSON: a list of objects, one for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperatlas.diagnostics.escaped_json import escaped_json
from paperatlas.diagnostics.problem import Problem, Span


def json_report(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a list of objects `code, severity, file, line, column, message, hint` and more, one a line.

    `endLine` and `endColumn` are behind the last character, and 0 if that is not known; `related` are other places
    that belong to the problem; `edit` is what `paperatlas check --fix` writes.
    """
    separator = "[\n"
    for problem in problems:
        yield f"{separator}  {escaped_json(_object(problem))}"
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _object(problem: Problem) -> dict[str, object]:
    place = _place(problem.span)
    return {
        "code": problem.code,
        "severity": problem.severity,
        **{name: place.pop(name) for name in ("file", "line", "column")},
        "message": problem.message,
        "hint": problem.hint,
        **place,
        "related": [{**_place(span), "label": problem.label} for span in problem.related],
        "edit": {**_place(problem.edit.span), "text": problem.edit.text} if problem.edit else None,
    }


def _place(span: Span) -> dict[str, str | int]:
    names = ("file", "line", "column", "endLine", "endColumn")
    return dict(zip(names, (span.file, span.line, span.column, span.end_line, span.end_column), strict=True))
