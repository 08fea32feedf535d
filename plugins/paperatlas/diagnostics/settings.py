"""What a site wants to be told: which rules, how severe they are, and what not of some files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from paperatlas.diagnostics.problem import SEVERITIES, Problem, Rule, Severity
from paperatlas.diagnostics.selection import Selection, UnknownCodeError, selection

_KEYS = ("select", "ignore", "severity", "files")


class CheckSettingsError(ValueError):
    """Settings that cannot be used; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The problems that a site wants to be told.

    `severities` are by rule or the beginning of its code, of which the longest counts; `files` are patterns of paths
    with what is wanted of the files that fit.
    """

    selection: Selection = field(default_factory=Selection)
    severities: tuple[tuple[str, Severity], ...] = ()
    files: tuple[tuple[str, Selection], ...] = ()

    def of(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that are wanted, each as severe as the site wants it."""
        return [self._weighed(problem) for problem in problems if self._wants(problem)]

    def _wants(self, problem: Problem) -> bool:
        return self.selection.wants(problem.code) and all(
            wanted.wants(problem.code) for pattern, wanted in self.files if _fits(problem.file, pattern)
        )

    def _weighed(self, problem: Problem) -> Problem:
        fitting = [(len(prefix), severity) for prefix, severity in self.severities if problem.code.startswith(prefix)]
        return replace(problem, rule=replace(problem.rule, severity=max(fitting)[1])) if fitting else problem


EVERYTHING_REPORTED = CheckSettings()


def read_check_settings(rules: Sequence[Rule], written: object) -> CheckSettings:
    """Read the settings as a configuration has them. Raises `CheckSettingsError` for what is not understood."""
    values = _mapping(written, "check")
    if unknown := [str(key) for key in values if key not in _KEYS]:
        message = f"'{unknown[0]}' is not a setting; there are {', '.join(_KEYS)}."
        raise CheckSettingsError(message)
    severities = _mapping(values.get("severity"), "severity").items()
    files = _mapping(values.get("files"), "files").items()
    return CheckSettings(
        _selection(rules, values),
        tuple(_severity(rules, code, severity) for code, severity in severities),
        tuple((str(pattern), _selection(rules, {"ignore": codes})) for pattern, codes in files),
    )


def _fits(path: str, pattern: str) -> bool:
    """Return whether a path is the one that a pattern names, or below the folder that it names."""
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"{pattern.rstrip('/')}/*")


def _mapping(value: object, name: str) -> Mapping[Any, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        message = f"'{name}' is a list of names with values, not {value!r}."
        raise CheckSettingsError(message)
    return value


def _selection(rules: Sequence[Rule], values: Mapping[Any, Any]) -> Selection:
    try:
        return selection(rules, _codes(values.get("select")), _codes(values.get("ignore")))
    except UnknownCodeError as error:
        raise CheckSettingsError(str(error)) from error


def _severity(rules: Sequence[Rule], code: object, severity: object) -> tuple[str, Severity]:
    try:
        (prefix,) = selection(rules, [str(code)]).selected
    except (UnknownCodeError, ValueError) as error:
        raise CheckSettingsError(str(error)) from error
    for known in SEVERITIES:
        if severity == known:
            return prefix, known
    message = f"the severity of '{code}' is one of {', '.join(SEVERITIES)}, not {severity!r}."
    raise CheckSettingsError(message)


def _codes(value: object) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if items is None:
        return ()
    if not isinstance(items, (list, tuple)) or not all(isinstance(item, str) for item in items):
        message = f"Codes of rules are a list, such as [REQ, DIR004], not {value!r}."
        raise CheckSettingsError(message)
    return tuple(items)
