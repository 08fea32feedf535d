"""`paperatlas links`: whether the addresses of a library still lead anywhere."""

from __future__ import annotations

import argparse
import os
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace as replaced
from datetime import UTC, datetime, timedelta
from pathlib import Path

from paperatlas.cli.arguments import (
    Commands,
    add_mailto,
    add_paths,
    add_report_format,
    add_selection,
    number_argument,
    selection_of,
)
from paperatlas.cli.cache import cache_folder
from paperatlas.cli.reports import report
from paperatlas.cli.site import asked_library
from paperatlas.cli.usage import FailedError, UsageError, tell, write
from paperatlas.diagnostics.problem import in_order
from paperatlas.services.addresses import Services, services
from paperatlas.services.web import Reply, Web
from paperatlas.storage.files import WriteError, read_bytes, replace
from paperatlas.text.progress import progress_line
from paperatlas.texts.commands import common
from paperatlas.texts.commands import links as texts
from paperatlas.upkeep.links.cache import add_outcomes, load_outcomes
from paperatlas.upkeep.links.check import Method, Outcome
from paperatlas.upkeep.links.fix import Change, rewrite
from paperatlas.upkeep.links.preprints import living_preprints
from paperatlas.upkeep.links.report import move_of, new_address, problems_of
from paperatlas.upkeep.links.run import check_links, pause_until
from paperatlas.upkeep.links.targets import CheckedLink, Question, checked_links_of

