"""Asks services for the references of works, some works at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.formats.records.record import SourceError
from paperatlas.services.openalex import OPENALEX_AT_ONCE, openalex_references
from paperatlas.services.opencitations import opencitations_references
from paperatlas.services.references import ReferenceList
from paperatlas.services.semantic_scholar import SEMANTIC_SCHOLAR_AT_ONCE, semantic_scholar_references
from paperatlas.services.web import Web
from paperatlas.upkeep.abstracts.abstracts import Identifier, identifiers_of
from paperatlas.upkeep.batches import ask_in_batches
from paperatlas.upkeep.citations.stored import FetchedReferences, record_name


@dataclass(frozen=True, slots=True)
class ReferenceService:
    """A service that has lists of references.

    `wanted` picks those of a work's identifiers that it is asked for, of which it takes `at_once`.
    """

    name: str
    ask: Callable[[Web, Sequence[str]], dict[str, ReferenceList]]
    at_once: int
    wanted: Callable[[tuple[Identifier, ...]], tuple[Identifier, ...]]
    last: bool = False
    """Whether it is asked only for what no other service has."""


def _dois(identifiers: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    return tuple(identifier for identifier in identifiers if identifier.name.startswith("doi:"))


REFERENCE_SERVICES: Mapping[str, ReferenceService] = {
    # A preprint and its publication are two works there, each with a list of its own.
    "openalex": ReferenceService("OpenAlex", openalex_references, OPENALEX_AT_ONCE, lambda identifiers: identifiers),
    # It has both as one.
    "semantic-scholar": ReferenceService(
        "Semantic Scholar", semantic_scholar_references, SEMANTIC_SCHOLAR_AT_ONCE, lambda identifiers: identifiers[:1]
    ),
    "opencitations": ReferenceService("OpenCitations", opencitations_references, 1, _dois, last=True),
}
"""The services by what a person calls them on the command line."""


def fetch_missing(
    web: Web,
    entries: Sequence[Entry],
    services: Sequence[ReferenceService],
    known: Mapping[str, FetchedReferences],
    today: date,
) -> Iterator[tuple[str, FetchedReferences] | SourceError]:
    """Yield the answers of services that are not `known`, by the names of records, and what went wrong.

    A service that is asked `last` is asked only for the entries of which no other has a list of references.
    """
    answers = dict(known)
    for service in services:
        asked_of = _without_list(entries, services, answers) if service.last and len(services) > 1 else entries
        for item in fetch_references(web, service, _due_questions(service, asked_of, answers), today):
            if not isinstance(item, SourceError):
                answers[item[0]] = item[1]
            yield item


def _due_questions(service: ReferenceService, entries: Iterable[Entry], known: Collection[str]) -> list[Identifier]:
    """Return what a service is to be asked for: nothing that is `known`, and nothing twice."""
    wanted = (
        identifier
        for entry in entries
        if entry.type not in NO_WORKS
        for identifier in service.wanted(identifiers_of(entry))
    )
    unknown = (identifier for identifier in wanted if record_name(service.name, identifier) not in known)
    return list({identifier.name: identifier for identifier in unknown}.values())


def _without_list(
    entries: Iterable[Entry], services: Sequence[ReferenceService], answers: Mapping[str, FetchedReferences]
) -> list[Entry]:
    """Return the entries of which no service has a list of references."""
    listed = {name for name, answer in answers.items() if answer.references}
    return [
        entry
        for entry in entries
        if listed.isdisjoint(
            record_name(service.name, identifier) for service in services for identifier in identifiers_of(entry)
        )
    ]


def fetch_references(
    web: Web, service: ReferenceService, questions: Sequence[Identifier], today: date
) -> Iterator[tuple[str, FetchedReferences] | SourceError]:
    """Yield what a service says of works as it comes in, by the names of records, and what went wrong.

    Of a work that it does not know, it says nothing: that is an answer as well.
    """

    def ask(batch: Sequence[Identifier]) -> dict[str, ReferenceList]:
        return service.ask(web, [identifier.name for identifier in batch])

    for item in ask_in_batches(questions, ask, service.at_once):
        if isinstance(item, SourceError):
            yield item
            continue
        for identifier in item[0]:
            found = item[1].get(identifier.name, ReferenceList("", (), ()))
            yield (
                record_name(service.name, identifier),
                FetchedReferences(found.title, found.names, found.references, service.name, today),
            )
