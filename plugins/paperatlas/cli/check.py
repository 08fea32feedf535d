"""`paperatlas check`: every problem of a library, or of a site with its notes."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from paperatlas.build.configuration import BadSiteError
from paperatlas.build.options import Options
from paperatlas.build.project import Project, read_project, read_site
from paperatlas.build.reported import Reporting
from paperatlas.build.rules import UNUSABLE_BASELINE
from paperatlas.cli.arguments import Commands, add_paths, add_report_format, add_selection, selection_of
from paperatlas.cli.fix import Mending, show_fixes, write_fixes
from paperatlas.cli.reports import report
from paperatlas.cli.site import configuration_at_hand, configuration_file
from paperatlas.cli.usage import FailedError, UsageError, libraries, tell, write
from paperatlas.diagnostics.baseline import baseline_text
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.diagnostics.selection import Selection
from paperatlas.storage.files import reason_of, write_whole
from paperatlas.texts.commands import check as texts
from paperatlas.texts.commands import common

_MORE = """\
examples:
  paperatlas check                              the site of the mkdocs.yml in this folder or above, with its notes
  paperatlas check references.bib old/          .bib files, and all .bib files below a folder, alone
  paperatlas check --select SYN,NAM003          only syntax and one more rule
  paperatlas check --ignore REQ --format json   all but missing fields, for a program
  paperatlas check --diff                       show what can be fixed automatically
  paperatlas check --fix --select SYN003        fix it, here only missing commas
  paperatlas check --baseline known.json        report only what known.json does not list
  paperatlas check --baseline known.json --update-baseline
                                                list there what is wrong now

Only what is certain is fixed, and no other byte of a file is changed.

exit codes:
  0  no error (there may be warnings, but not with --strict); with --diff, also nothing to fix
  1  an error (with --strict, a warning), a file that could not be written, or, with --diff, something to fix
  2  wrong usage
"""


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was checked: problems, the folder their places are relative to, what it was in words, how many are known."""

    problems: list[Problem]
    root: Path
    what: str
    known: int


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "check",
        help="report the problems of a library or a site",
        description="Reports what is wrong with a library or a site, where, and how to correct it.",
        epilog=_MORE,
    )
    add_paths(parser, "the current site")
    add_report_format(parser)
    add_selection(parser)
    parser.add_argument(
        "--baseline", metavar="FILE", help="report only problems that this file does not list (default: the site's own)"
    )
    parser.add_argument(
        "--update-baseline", action="store_true", help="write all problems into that file, and report none"
    )
    parser.add_argument("--fix", action="store_true", help="fix what is certain, and report the rest")
    parser.add_argument("--diff", action="store_true", help="only show what --fix would change")
    parser.add_argument("--strict", action="store_true", help="fail if there is a warning, as `mkdocs build --strict`")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, report, and tell by the exit code whether there is an error."""
    wanted = selection_of(arguments)
    if arguments.update_baseline:
        return _update_baseline(arguments)
    examine = partial(_examine, arguments.paths, wanted, arguments.baseline)
    checked = examine()
    mending = Mending()
    if arguments.diff:
        mending = show_fixes(lambda: examine().problems, checked.root)
    elif arguments.fix:
        mending = write_fixes(lambda: examine().problems, checked.root)
        checked = examine()
    sys.stdout.flush()
    if arguments.diff or arguments.fix:
        tell(str(mending))
    if not arguments.diff:
        write(report(arguments.format, checked.problems, checked.root, checked.what))
        if arguments.format == "text":
            write(_mendable(checked.problems))
            write([f"{texts.known(checked.known)}\n"] if checked.known else [])
    failing = ("error", "warning") if arguments.strict else ("error",)
    wrong = any(problem.severity in failing for problem in checked.problems)
    return int(wrong or bool(mending.refused) or bool(arguments.diff and mending.edits))


def _examine(paths: list[str], wanted: Selection, baseline: str | None) -> _Checked:
    """Check what was asked for, and keep the problems that are wanted."""
    try:
        project, what = _project(paths, baseline)
    except BadSiteError as error:
        if not error.problems:
            raise
        return _Checked(list(error.problems), configuration_file(texts.ELSEWHERE).parent, common.CONFIGURATION, 0)
    reporting = Reporting(project)
    problems = wanted.of([*reporting.of(project.problems), *reporting.stale(project.problems, wanted)])
    return _Checked(in_order(problems), project.root, what, reporting.known(project.problems))


def _update_baseline(arguments: argparse.Namespace) -> int:
    """Write the file of known problems."""
    if arguments.fix or arguments.diff or arguments.select or arguments.ignore:
        raise UsageError(texts.BASELINE_ALONE)
    project, _ = _project(arguments.paths, arguments.baseline)
    name = project.options.check.baseline
    if not name:
        raise UsageError(texts.NO_BASELINE)
    problems = [problem for problem in project.problems if problem.code != UNUSABLE_BASELINE.code]
    baseline = Reporting(project).baseline(problems)
    try:
        write_whole(project.root / name, [baseline_text(baseline).encode()])
    except OSError as error:
        raise FailedError(texts.baseline_not_written(name, reason_of(error))) from error
    tell(texts.baseline_written(name, sum(baseline.known.values())))
    return 0


def _mendable(problems: list[Problem]) -> list[str]:
    """Say how many problems `--fix` mends, if any."""
    count = sum(problem.edit is not None for problem in problems)
    return [f"{texts.fixable(count)}\n"] if count else []


def _project(paths: list[str], baseline: str | None) -> tuple[Project, str]:
    """Read .bib files alone, where there are no directions to be in, or the site at hand; say which in words.

    `baseline` is a path relative to this folder that counts in place of the site's.
    """
    if paths:
        options = _with_baseline(Options(bib=libraries(paths)), baseline, Path.cwd())
        project = read_project(Path.cwd(), options, {"": ()})
        return project, common.entries(len(project.library.entries))
    configuration = configuration_at_hand(texts.ELSEWHERE)
    options = _with_baseline(configuration.options, baseline, configuration.root)
    site = read_site(replace(configuration, options=options))
    return site, common.entries_and_pages(len(site.library.entries), len(site.pages))


def _with_baseline(options: Options, baseline: str | None, root: Path) -> Options:
    if not baseline:
        return options
    return replace(options, check=replace(options.check, baseline=Path(os.path.relpath(baseline, root)).as_posix()))
