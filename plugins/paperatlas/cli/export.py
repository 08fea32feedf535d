"""`paperatlas export`: what was read from .bib files, in another format."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from paperatlas.atlas.rules import DUPLICATE_KEY, NO_LIBRARY
from paperatlas.bibliography import RULES, Entry
from paperatlas.bibliography.model.published import ALL_FIELDS
from paperatlas.bibliography.rules import UNREADABLE_FILE
from paperatlas.build.options import Options
from paperatlas.build.project import read_project
from paperatlas.cli.arguments import Commands
from paperatlas.cli.reports import tell_problems
from paperatlas.cli.usage import libraries, write
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.csl.writer import csl_json
from paperatlas.formats.ris.writer import ris

LIBRARY_WRITERS: Mapping[str, Callable[[Iterable[Entry]], Iterator[str]]] = {
    "bibtex": bibtex,
    "csl-json": csl_json,
    "ris": ris,
}

_MORE = """\
examples:
  paperatlas export references.bib --format csl-json > references.json
  paperatlas export old/*.bib --format bibtex > clean.bib
  paperatlas export bib/ --format ris > library.ris

The entries go to standard output, problems to standard error. Fields that a site does not publish (files on your disk,
remarks to yourself, fields with unknown names) are left out unless --all-fields is given.

exit codes:
  0  every entry was written
  1  an entry could not be read
  2  wrong usage
"""
_TOLD = frozenset({DUPLICATE_KEY.code, NO_LIBRARY.code, *(rule.code for rule in RULES)})
"""What concerns the text that was read; `paperatlas check` says the rest."""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "export",
        help="write a library in another format",
        description="Writes the entries of .bib files to standard output, in another format.",
        epilog=_MORE,
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help="a .bib file, or a folder of them")
    parser.add_argument("--format", choices=sorted(LIBRARY_WRITERS), required=True, help="the output format")
    parser.add_argument("--all-fields", action="store_true", help="write also the fields that a site does not publish")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the entries; the exit code tells whether any is missing."""
    root = Path.cwd()
    more = (ALL_FIELDS,) if arguments.all_fields else ()
    project = read_project(root, Options(bib=libraries(arguments.files), publish_fields=more), {"": ()})
    problems = [problem for problem in project.problems if problem.code in _TOLD]
    write(LIBRARY_WRITERS[arguments.format](project.published.entries))
    tell_problems(problems, root)
    lost = any(file.read < file.starts for file in project.library.files)
    unreadable = any(problem.code == UNREADABLE_FILE.code for problem in problems)
    return int(not project.library.files or lost or unreadable)
