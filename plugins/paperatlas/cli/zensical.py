"""`paperatlas zensical`: the site at hand, built or served by Zensical."""

from __future__ import annotations

import argparse
import signal
import sys
from typing import TYPE_CHECKING

from paperatlas.build.reported import Reporting
from paperatlas.cli.arguments import CommandParser, Commands
from paperatlas.cli.reports import tell_problems
from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import FailedError, tell, write
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts.zensical.program import ZensicalError
from paperatlas.texts.commands import zensical as texts

if TYPE_CHECKING:
    from paperatlas.hosts.zensical.staging import StagedSite

# What builds a site is imported when a site is built: every other command would wait for it.

_MORE = """\
examples:
  paperatlas zensical build                    the site of the mkdocs.yml in this folder or above
  paperatlas zensical build --strict           no site if there is a problem
  paperatlas zensical serve --addr 127.0.0.1:8001

The site is staged in the cache (`.cache/paperatlas/zensical`); nothing there is to be edited by hand.

exit codes:
  0  the site is complete
  1  Zensical is missing or failed, or the site cannot be written; the last site is as it was
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "zensical",
        help="build or serve the site with Zensical",
        description="Builds or serves the site at hand with Zensical instead of MkDocs, from the same mkdocs.yml.",
        epilog=_MORE,
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_build(actions)
    _add_serve(actions)


def _add_build(actions: Commands) -> None:
    parser: CommandParser = actions.add_parser("build", help="build the site")
    parser.add_argument("--strict", action="store_true", help="build nothing if there is a problem")
    parser.add_argument("--clean", action="store_true", help="have Zensical forget what it built before")
    parser.set_defaults(run=run_build)


def _add_serve(actions: Commands) -> None:
    parser: CommandParser = actions.add_parser("serve", help="serve the site, and show what is saved")
    parser.add_argument("--addr", metavar="HOST:PORT", default="127.0.0.1:8000", help="default: %(default)s")
    parser.set_defaults(run=run_serve)


def run_build(arguments: argparse.Namespace) -> int:
    """Build the site, and say where it is."""
    from paperatlas.hosts.zensical.build import build_with_zensical  # noqa: PLC0415

    configuration = configuration_at_hand(texts.ELSEWHERE)
    told = _Told()

    def report(staged: StagedSite) -> None:
        told.report(staged)
        if arguments.strict and told.problems:
            raise FailedError(texts.not_strict(told.problems))

    try:
        site = build_with_zensical(configuration, report, strict=arguments.strict, clean=arguments.clean)
    except ZensicalError as error:
        raise FailedError(str(error)) from error
    write([f"{texts.built(site, told.pages)}\n"])
    return 0


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve the site until it is interrupted."""
    from paperatlas.hosts.zensical.serve import serve_with_zensical  # noqa: PLC0415

    told = _Told()
    # Python ends at once by itself, and the servers would go on.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        serve_with_zensical(configuration_at_hand(texts.ELSEWHERE), arguments.addr, told.report, tell)
    except ZensicalError as error:
        raise FailedError(str(error)) from error
    return 0


class _Told:
    """What a person was told of a site: each problem is told when it is new."""

    def __init__(self) -> None:
        self._before: set[Problem] = set()
        self.problems = 0
        self.pages = 0

    def report(self, staged: StagedSite) -> None:
        """Tell what is new, and count problems that are more than a remark."""
        from paperatlas.hosts.zensical.settings import ignored_by_zensical  # noqa: PLC0415

        problems = Reporting(staged.project).of(staged.problems)
        tell_problems([problem for problem in problems if problem not in self._before], staged.configuration.root)
        if not self.pages and (ignored := ignored_by_zensical(staged.values)):
            tell(texts.ignored(ignored))
        if staged.stage.edited:
            tell(texts.edited(staged.stage.edited))
            staged.stage.edited.clear()
        self._before = set(problems)
        self.problems = sum(problem.severity != "info" for problem in problems)
        self.pages = sum(
            len({*built.pages, *(page.source for page in staged.pages[language])})
            for language, built in staged.built.items()
        )
        sys.stderr.flush()
