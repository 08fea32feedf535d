"""`paperatlas citations`: which paper of the library cites which, as services know it."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from paperatlas.bibliography import Entry
from paperatlas.build.library_files import CITATIONS_FILE, citation_files
from paperatlas.build.options import Options
from paperatlas.citations import read_citations
from paperatlas.citations.writer import CitationSources, citation_sources, citations_text, merged_sources
from paperatlas.cli.arguments import Commands, add_mailto, add_paths, add_report_format, number_argument
from paperatlas.cli.asking import collect_answers, keys_of_services
from paperatlas.cli.cache import cache_folder
from paperatlas.cli.reports import report
from paperatlas.cli.site import AskedLibrary, asked_library
from paperatlas.cli.tables import Table, table_file
from paperatlas.cli.usage import FailedError, UsageError, tell, write
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.services.addresses import services
from paperatlas.services.web import Web
from paperatlas.storage.files import make_folder, read_bytes, replace
from paperatlas.storage.paths import display_path
from paperatlas.text.progress import progress_line
from paperatlas.texts.commands import citations as texts
from paperatlas.texts.commands import common
from paperatlas.upkeep.citations.fetch import REFERENCE_SERVICES, ReferenceService, fetch_missing
from paperatlas.upkeep.citations.stored import (
    REFERENCES_FILE,
    FetchedReferences,
    add_references,
    citations_within,
    load_references,
)

_MORE = """\
examples:
  paperatlas citations                              the library of the current site
  paperatlas citations --dry-run                    show which rows would be added, and write nothing
  paperatlas citations --service openalex           ask one service only
  paperatlas citations --offline                    from what earlier runs found, without any request
  paperatlas citations --sort                       sort the file, and ask nobody
  paperatlas citations a.bib --output citations.tsv

OpenAlex and Semantic Scholar are asked for the lists of references of all papers with a DOI or an arXiv identifier,
and OpenCitations for those of which neither has one. Citations between papers of the library are added to
citations.tsv; rows that are there stay. The answers are stored in the cache for 60 days. If a service fails, nothing is
written, and the next run goes on from there.

environment:
  PAPERATLAS_OPENALEX_KEY           a key of OpenAlex, free of charge; without one it answers a few requests a day
  PAPERATLAS_SEMANTIC_SCHOLAR_KEY   a key of Semantic Scholar; without one everybody shares its limit

exit codes:
  0  the file has everything that was found
  1  a service failed, the library cannot be read, or the file has errors or could not be written
  2  wrong usage
"""
_ASK_AGAIN = timedelta(days=60)
"""After how long a list of references is fetched again: services add lists, papers hardly change theirs."""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "citations",
        help="fetch which papers of a library cite each other",
        description="Fetches the lists of references of a library's papers, and adds those within it to a file.",
        epilog=_MORE,
    )
    add_paths(parser)
    parser.add_argument("--output", metavar="FILE", help="the file to write (default: that of the current site)")
    parser.add_argument(
        "--service", action="append", choices=tuple(REFERENCE_SERVICES), default=[], help="ask this service only"
    )
    parser.add_argument("--dry-run", action="store_true", help="only show what would be written")
    parser.add_argument("--offline", action="store_true", help="make no request; use what earlier runs found")
    parser.add_argument("--refresh", action="store_true", help="fetch everything again")
    parser.add_argument("--sort", action="store_true", help="only sort the file")
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=number_argument, default=1800.0, help="when to stop asking (default: 1800)"
    )
    add_report_format(parser)
    add_mailto(parser, "services")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Fetch, merge, and report what is wrong with the answers."""
    if arguments.sort and (arguments.offline or arguments.refresh or arguments.service):
        raise UsageError(texts.SORT_ALONE)
    asked = asked_library(arguments.paths, texts.ELSEWHERE)
    file = _output(asked, arguments.output)
    before, there = _read(file, asked.root)
    found: CitationSources = {}
    problems: list[Problem] = []
    if not arguments.sort:
        library, problems = asked.read()
        wanted = [REFERENCE_SERVICES[name] for name in arguments.service or REFERENCE_SERVICES]
        answers = _answers(library.entries, wanted, cache_folder(asked.configuration), arguments)
        found, others = citations_within(library.entries, answers, [service.name for service in wanted])
        problems = in_order([*problems, *others])
        write(report(arguments.format, problems, asked.root, common.entries(len(library.entries))))
        sys.stdout.flush()
    _write(file, display_path(file, asked.root), before, there, found, dry=arguments.dry_run)
    return int(any(problem.severity == "error" for problem in problems))


def _output(asked: AskedLibrary, named: str | None) -> Path:
    """Return the file to write: the one that is named, else that of the site."""
    options = asked.configuration.options if asked.configuration else Options()
    there = citation_files(asked.root, options.citations, options.bib)[0] if asked.configuration else []
    file = table_file(asked, named, options.citations, there, Table(CITATIONS_FILE, texts.FILE))
    if file is None:
        raise UsageError(texts.NO_OUTPUT)
    return file


def _read(file: Path, root: Path) -> tuple[bytes | None, CitationSources]:
    """Return what a file holds, and the citations in it. Raises `FailedError` if some of them cannot be read."""
    if not file.exists():
        return None, {}
    before = read_bytes(file)
    citations, problems = read_citations([file], root)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise FailedError("\n".join([texts.FAULTY_FILE, *map(str, errors)]))
    return before, citation_sources(citations)


def _write(
    file: Path, shown: str, before: bytes | None, there: CitationSources, found: CitationSources, *, dry: bool
) -> None:
    """Write the citations of both, or show which would be new."""
    merged = merged_sources(there, found)
    after = citations_text(merged).encode()
    added = sorted(merged.keys() - there.keys())
    changed = sum(merged[pair] != sources for pair, sources in there.items())
    if after == before or not merged:
        tell(texts.unchanged(shown, len(merged)))
        return
    if dry:
        write(texts.new_row(*pair, merged[pair]) + "\n" for pair in added)
        sys.stdout.flush()
    else:
        make_folder(file.parent)
        replace(file, after, before)
    tell(texts.written(shown, len(merged), len(added), changed, dry=dry))


def _answers(
    entries: tuple[Entry, ...],
    wanted: Sequence[ReferenceService],
    folder: Path | None,
    arguments: argparse.Namespace,
) -> dict[str, FetchedReferences]:
    """Return what services say: from the cache, or asked now. Raises `FailedError` if a service fails."""
    path = folder / REFERENCES_FILE if folder else None
    answers = load_references(path) if path else {}
    if arguments.offline:
        return answers
    today = datetime.now(UTC).date()
    known = {
        name: answer
        for name, answer in answers.items()
        if not arguments.refresh and timedelta(0) <= today - answer.fetched < _ASK_AGAIN
    }
    web = Web(services(os.environ), mailto=arguments.mailto, keys=keys_of_services())
    with progress_line() as show:
        show(texts.ASKING)
        new, failures = collect_answers(
            fetch_missing(web, entries, wanted, known, today),
            lambda found: add_references(path, found) if path else None,
            lambda number, answer: show(texts.works_asked(answer.service, number)),
            time.monotonic() + arguments.timeout,
        )
    if failures:
        raise FailedError("\n".join([*failures, common.NOTHING_WRITTEN if path else common.NOTHING_TO_WRITE]))
    for service in wanted:
        lists = sum(answer.service == service.name and bool(answer.references) for answer in (known | new).values())
        tell(texts.lists_known(service.name, lists))
    return known | new
