"""`paperatlas check`: every problem of a library, or of a site with its notes."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.read import read_bib, read_project
from paperatlas.cli.reports import FORMATS, report
from paperatlas.cli.site import site_at_hand
from paperatlas.cli.usage import UsageError, libraries, write
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.diagnostics.selection import UnknownCodeError, selection

_MORE = """\
examples:
  paperatlas check                              the site of the mkdocs.yml here or above, notes included
  paperatlas check references.bib old/          .bib files, and all .bib files below a folder, alone
  paperatlas check --select SYN,NAM003          only syntax and one more rule
  paperatlas check --ignore REQ --format json   everything but missing fields, for a program

exit codes:
  0  no error (there may be warnings)
  1  an error
  2  wrong usage
"""


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was checked: problems, the folder their places are relative to, and what it was in words."""

    problems: list[Problem]
    root: Path
    what: str


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "check",
        help="say what is wrong with a library or a site",
        description="Says what is wrong with a library or a site, where, and how to mend it.",
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help=".bib files and folders; without any, the site at hand"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how problems are written (default: text)")
    parser.add_argument(
        "--select", metavar="CODES", action="append", default=[], help="report only these codes or beginnings of codes"
    )
    parser.add_argument(
        "--ignore", metavar="CODES", action="append", default=[], help="report all but these; the longer code counts"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, report, and tell by the exit code whether there is an error."""
    try:
        wanted = selection(ALL_RULES, arguments.select, arguments.ignore)
    except UnknownCodeError as error:
        raise UsageError(str(error)) from error
    checked = _libraries(arguments.paths) if arguments.paths else _site()
    problems = wanted.of(in_order(checked.problems))
    write(report(arguments.format, problems, checked.root, checked.what))
    return int(any(problem.severity == "error" for problem in problems))


def _libraries(paths: list[str]) -> _Checked:
    """Check .bib files alone: there are no directions to be in."""
    root = Path.cwd()
    files = read_bib(root, libraries(paths))
    problems = read_project(files, (), directions="").problems
    return _Checked(problems, root, _count(len(files.library.entries), "entry", "entries"))


def _site() -> _Checked:
    """Check the site at hand."""
    site = site_at_hand("name the .bib files to check")
    entries = _count(site.entries, "entry", "entries")
    return _Checked(site.problems, site.root, f"{entries} and {_count(site.pages, 'page', 'pages')}")


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
