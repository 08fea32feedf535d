"""`paperatlas fmt`: format .bib files in one style, without changing a value."""

from __future__ import annotations

import argparse

from paperatlas.bibliography.formatter.style import style_problems
from paperatlas.build.library_files import bib_files
from paperatlas.cli.arguments import Commands, add_paths
from paperatlas.cli.fix import Mending, show_edits, write_edits
from paperatlas.cli.reports import tell_problems
from paperatlas.cli.site import asked_library
from paperatlas.cli.usage import tell, write
from paperatlas.diagnostics.excerpt import printable
from paperatlas.diagnostics.problem import Problem
from paperatlas.storage.files import read_bytes
from paperatlas.storage.paths import display_path
from paperatlas.texts.commands import fmt as texts

_MORE = """\
examples:
  paperatlas fmt                    the library of the current site
  paperatlas fmt references.bib     one file
  paperatlas fmt --check            report what is not formatted, with its line, and change nothing
  paperatlas fmt --diff old/        show what would change, and change nothing

No value is changed, and a file with errors in it, or whose encoding is a guess, is not formatted.

exit codes:
  0  all files are formatted now (with --check or --diff: were already)
  1  a file has errors or a guessed encoding, could not be written, or (with --check or --diff) is not formatted
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "fmt",
        help="format .bib files",
        description="Formats .bib files in one style: order of fields, indentation, blank lines around entries.",
        epilog=_MORE,
    )
    add_paths(parser)
    parser.add_argument("--check", action="store_true", help="only report what is not formatted, and where")
    parser.add_argument("--diff", action="store_true", help="only show what would change")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Format the files, or report what that would change."""
    asked = asked_library(arguments.paths, texts.ELSEWHERE)
    root = asked.root
    paths, problems = bib_files(root, asked.bib)
    sources = {display_path(path, root): read_bytes(path) for path in paths}
    changes: list[Problem] = []
    mending = Mending()
    for file, data in sources.items():
        found, refused = style_problems(data, file)
        changes += found
        problems += refused
        if refused:
            mending.refused[file] = ""
    edits = [problem.edit for problem in changes if problem.edit]
    dry = arguments.check or arguments.diff
    if arguments.diff:
        show_edits(sources, edits, texts.FORMATTED, mending)
    elif arguments.check:
        write(f"{printable(str(problem.span))}: {printable(problem.message)}\n" for problem in changes)
    else:
        write_edits(sources, edits, root, mending)
    tell_problems(problems, root)
    changed = list(dict.fromkeys(edit.span.file for edit in edits)) if dry else list(mending.edits)
    tell(texts.summary(changed, mending.refused, len(paths) - len(changed) - len(mending.refused), dry=dry))
    wrong = any(problem.severity == "error" for problem in problems) or bool(mending.refused)
    return int(wrong or (dry and bool(changed)))
