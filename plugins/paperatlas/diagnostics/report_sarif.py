"""Problems in SARIF 2.1.0, which code-scanning services read (OASIS, "Static Analysis Results Interchange Format")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from paperatlas import __version__
from paperatlas.diagnostics.escaped_json import escaped_json
from paperatlas.diagnostics.families import FAMILIES, family_of
from paperatlas.diagnostics.problem import Edit, Problem, Rule, Severity, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def sarif_report(problems: Iterable[Problem], rules: Sequence[Rule]) -> Iterator[str]:
    """Yield one run with every rule and a result for each problem."""
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "PaperAtlas",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, numbers) for problem in problems],
    }
    yield escaped_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)
    yield "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    examples = [("Instead of", rule.example), ("write", rule.remedy)] if rule.remedy else []
    text = "".join(f"\n\n{label}:\n\n{source}" for label, source in examples)
    markdown = "".join(f"\n\n{label}:\n\n```\n{source}\n```" for label, source in examples)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": rule.explanation + text, "markdown": rule.explanation + markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [FAMILIES.get(family_of(rule.code), family_of(rule.code))]},
    }


def _result(problem: Problem, numbers: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message} {problem.hint}".strip()},
        "locations": [_location(problem.span)],
    }
    if problem.code in numbers:
        result["ruleIndex"] = numbers[problem.code]
    if problem.related:
        label = {"message": {"text": problem.label}}
        result["relatedLocations"] = [_location(span) | label for span in problem.related]
    if problem.edit:
        result["fixes"] = [_fix(problem.edit, problem.hint or problem.message)]
    return result


def _location(span: Span) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(span.file)}}
    if span.line:
        place["region"] = _region(span)
    return {"physicalLocation": place}


def _region(span: Span) -> dict[str, int]:
    """Return the numbers that are known; the end column is that of the character behind the region."""
    numbers = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {name: number for name, number in numbers.items() if number}


def _fix(edit: Edit, description: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": {"uri": _uri(edit.span.file)}, "replacements": [replacement]}
    return {"description": {"text": description}, "artifactChanges": [change]}


def _uri(file: str) -> str:
    """Return a path as a URI reference; relative ones stay relative."""
    path = quote(file, errors="surrogateescape")
    return f"file://{path}" if file.startswith("/") else path