_MORE = """\
examples:
  paperatlas links                    the library of the current site
  paperatlas links references.bib     .bib files, and all .bib files below a folder
  paperatlas links --fix --dry-run    show which addresses would be replaced, and change nothing
  paperatlas links --offline          what earlier runs found, without any request
  paperatlas links --ignore LNK008    without the servers that refuse programs

Each host gets one request at a time, a second apart; arXiv is asked for a hundred preprints at once. A server's
answer is valid for a week, a failure for a day; both are stored in the site's cache. Only --fix changes the library: it
writes a new address where the old one has moved permanently to what is certainly the same thing.

exit codes:
  0  no dead link (there may be warnings)
  1  a dead link, or a file could not be written
  2  wrong usage
"""
_PAUSE = 1.0
"""Seconds between two requests to a host that asks for no other."""
_SAVE_EVERY = 50
"""After how many answers the cache is written."""
_NO_ANSWER = frozenset({"host", "connection", "time-out"})
_CACHE = "links.json"


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "links",
        help="find dead and moved links of a library",
        description="Checks the links to code, websites, videos, slides, blogs, DOIs and arXiv pages of a library, and "
        "reports which are dead or have moved.",
        epilog=_MORE,
    )
    add_paths(parser)
    add_report_format(parser)
    add_selection(parser)
    parser.add_argument("--fix", action="store_true", help="write new addresses where links have moved permanently")
    parser.add_argument("--dry-run", action="store_true", help="with --fix: only show what would be written")
    parser.add_argument(
        "--offline", action="store_true", help="make no request; report what earlier runs found, of any age"
    )
    parser.add_argument(
        "--max-age", metavar="DAYS", type=number_argument, default=7.0, help="how long an answer is valid (default: 7)"
    )
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=number_argument, default=1800.0, help="when to stop asking (default: 1800)"
    )
    add_mailto(parser, "servers")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Ask, mend if wanted, report; the exit code tells whether a link is dead."""
    wanted = selection_of(arguments)
    if arguments.dry_run and not arguments.fix:
        raise UsageError(texts.DRY_RUN_WITHOUT_FIX)
    asked = asked_library(arguments.paths, texts.ELSEWHERE)
    library, problems = asked.read()
    where = services(os.environ)
    links = checked_links_of(library, where)
    outcomes = _outcomes([link.question for link in links], where, cache_folder(asked.configuration), arguments)
    fixed: list[Change] = []
    if arguments.fix:
        fixed = _fix(asked.root, links, outcomes, dry=arguments.dry_run)
    written = {change.link for change in fixed if not change.refused and not arguments.dry_run}
    for link in links:
        outcome = outcomes.get(link.question.url)
        if outcome is not None:
            # A link that was mended has not moved any more; that its repository is archived stays true.
            problems += problems_of(link, replaced(outcome, moved="") if link in written else outcome)
    shown = wanted.of(in_order(problems))
    write(report(arguments.format, shown, asked.root, common.links(len(links))))
    return int(any(problem.severity == "error" for problem in shown))


def _outcomes(
    questions: list[Question], where: Services, folder: Path | None, arguments: argparse.Namespace
) -> Mapping[str, Outcome]:
    """Return what is known of each address: from the cache, or asked now."""
    path = folder / _CACHE if folder else None
    now = datetime.now(UTC)
    earlier = load_outcomes(path, now) if path else {}
    most = timedelta(days=arguments.max_age)
    urls = list(dict.fromkeys(question.url for question in questions))
    if arguments.offline:
        known: dict[str, Outcome] = {url: earlier[url] for url in urls if url in earlier}
        if len(known) < len(urls):
            tell(texts.never_checked(len(urls) - len(known), len(urls)))
        return known
    fresh: dict[str, Outcome] = {
        url: earlier[url] for url in urls if url in earlier and earlier[url].is_fresh(now, most)
    }
    due = [question for question in dict.fromkeys(questions) if question.url not in fresh]
    began = time.monotonic()
    asked = _ask(due, where, path, arguments)
    seconds = time.monotonic() - began
    tell(texts.addresses_checked(len(asked), seconds, len(fresh)))
    if len(asked) < len(due):
        tell(texts.time_over(len(due) - len(asked)))
    return fresh | asked


def _ask(due: list[Question], where: Services, path: Path | None, arguments: argparse.Namespace) -> dict[str, Outcome]:
    """Ask for addresses, and put into the cache what comes of it, also when this is interrupted."""
    stop = threading.Event()
    web = Web(where, mailto=arguments.mailto, sleep=pause_until(stop), pause=_PAUSE)

    def first(url: str, method: Method, limit: int) -> Reply:
        return web.first(url, method=method, limit=limit)

    found: dict[str, Outcome] = {}
    saved = 0
    with progress_line() as show:
        try:
            until = time.monotonic() + arguments.timeout
            if arguments.timeout:
                show(texts.ASKING_ARXIV)
                found |= living_preprints(web, due)
            left = [question for question in due if question.url not in found]
            for question, outcome in check_links(left, first, stop=stop, until=until):
                found[question.url] = outcome
                show(texts.checking(len(found), len(due)))
                if len(found) >= saved + _SAVE_EVERY:
                    saved = len(found)
                    _keep(path, found)
        finally:
            _keep(path, found)
    if _nobody_answered(found.values()):
        raise FailedError(texts.OFFLINE)
    return found


def _nobody_answered(outcomes: Iterable[Outcome]) -> bool:
    """Return whether there is no network: several links, and no answer for any."""
    reasons = [outcome.reason for outcome in outcomes]
    return len(reasons) > 1 and all(reason in _NO_ANSWER for reason in reasons)


def _keep(path: Path | None, found: Mapping[str, Outcome]) -> None:
    """Put outcomes into the cache, beside what another run may have put there meanwhile."""
    if path is None or not found or _nobody_answered(found.values()):
        return
    try:
        add_outcomes(path, found, datetime.now(UTC))
    except WriteError as error:
        tell(str(error))  # the answers are worth more than the cache


def _fix(root: Path, links: list[CheckedLink], outcomes: Mapping[str, Outcome], *, dry: bool) -> list[Change]:
    """Write new addresses for the links that have moved for good, file by file, and show each change."""
    by_file: dict[str, list[tuple[CheckedLink, str]]] = {}
    for link in links:
        outcome = outcomes.get(link.question.url)
        if outcome is not None and move_of(link, outcome) in ("secure", "same"):
            by_file.setdefault(link.span.file, []).append((link, new_address(link, outcome)))
    done: list[Change] = []
    for file, wanted in by_file.items():
        before = read_bytes(root / file)
        after, changes = rewrite(before, file, wanted)
        if after != before and not dry:
            replace(root / file, after, before)
        done += changes
    for change in done:
        tell(texts.link_change(change.span, change.link.url, change.new, refused=change.refused, dry=dry))
    return done
