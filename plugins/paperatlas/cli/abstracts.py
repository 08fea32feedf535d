"""`paperatlas abstracts`: the abstracts that authors wrote, for one's own reading."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from paperatlas.bibliography import Entry
from paperatlas.cli.arguments import Commands, add_mailto, add_paths, add_report_format
from paperatlas.cli.cache import cache_folder
from paperatlas.cli.reports import report
from paperatlas.cli.site import asked_library
from paperatlas.cli.usage import UsageError, tell, write
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.formats.records.record import SourceError
from paperatlas.services.addresses import services
from paperatlas.services.web import Web
from paperatlas.text.progress import progress_line
from paperatlas.texts.commands import abstracts as texts
from paperatlas.texts.commands import common
from paperatlas.upkeep.abstracts.abstracts import (
    ABSTRACTS_FILE,
    AuthorsAbstract,
    abstracts_of,
    add_abstracts,
    identifiers_of,
    load_abstracts,
)
from paperatlas.upkeep.abstracts.fetch import fetch_abstracts

_MORE = """\
examples:
  paperatlas abstracts                    the library of the current site
  paperatlas abstracts bib/flows.bib      some of its .bib files
  paperatlas abstracts --refresh          fetch all abstracts again

The abstracts come from arXiv, Crossref and DataCite and are stored in the site's cache, which git ignores. The site
shows each on the page of its paper, with its source. They are their authors' texts and are not part of exports, feeds
or search. Only missing abstracts are fetched. A site that is built without them shows the library's own abstracts.

exit codes:
  0  every available abstract was fetched
  1  a service could not be reached; the abstracts of the others are stored
  2  wrong usage
"""
_ASK_AGAIN = timedelta(days=60)
"""After how long a work that had no abstract is asked for again."""
_SAVE_EVERY = 50


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "abstracts",
        help="fetch the authors' abstracts for your own site",
        description="Fetches the authors' abstracts into the site's cache, from which the site shows them.",
        epilog=_MORE,
    )
    add_paths(parser)
    parser.add_argument("--refresh", action="store_true", help="fetch everything again")
    add_report_format(parser)
    add_mailto(parser, "services")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Fetch, keep, and report what is wrong with identifiers."""
    asked = asked_library(arguments.paths, texts.ELSEWHERE)
    folder = cache_folder(asked.configuration)
    if folder is None:
        raise UsageError(texts.NO_CACHE)
    library, problems = asked.read()
    path = folder / ABSTRACTS_FILE
    found, failures = _fetch(library.entries, path, arguments)
    problems += found
    if problems or not failures or arguments.format != "text":  # "No problem found" would not be true
        write(report(arguments.format, in_order(problems), asked.root, common.entries(len(library.entries))))
    sys.stdout.flush()
    for message in dict.fromkeys(str(failure) for failure in failures):
        tell(f"paperatlas: {message}")
    tell(_summary(library.entries, load_abstracts(path)))
    return int(bool(failures) or any(problem.severity == "error" for problem in problems))


def _fetch(
    entries: tuple[Entry, ...], path: Path, arguments: argparse.Namespace
) -> tuple[list[Problem], list[SourceError]]:
    """Fetch what is missing into a file of the cache, also when this is interrupted."""
    today = datetime.now(UTC).date()
    cached = {} if arguments.refresh else load_abstracts(path)
    known = {name for name, each in cached.items() if each.paragraphs or today - each.fetched < _ASK_AGAIN}
    web = Web(services(os.environ), mailto=arguments.mailto)
    new: dict[str, AuthorsAbstract] = {}
    problems: list[Problem] = []
    failures: list[SourceError] = []
    saved = 0

    def save() -> None:
        if new:
            add_abstracts(path, new)

    with progress_line() as show:
        show(texts.ASKING_FOR_ABSTRACTS)
        try:
            for item in fetch_abstracts(web, entries, known, today):
                if isinstance(item, Problem):
                    problems.append(item)
                elif isinstance(item, SourceError):
                    failures.append(item)
                else:
                    new[item[0]] = item[1]
                    show(texts.works_found(len(new)))
                if len(new) >= saved + _SAVE_EVERY:
                    saved = len(new)
                    save()
        finally:
            save()
    return problems, failures


def _summary(entries: tuple[Entry, ...], cached: dict[str, AuthorsAbstract]) -> str:
    """Return how many entries have an abstract now, and where the abstracts are from."""
    there = abstracts_of(entries, cached)
    sources = Counter(abstract.source for abstract in there.values())
    identified = sum(bool(identifiers_of(entry)) for entry in entries)
    return texts.summary(len(there), len(entries), identified, sources.most_common())
