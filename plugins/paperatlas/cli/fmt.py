"""`paperatlas fmt`: lay .bib files out in one style, touching no value."""

from __future__ import annotations

import argparse

from paperatlas.bibliography.formatter.format_source import format_source
from paperatlas.build.project import bib_files
from paperatlas.cli.arguments import Commands, add_paths
from paperatlas.cli.reports import tell_problems
from paperatlas.cli.site import asked_library
from paperatlas.cli.usage import tell, write
from paperatlas.diagnostics.edits import difference
from paperatlas.diagnostics.problem import Problem
from paperatlas.storage.files import read_bytes, replace
from paperatlas.storage.paths import display_path
from paperatlas.texts.english import counted

_MORE = """\
examples:
  paperatlas fmt                    the library of the mkdocs.yml here or above
  paperatlas fmt references.bib     one file
  paperatlas fmt --check            say which files are not in style, and change none
  paperatlas fmt --diff old/        show what would change, and change nothing

No value is touched, and a file that cannot be read whole is left as it is.

exit codes:
  0  all files are in style now (with --check or --diff: were already)
  1  a file was refused, could not be written, or (with --check or --diff) is not in style
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "fmt",
        help="lay .bib files out in one style",
        description="Lays .bib files out in one style: order of fields, indentation, one entry in each block.",
        epilog=_MORE,
    )
    add_paths(parser)
    parser.add_argument("--check", action="store_true", help="only say which files are not in style")
    parser.add_argument("--diff", action="store_true", help="only show what would change")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Lay the files out, or say what that would change."""
    asked = asked_library(arguments.paths, "name the .bib files to lay out")
    root = asked.root
    paths, problems = bib_files(root, asked.bib)
    changed: list[str] = []
    for path in paths:
        file = display_path(path, root)
        before = read_bytes(path)
        after, found = format_source(before, file)
        problems += found
        if after is None or after == before:
            continue
        changed.append(file)
        if arguments.diff:
            write(difference(before, after, file, "in style"))
        elif not arguments.check:
            replace(path, after, before)
    tell_problems(problems, root)
    dry = arguments.check or arguments.diff
    tell(_summary(changed, len(paths), problems, dry=dry))
    return int(any(problem.severity == "error" for problem in problems) or (dry and bool(changed)))


def _summary(changed: list[str], total: int, problems: list[Problem], *, dry: bool) -> str:
    refused = {problem.file for problem in problems if problem.severity == "error"}
    parts = [f"{name} is not in style" for name in changed] if dry else [f"{name} was laid out" for name in changed]
    parts += [f"{name} was left as it is" for name in sorted(refused)]
    rest = total - len(changed) - len(refused)
    if rest or not parts:
        parts.append(f"{counted(rest, 'file is', 'files are')} in style")
    return "\n".join(parts)
