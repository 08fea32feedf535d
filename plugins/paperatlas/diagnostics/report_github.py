"""Problems as commands of a GitHub workflow, which shows them beside the lines of a pull request.

Format and escapes: GitHub's documentation, "Workflow commands for GitHub Actions", and the command encoder of
its toolkit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from paperatlas.diagnostics.excerpt import printable
from paperatlas.diagnostics.problem import Problem, Rule, Severity, Span

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_TEXT | {":": "%3A", ",": "%2C"}


def github_report(problems: Iterable[Problem], rules: Iterable[Rule]) -> Iterator[str]:
    """Yield a line for each problem: `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`."""
    names = {rule.code: rule.name for rule in rules}
    for problem in problems:
        properties = {
            "file": problem.file,
            "line": str(problem.line or ""),
            **_ends(problem.span),
            "title": f"{problem.code} {names.get(problem.code, '')}".strip(),
        }
        written = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items() if value)
        text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        yield f"::{_LEVELS[problem.severity]} {written}::{_escaped(text, _IN_TEXT)}\n"


def _ends(span: Span) -> dict[str, str]:
    """Return columns, which GitHub takes only of a stretch of one line, and the last line."""
    if span.end_line > span.line:
        return {"endLine": str(span.end_line)}
    return {
        "endLine": str(span.end_line or ""),
        "col": str(span.column or ""),
        "endColumn": str(span.end_column or ""),
    }


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    """Return a text in one command. The log of a workflow shows colours as a terminal does."""
    shown = "\n".join(printable(line) for line in text.split("\n"))
    return "".join(escapes.get(character, character) for character in shown)
