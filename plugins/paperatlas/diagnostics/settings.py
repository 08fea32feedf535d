"""What a site wants to be told: which rules, how severe they are, and what not of some files and entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any, TypeAlias

from paperatlas.diagnostics.problem import SEVERITIES, Problem, Rule, Severity
from paperatlas.diagnostics.selection import Selection, UnknownCodeError, selection
from paperatlas.diagnostics.subject import SubjectOf, no_subject

_KEYS = ("select", "ignore", "severity", "files", "entries", "baseline")
_OF_SOME = ("ignore", "severity")


class CheckSettingsError(ValueError):
    """Settings that cannot be used; the message says what was expected."""


Severities: TypeAlias = tuple[tuple[str, Severity], ...]
"""Severities by rule or the beginning of its code, of which the longest counts."""


@dataclass(frozen=True, slots=True)
class SettingsOfSome:
    """What is wanted of the files, or the entries, that a pattern fits."""

    pattern: str
    selection: Selection
    severities: Severities = ()


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The problems that a site wants to be told.

    `files` are by pattern of paths, `entries` by pattern of citation keys; their severities count before those of all.
    `baseline` is the path of the file that lists known problems, empty for none.
    """

    selection: Selection = field(default_factory=Selection)
    severities: Severities = ()
    files: tuple[SettingsOfSome, ...] = ()
    entries: tuple[SettingsOfSome, ...] = ()
    baseline: str = ""

    def of(self, problems: Iterable[Problem], subject_of: SubjectOf = no_subject) -> list[Problem]:
        """Return the problems that are wanted, each as severe as the site wants it."""
        found = []
        for problem in problems:
            some = [each for each in self.files if _fits(problem.file, each.pattern)]
            if self.entries:
                key = subject_of(problem).key
                some += [each for each in self.entries if key and fnmatchcase(key, each.pattern)]
            if all(selection.wants(problem.code) for selection in (self.selection, *(one.selection for one in some))):
                found.append(_weighed(problem, [*(one.severities for one in reversed(some)), self.severities]))
        return found


def _weighed(problem: Problem, severities: Iterable[Severities]) -> Problem:
    """Return the problem as severe as the first of some settings says that speaks of its rule."""
    for each in severities:
        fitting = [(len(prefix), severity) for prefix, severity in each if problem.code.startswith(prefix)]
        if fitting:
            return replace(problem, rule=replace(problem.rule, severity=max(fitting)[1]))
    return problem


EVERYTHING_REPORTED = CheckSettings()


def read_check_settings(rules: Sequence[Rule], written: object) -> CheckSettings:
    """Read the settings as a configuration has them. Raises `CheckSettingsError` for what is not understood."""
    values = _known_settings(_mapping(written, "check"), _KEYS)
    baseline = values.get("baseline") or ""
    if not isinstance(baseline, str):
        message = f"'baseline' is the path of a file, not {baseline!r}."
        raise CheckSettingsError(message)
    return CheckSettings(
        _selection(rules, values),
        _severities(rules, values),
        _of_some(rules, values, "files"),
        _of_some(rules, values, "entries"),
        baseline,
    )


def _known_settings(values: Mapping[Any, Any], known: Sequence[str]) -> Mapping[Any, Any]:
    if unknown := [str(key) for key in values if key not in known]:
        message = f"'{unknown[0]}' is not a setting; there are {', '.join(known)}."
        raise CheckSettingsError(message)
    return values


def _of_some(rules: Sequence[Rule], values: Mapping[Any, Any], name: str) -> tuple[SettingsOfSome, ...]:
    """Read settings by pattern: the codes to ignore, or these and severities by name."""
    found = []
    for pattern, written in _mapping(values.get(name), name).items():
        settings = _known_settings(written, _OF_SOME) if isinstance(written, dict) else {"ignore": written}
        found.append(SettingsOfSome(str(pattern), _selection(rules, settings), _severities(rules, settings)))
    return tuple(found)


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


def _severities(rules: Sequence[Rule], values: Mapping[Any, Any]) -> Severities:
    written = _mapping(values.get("severity"), "severity")
    return tuple(_severity(rules, code, severity) for code, severity in written.items())


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
