"""`paperatlas update`: what has changed since the entries of a library were written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from paperatlas.build.library_files import VERIFIED_FILE, verification_files
from paperatlas.build.options import Options
from paperatlas.cli.arguments import (
    Commands,
    add_mailto,
    add_paths,
    add_report_format,
    add_selection,
    number_argument,
    selection_of,
)
from paperatlas.cli.fix import Mending, show_fixes, write_fixes
from paperatlas.cli.reports import report
from paperatlas.cli.site import asked_library
from paperatlas.cli.source_table import with_source_rows
from paperatlas.cli.tables import Table, table_file
from paperatlas.cli.update.answers import UpdateQuestions
from paperatlas.cli.usage import FailedError, tell, write
from paperatlas.diagnostics.edits import difference
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.storage.files import make_folder, read_bytes, replace
from paperatlas.storage.paths import display_path
from paperatlas.texts.commands import common
from paperatlas.texts.commands import update as texts
from paperatlas.upkeep.updates.examine import update_problems, verifications_of
from paperatlas.upkeep.updates.file_text import FileText, file_text
from paperatlas.upkeep.updates.sources import confirming_sources
from paperatlas.upkeep.updates.verified import merged_verifications
from paperatlas.verification import Verification, read_verifications
from paperatlas.verification.writer import verifications_text

_MORE = """\
examples:
  paperatlas update                 the library of the current site
  paperatlas update --diff          show what is certain as a difference, and change nothing
  paperatlas update --fix           write it, and what was looked up into verified.tsv
  paperatlas update --offline       from what earlier runs found, without any request
  paperatlas update --select UPD    without what `paperatlas links` says as well

GitHub and GitLab are asked for the repositories of code: moved, archived or gone, and their licence; arXiv for versions
of preprints; Crossref for retractions and corrections; arXiv, Semantic Scholar and Crossref for what preprints were
published as, which counts if title, first author and year are the same. Answers are stored in the cache for 30 days. If
a service fails, nothing is written, and the next run goes on from there. GitHub answers 60 questions an hour, and 5,000
if PAPERATLAS_GITHUB_TOKEN holds a token; it needs no permissions.

exit codes:
  0  nothing that is an error; with --diff, nothing to write
  1  an error, a service failed, a file could not be written, or, with --diff, something to write
  2  wrong usage
"""


TableChange = tuple[Path, bytes | None, bytes]
"""A table beside the library, what it holds, and what it is to hold; None if it is not there yet."""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "update",
        help="find what has changed since entries were written",
        description="Looks up the code, the preprints and the publications of a library's papers, reports what has "
        "changed, and keeps a record of what was looked up when.",
        epilog=_MORE,
    )
    add_paths(parser)
    add_report_format(parser)
    add_selection(parser)
    parser.add_argument("--fix", action="store_true", help="write what is certain, and report the rest")
    parser.add_argument("--diff", action="store_true", help="only show what --fix would change")
    parser.add_argument("--output", metavar="FILE", help="the record to write (default: that of the current site)")
    parser.add_argument(
        "--offline", action="store_true", help="make no request; use what earlier runs found, of any age"
    )
    parser.add_argument(
        "--max-age",
        metavar="DAYS",
        type=number_argument,
        default=30.0,
        help="how long an answer is valid (default: 30)",
    )
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=number_argument, default=1800.0, help="when to stop asking (default: 1800)"
    )
    add_mailto(parser, "services")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look up, write what is certain if wanted, and report; the exit code tells whether there is an error."""
    wanted = selection_of(arguments)
    asked = asked_library(arguments.paths, texts.ELSEWHERE)
    options = asked.configuration.options if asked.configuration else Options()
    there = verification_files(asked.root, options.verified, options.bib)[0] if asked.configuration else []
    file = table_file(asked, arguments.output, options.verified, there, Table(VERIFIED_FILE, texts.FILE))
    before, rows = _read(file, asked.root)
    answers = UpdateQuestions(asked, arguments).answers()

    def examine() -> list[Problem]:
        library, problems = asked.read()
        return in_order(wanted.of([*problems, *update_problems(library, answers, rows, _texts(asked.root))]))

    found = examine()
    mending, changed = Mending(), False
    if arguments.diff or arguments.fix:
        mending = show_fixes(examine, asked.root) if arguments.diff else write_fixes(examine, asked.root)
        tables: list[TableChange] = [*_sources(options.require.sources, asked.root, found, mending)]
        if file and (merged := merged_verifications(rows, verifications_of(asked.read()[0], answers))):
            tables.append((file, before, verifications_text(merged).encode()))
        changed = sum(_write(*table, asked.root, dry=arguments.diff) for table in tables) > 0
        sys.stdout.flush()
        tell(str(mending))
        found = examine()
    if not arguments.diff:
        write(report(arguments.format, found, asked.root, common.entries(len(asked.read()[0].entries))))
        if count := sum(problem.edit is not None for problem in found) if arguments.format == "text" else 0:
            write([f"{texts.fixable(count)}\n"])
    wrong = any(problem.severity == "error" for problem in found)
    return int(wrong or bool(mending.refused) or bool(arguments.diff and (mending.edits or changed)))


def _texts(root: Path) -> Callable[[str], FileText | None]:
    """Return what reads the text of a file, once."""

    @cache
    def text_of(file: str) -> FileText | None:
        return file_text(read_bytes(root / file))

    return text_of


def _read(file: Path | None, root: Path) -> tuple[bytes | None, tuple[Verification, ...]]:
    """Return what the record holds, and its rows. Raises `FailedError` if some of them cannot be read."""
    if file is None or not file.exists():
        return None, ()
    before = read_bytes(file)
    rows, problems = read_verifications([file], root)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise FailedError("\n".join([texts.FAULTY_FILE, *map(str, errors)]))
    return before, rows


def _sources(name: str, root: Path, found: Iterable[Problem], mending: Mending) -> Iterator[TableChange]:
    """Yield the site's table of sources, if it has one, as it is and with the sources of what is written."""
    path = root / name
    rows = list(confirming_sources(problem for problem in found if problem.file not in mending.refused))
    if name and rows and path.is_file():
        before = read_bytes(path)
        yield path, before, with_source_rows(before, rows)


def _write(file: Path, before: bytes | None, after: bytes, root: Path, *, dry: bool) -> bool:
    """Write a table, or show what would be different; return whether something is."""
    if after == before:
        return False
    shown = display_path(file, root)
    if dry:
        write(difference(before or b"", after, shown, texts.CHANGED))
    else:
        make_folder(file.parent)
        replace(file, after, before)
    old, new = (set(data.splitlines()) for data in (before or b"", after))
    tell(texts.rows_written(shown, len(new - old) - (before is None)))
    return True
