"""`paperatlas check`: every problem of a library, or of a site with its notes."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from paperatlas.build.options import Options
from paperatlas.build.project import read_project, read_site
from paperatlas.build.reported import reported
from paperatlas.cli.arguments import Commands, add_paths, add_report_format, add_selection, selection_of
from paperatlas.cli.fix import Mending, show_fixes, write_fixes
from paperatlas.cli.reports import report
from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import libraries, tell, write
from paperatlas.diagnostics.problem import Problem
from paperatlas.diagnostics.selection import Selection
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

Only what is certain is fixed, and no other byte of a file is changed.

exit codes:
  0  no error (there may be warnings); with --diff, also nothing to fix
  1  an error, a file that could not be written, or, with --diff, something to fix
  2  wrong usage
"""


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was checked: problems, the folder their places are relative to, and what it was in words."""

    problems: list[Problem]
    root: Path
    what: str


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
    parser.add_argument("--fix", action="store_true", help="fix what is certain, and report the rest")
    parser.add_argument("--diff", action="store_true", help="only show what --fix would change")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, report, and tell by the exit code whether there is an error."""
    wanted = selection_of(arguments)
    examine = partial(_examine, arguments.paths, wanted)
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
    wrong = any(problem.severity == "error" for problem in checked.problems)
    return int(wrong or bool(mending.refused) or bool(arguments.diff and mending.edits))


def _examine(paths: list[str], wanted: Selection) -> _Checked:
    """Check what was asked for, and keep the problems that are wanted."""
    checked = _libraries(paths) if paths else _site()
    return replace(checked, problems=wanted.of(checked.problems))


def _mendable(problems: list[Problem]) -> list[str]:
    """Say how many problems `--fix` mends, if any."""
    count = sum(problem.edit is not None for problem in problems)
    return [f"{texts.fixable(count)}\n"] if count else []


def _libraries(paths: list[str]) -> _Checked:
    """Check .bib files alone: there are no directions to be in."""
    root = Path.cwd()
    project = read_project(root, Options(bib=libraries(paths)), {"": ()})
    return _Checked(reported(project.problems, project.options), root, common.entries(len(project.library.entries)))


def _site() -> _Checked:
    """Check the site at hand."""
    site = read_site(configuration_at_hand(texts.ELSEWHERE))
    what = common.entries_and_pages(len(site.library.entries), len(site.pages))
    return _Checked(reported(site.problems, site.options), site.root, what)
