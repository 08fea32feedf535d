"""`paperatlas fmt`: lay .bib files out in one style, touching no value."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from paperatlas.bibliography.formatter.format_source import format_source
from paperatlas.bibliography.reader.source import decode_bytes
from paperatlas.build.project import bib_files
from paperatlas.cli.site import asked_library
from paperatlas.cli.usage import style_of, write
from paperatlas.diagnostics.edits import difference
from paperatlas.diagnostics.excerpt import Sources
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.diagnostics.report_text import text_report
from paperatlas.storage.files import read_bytes, replace
from paperatlas.storage.paths import display_path

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


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "fmt",
        help="lay .bib files out in one style",
        description="Lays .bib files out in one style: order of fields, indentation, one entry in each block.",
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help=".bib files and folders; without any, the library of the site at hand"
    )
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
        file = _shown(path, root)
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
    sys.stdout.flush()
    sys.stderr.writelines(text_report(in_order(problems), Sources(root, decode_bytes), style_of(sys.stderr)))
    dry = arguments.check or arguments.diff
    print(_summary(changed, len(paths), problems, dry=dry), file=sys.stderr)  # noqa: T201
    return int(any(problem.severity == "error" for problem in problems) or (dry and bool(changed)))


def _shown(path: Path, root: Path) -> str:
    return display_path(path, root)


def _summary(changed: list[str], total: int, problems: list[Problem], *, dry: bool) -> str:
    refused = {problem.file for problem in problems if problem.severity == "error"}
    parts = [f"{name} is not in style" for name in changed] if dry else [f"{name} was laid out" for name in changed]
    parts += [f"{name} was left as it is" for name in sorted(refused)]
    rest = total - len(changed) - len(refused)
    if rest or not parts:
        parts.append(f"{rest} {'file is' if rest == 1 else 'files are'} in style")
    return "\n".join(parts)
