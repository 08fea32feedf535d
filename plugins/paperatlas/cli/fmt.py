"""`paperatlas fmt`: lay .bib files out in one style, touching no value."""

from __future__ import annotations

import argparse

from paperatlas.bibliography.formatter.style import style_problems
from paperatlas.build.project import bib_files
from paperatlas.cli.arguments import Commands, add_paths
from paperatlas.cli.fix import Mending, show_edits, write_edits
from paperatlas.cli.reports import tell_problems
from paperatlas.cli.site import asked_library
from paperatlas.cli.usage import tell, write
from paperatlas.diagnostics.excerpt import printable
from paperatlas.diagnostics.problem import Problem
from paperatlas.storage.files import read_bytes
from paperatlas.storage.paths import display_path
from paperatlas.texts.english import counted

_MORE = """\
examples:
  paperatlas fmt                    the library of the mkdocs.yml here or above
  paperatlas fmt references.bib     one file
  paperatlas fmt --check            say what is not in style, with its line, and change nothing
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
    parser.add_argument("--check", action="store_true", help="only say what is not in style, and where")
    parser.add_argument("--diff", action="store_true", help="only show what would change")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Lay the files out, or say what that would change."""
    asked = asked_library(arguments.paths, "name the .bib files to lay out")
    root = asked.root
    paths, problems = bib_files(root, asked.bib)
    sources = {display_path(path, root): read_bytes(path) for path in paths}
    changes: list[Problem] = []
    for file, data in sources.items():
        found, refused = style_problems(data, file)
        changes += found
        problems += refused
    edits = [problem.edit for problem in changes if problem.edit]
    mending = Mending()
    dry = arguments.check or arguments.diff
    if arguments.diff:
        show_edits(sources, edits, "in style", mending)
    elif arguments.check:
        write(f"{printable(str(problem.span))}: {problem.message}\n" for problem in changes)
    else:
        write_edits(sources, edits, root, mending)
    tell_problems(problems, root)
    changed = list(dict.fromkeys(edit.span.file for edit in edits)) if dry else list(mending.edits)
    tell(_summary(changed, len(paths), problems, mending, dry=dry))
    wrong = any(problem.severity == "error" for problem in problems) or bool(mending.refused)
    return int(wrong or (dry and bool(changed)))


def _summary(changed: list[str], total: int, problems: list[Problem], mending: Mending, *, dry: bool) -> str:
    refused = {problem.file: "" for problem in problems if problem.severity == "error"}
    refused |= {file: f": {reason}" for file, reason in mending.refused.items()}
    parts = [f"{name} is not in style" for name in changed] if dry else [f"{name} was laid out" for name in changed]
    parts += [f"{name} was left as it is{reason}" for name, reason in sorted(refused.items())]
    rest = total - len(changed) - len(refused)
    if rest or not parts:
        parts.append(f"{counted(rest, 'file is', 'files are')} in style")
    return "\n".join(parts)
