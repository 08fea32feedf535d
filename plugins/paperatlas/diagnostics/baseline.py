"""The problems of an old library that are known and put off: a file lists them, and only others are reported.

A problem is known by its rule, its entry, the field and a digest of the value: lines that move make no difference, and
a value that changes makes it another problem. One that is in no entry is known by its file and what its sentence says.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from paperatlas.diagnostics.problem import TIMES, Problem
from paperatlas.diagnostics.subject import SubjectOf, no_subject

_VERSION = 1
_DIGEST = 8
"""Bytes of a value's digest, which only has to differ from that of another value of one field."""
_HINTS = frozenset({"near", TIMES})
"""What a sentence is filled with that depends on the rest of the library."""
_COUNT, _EXAMPLES = "count", frozenset({"count", "key", "name", "names", "written"})
"""What a problem of many entries says: how many there are, and which is the first."""


class BaselineError(ValueError):
    """A baseline that cannot be used; the message says why."""


class Known(NamedTuple):
    """What a problem is known by."""

    code: str
    file: str
    entry: str
    field: str
    value: str

    def __str__(self) -> str:
        """Return it in a few words: `REQ001 of 'glow'`."""
        of = f"'{self.entry}'" if self.entry else self.file
        return f"{self.code} of {of}" if of else self.code


@dataclass(frozen=True, slots=True)
class Baseline:
    """The problems that are known, each with how many there are."""

    known: Mapping[Known, int] = field(default_factory=dict)

    def split(
        self, problems: Iterable[Problem], subject_of: SubjectOf = no_subject
    ) -> tuple[list[Problem], Counter[Known]]:
        """Return the problems that are not known, and those known that are no longer there."""
        if not self.known:  # most sites have none: what problems are in need not be found out
            return list(problems), Counter()
        left = Counter(self.known)
        new = []
        for problem in problems:
            known, count = _known(problem, subject_of)
            if left[known] < count:
                new.append(problem)
            else:
                left[known] -= count
        return new, +left


NO_BASELINE = Baseline()


def baseline_of(problems: Iterable[Problem], subject_of: SubjectOf = no_subject) -> Baseline:
    """Return the baseline that knows some problems."""
    counts = Counter[Known]()
    for problem in problems:
        known, count = _known(problem, subject_of)
        counts[known] += count
    return Baseline(counts)


def baseline_text(baseline: Baseline) -> str:
    """Return the file: one line for each problem, in order, so that versions of it are compared and merged."""
    lines = []
    for known, count in sorted(baseline.known.items()):
        shown: dict[str, Any] = {name: value for name, value in known._asdict().items() if value}
        lines.append(json.dumps(shown | ({"count": count} if count > 1 else {}), ensure_ascii=False))
    listed = ",\n".join(lines)
    return f'{{"version": {_VERSION}, "problems": [\n{listed}\n]}}\n'


def read_baseline(text: str) -> Baseline:
    """Read the file. Raises `BaselineError`."""
    try:
        values = json.loads(text)
        version, problems = values["version"], values["problems"]
        known = Counter[Known]()
        for each in problems:
            parts = ("".join(each.get(name, "")) for name in Known._fields)
            known[Known(*parts)] += int(each.get("count", 1))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        message = "it is not what `paperatlas check --update-baseline` writes"
        raise BaselineError(message) from error
    if version != _VERSION:
        message = f"its version is {version!r}, and this program reads version {_VERSION}"
        raise BaselineError(message)
    return Baseline(known)


def _known(problem: Problem, subject_of: SubjectOf) -> tuple[Known, int]:
    """Return what a problem is known by, and for how many it stands."""
    arguments = dict(problem.arguments)
    count = arguments.get(_COUNT)
    if isinstance(count, int):
        said = {name: value for name, value in arguments.items() if name not in _EXAMPLES | _HINTS}
        return Known(problem.code, "", "", "", _digest(said)), count
    subject = subject_of(problem)
    if subject.field:
        return Known(problem.code, "", subject.key, subject.field, _digest(subject.value)), 1
    said = {name: value for name, value in arguments.items() if name not in _HINTS}
    file = "" if subject.key else problem.file
    return Known(problem.code, file, subject.key, "", _digest([problem.variant, said])), 1


def _digest(value: object) -> str:
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=_DIGEST).hexdigest()
