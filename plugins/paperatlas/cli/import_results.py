"""`paperatlas import` of evaluation tables: published results of the papers that the library at hand has."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from paperatlas.cli.add.target import find_target_library
from paperatlas.cli.given_files import opened
from paperatlas.cli.reports import tell_problems
from paperatlas.cli.usage import UsageError, tell, write
from paperatlas.exports.results_csv import results_table
from paperatlas.formats.detect import Format, ImportOptions, read_into
from paperatlas.formats.evaluation_tables import LICENCE, EvaluationTables, KnownPapers
from paperatlas.storage.files import replace
from paperatlas.texts.commands import import_ as texts


def import_results(arguments: argparse.Namespace, kinds: Sequence[Format], given: bytes, options: ImportOptions) -> int:
    """Write a table of the results, report what was left out, and tell by the exit code what could not be read.

    Raises `UsageError` where other files are given with the tables, and for a place that is not a new .csv file.
    """
    output = None if arguments.output is None else Path(arguments.output)
    if set(kinds) != {"evaluation-tables"}:
        raise UsageError(texts.TABLES_WITH_OTHERS)
    if arguments.into_library:
        raise UsageError(texts.TABLES_INTO_LIBRARY)
    if output is not None and (output.suffix.lower() != ".csv" or output.exists()):
        raise UsageError(texts.not_a_new_table(arguments.output))
    tables = EvaluationTables(KnownPapers.of(find_target_library(None).library.entries))
    for name in arguments.files:
        with opened(name, given) as stream:
            read_into(tables, stream, name, options)
    results = sorted(tables.results.values(), key=lambda result: (result.measure, result.key))
    if output is None:
        write(results_table(results))
    elif results:
        # Where it cannot be made, writing says why.
        with suppress(OSError):
            output.parent.mkdir(parents=True, exist_ok=True)
        replace(output, results_table(results).encode(), None)
    tell_problems(tables.problems, Path.cwd())
    tell(
        texts.results_summary(len(results), len({result.key for result in results}), tables.of_others, tables.unusable)
    )
    if results:
        tell(texts.licence_of_results(LICENCE))
    return int(any(problem.severity == "error" for problem in tables.problems))
