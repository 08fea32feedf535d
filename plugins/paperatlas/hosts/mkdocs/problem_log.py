"""Problems in MkDocs' log."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from paperatlas.build.project import Project
from paperatlas.build.reported import Reporting
from paperatlas.diagnostics.excerpt import printable
from paperatlas.diagnostics.problem import Problem, in_order

log = get_plugin_logger("paperatlas")


class ProblemLog:
    """The problems that a build has told."""

    def __init__(self) -> None:
        self._told: set[Problem] = set()
        self._reporting: Reporting | None = None

    @property
    def told(self) -> list[Problem]:
        """Return what was told, in order."""
        return in_order(self._told)

    def begin(self, project: Project) -> None:
        """Begin a build, which tells everything again that the project wants to be told."""
        self._told.clear()
        self._reporting = Reporting(project)

    def report(self, problems: Iterable[Problem]) -> None:
        """Put each problem into MkDocs' log once, where `--strict` counts errors and warnings."""
        wanted = problems if self._reporting is None else self._reporting.of(problems)
        for problem in in_order(set(wanted) - self._told):
            if problem.severity == "info":
                log.info(printable(str(problem)))
            else:
                log.warning(printable(str(problem)))
            self._told.add(problem)
