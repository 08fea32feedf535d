"""The questions that `paperatlas update` asks, and the answers: from the cache, or asked now."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from paperatlas.cli.asking import collect_answers, keys_of_services
from paperatlas.cli.cache import cache_folder
from paperatlas.cli.site import AskedLibrary
from paperatlas.cli.usage import FailedError, tell
from paperatlas.formats.records.record import SourceError
from paperatlas.services.addresses import services
from paperatlas.services.web import Web
from paperatlas.text.progress import progress_line
from paperatlas.texts.commands import common
from paperatlas.texts.commands import update as texts
from paperatlas.upkeep.updates.asks import SEARCH, ask_for_preprints, ask_for_publications, ask_for_venues
from paperatlas.upkeep.updates.examine import UpdateAnswers, works_in
from paperatlas.upkeep.updates.preprints import is_unpublished
from paperatlas.upkeep.updates.publications import candidate_dois, own_doi
from paperatlas.upkeep.updates.repositories import ask_for_repositories, code_repository
from paperatlas.upkeep.updates.stored import (
    PREPRINTS,
    PUBLICATIONS,
    PUBLISHED_AT,
    REPOSITORIES,
    AnswerKind,
    DatedAnswer,
)

_PAUSE = 0.2
"""Seconds between two requests to a host that asks for no other pause: five a second, as Crossref allows at least."""

_SomeAnswer = TypeVar("_SomeAnswer", bound=DatedAnswer)
Asker = Callable[[Sequence[str]], Iterable[tuple[str, _SomeAnswer] | SourceError]]


class UpdateQuestions:
    """One run of questions: where answers are kept, whom to ask, and until when."""

    def __init__(self, asked: AskedLibrary, arguments: argparse.Namespace) -> None:
        where = services(os.environ)
        self._entries = works_in(asked.read()[0])
        self._folder = cache_folder(asked.configuration)
        self._web = Web(where, mailto=arguments.mailto, pause=_PAUSE, own_hosts=True, keys=keys_of_services())
        self._offline = arguments.offline
        self._most = timedelta(days=arguments.max_age)
        self._today = datetime.now(UTC).date()
        self._until = time.monotonic() + arguments.timeout
        self._failures: dict[str, None] = {}
        self._unknown = 0

    def answers(self) -> UpdateAnswers:
        """Return what services say: from the cache, or asked now. Raises `FailedError` if one fails.

        Where one fails the others are asked all the same, so that the next run has less to ask.
        """
        web, today = self._web, self._today
        names = dict.fromkeys(filter(None, map(code_repository, self._entries)))
        repositories = self._of_kind(REPOSITORIES, list(names), lambda due: ask_for_repositories(web, due, today))
        arxiv = dict.fromkeys(entry.arxiv for entry in self._entries if entry.arxiv)
        preprints = self._of_kind(PREPRINTS, list(arxiv), lambda due: ask_for_preprints(web, due, today))
        unpublished = {entry.arxiv: entry for entry in self._entries if entry.arxiv and is_unpublished(entry)}
        venues = self._of_kind(PUBLISHED_AT, list(unpublished), lambda due: ask_for_venues(web, due, today))
        wanted = dict.fromkeys(filter(None, map(own_doi, self._entries)))
        for name, entry in unpublished.items() if not self._failures else ():
            dois = candidate_dois(entry, preprints.get(name), venues.get(name))
            wanted |= dict.fromkeys(dois or (f"{SEARCH}{name}",))
        publications = self._of_kind(
            PUBLICATIONS, list(wanted), lambda due: ask_for_publications(web, due, unpublished, today)
        )
        if self._failures:
            more = common.NOTHING_WRITTEN if self._folder else common.NOTHING_TO_WRITE
            raise FailedError("\n".join([*self._failures, more]))
        if self._unknown:
            tell(texts.never_asked(self._unknown))
        return UpdateAnswers(repositories, preprints, venues, publications)

    def _of_kind(
        self, kind: AnswerKind[_SomeAnswer], wanted: Sequence[str], ask: Asker[_SomeAnswer]
    ) -> Mapping[str, _SomeAnswer]:
        """Return the answers of one kind to what is wanted, as far as they are known."""
        earlier = kind.load(self._folder)
        if self._offline:
            self._unknown += sum(name not in earlier for name in wanted)
            return earlier
        known = {name: answer for name, answer in earlier.items() if self._is_fresh(answer.fetched)}
        due = [name for name in wanted if name not in known]
        with progress_line() as show:
            show(texts.ASKING)
            new, failures = collect_answers(
                ask(due),
                lambda found: kind.add(self._folder, found),
                lambda number, _: show(texts.asking(kind.name, number, len(due))),
                self._until,
            )
        self._failures |= dict.fromkeys(failures)
        if wanted:
            tell(texts.asked(kind.name, sum(name in new for name in due), len(wanted) - len(due)))
        return known | new

    def _is_fresh(self, day: date) -> bool:
        """Return whether an answer of a day is believed: not of long ago, and not from the future."""
        return timedelta(0) <= self._today - day < self._most
