"""Problems in MkDocs' log."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from paperatlas.build.options import Options
from paperatlas.build.reported import reported
from paperatlas.diagnostics.problem import Problem, in_order

log = get_plugin_logger("paperatlas")


class ProblemLog:
    """The problems that a build has told."""

    def __init__(self) -> None:
        self._told: set[Problem] = set()
        self._options = Options()

    @property
    def told(self) -> list[Problem]:
        """Return what was told, in order."""
        return in_order(self._told)

    def clear(self, options: Options) -> None:
        """Begin a build, which tells everything again that the options of the site want to be told."""
        self._told.clear()
        self._options = options

    def report(self, problems: Iterable[Problem]) -> None:
        """Put each problem into MkDocs' log once, where `--strict` counts errors and warnings."""
        for problem in in_order(set(reported(problems, self._options)) - self._told):
            if problem.severity == "info":
                log.info(str(problem))
            else:
                log.warning(str(problem))
            self._told.add(problem)
