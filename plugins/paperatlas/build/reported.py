"""What a site is told of its problems, by every host and command alike."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.build.catalogue import REPORTED_ONCE
from paperatlas.build.lost_files import without_consequences
from paperatlas.build.project import Project
from paperatlas.build.rules import STALE_BASELINE
from paperatlas.check.subjects import Subjects
from paperatlas.diagnostics.baseline import Baseline, baseline_of
from paperatlas.diagnostics.problem import Problem, Span, in_order
from paperatlas.diagnostics.repeats import one_per_cause
from paperatlas.diagnostics.selection import Selection

_MOST_EXAMPLES = 5
"""How many problems that are no longer found are named: enough to know where to look."""


class Reporting:
    """What of its problems a project is told, as its settings and its baseline have it."""

    def __init__(self, project: Project) -> None:
        self._check = project.options.check
        self._baseline = project.baseline
        self._library, self._root = project.library, project.root
        self._subject_of = Subjects(project.library).of

    def of(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that a site wants to be told and does not know, in order, each cause once."""
        new, _ = self._baseline.split(self._wanted(problems), self._subject_of)
        return one_per_cause(without_consequences(new, self._library, self._root), REPORTED_ONCE)

    def known(self, problems: Iterable[Problem]) -> int:
        """Return how many of the problems that a site wants to be told it knows."""
        wanted = self._wanted(problems)
        return len(wanted) - len(self._baseline.split(wanted, self._subject_of)[0])

    def stale(self, problems: Iterable[Problem], wanted: Selection) -> list[Problem]:
        """Return that the baseline knows problems which are not among all the problems of a project, if it does."""
        _, gone = self._baseline.split(self._wanted(problems), self._subject_of)
        names = [str(known) for known in sorted(gone) if wanted.wants(known.code)]
        if not names:
            return []
        more = ["…"] if len(names) > _MOST_EXAMPLES else []
        examples = ", ".join([*names[:_MOST_EXAMPLES], *more])
        variant = "" if names[1:] else "one"
        return [STALE_BASELINE.at(Span(self._check.baseline), variant, count=len(names), examples=examples)]

    def baseline(self, problems: Iterable[Problem]) -> Baseline:
        """Return the baseline that knows all that a site wants to be told."""
        return baseline_of(self._wanted(problems), self._subject_of)

    def _wanted(self, problems: Iterable[Problem]) -> list[Problem]:
        return self._check.of(in_order(problems), self._subject_of)
