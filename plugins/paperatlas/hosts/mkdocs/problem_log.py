"""Problems in MkDocs' log."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from paperatlas.diagnostics.problem import Problem, in_order

log = get_plugin_logger("paperatlas")


class ProblemLog:
    """The problems that a build has told."""

    def __init__(self) -> None:
        self._told: set[Problem] = set()

    @property
    def told(self) -> list[Problem]:
        """Return what was told, in order."""
        return in_order(self._told)

    def clear(self) -> None:
        """Begin a build, which tells everything again."""
        self._told.clear()

    def report(self, problems: Iterable[Problem]) -> None:
        """Put each problem into MkDocs' log once, where `--strict` counts errors and warnings."""
        for problem in in_order(set(problems) - self._told):
            if problem.severity == "info":
                log.info(str(problem))
            else:
                log.warning(str(problem))
            self._told.add(problem)
