"""What services said of the references of works, kept in the cache, and what follows from it for a library.

All references are kept, not those within the library alone: a paper that is added later is cited by those that are
there, and nobody is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.citations.writer import CitationSources
from paperatlas.diagnostics.problem import Problem
from paperatlas.services.references import ReferenceList
from paperatlas.storage.records import load_records, update_records
from paperatlas.text.titles import same_title
from paperatlas.upkeep.abstracts.abstracts import Identifier, identifiers_of, title_of
from paperatlas.upkeep.citations.rules import OTHER_WORKS_REFERENCES

REFERENCES_FILE = "references.json"
"""The name of the file in a cache."""


@dataclass(frozen=True, slots=True)
class FetchedReferences(ReferenceList):
    """What a service said of a work, and when; without names: it does not know the work."""

    service: str
    fetched: date


def record_name(service: str, identifier: Identifier) -> str:
    """Return under what name the answer of a service on a work is kept."""
    return f"{service} {identifier.name}"


def load_references(path: Path) -> dict[str, FetchedReferences]:
    """Return what a file holds; whatever cannot be trusted is left out."""
    return load_records(path, "references", FetchedReferences)


def add_references(path: Path, new: Mapping[str, FetchedReferences]) -> None:
    """Put answers into a file, beside what another run may have put there meanwhile. Raises `WriteError`."""
    update_records(path, "references", FetchedReferences, lambda there: {**there, **new})


def citations_within(
    entries: Iterable[Entry], answers: Mapping[str, FetchedReferences], services: Iterable[str]
) -> tuple[CitationSources, list[Problem]]:
    """Return which entries cite which, with the services that say so, and the answers that are of another work.

    A work is known by its identifiers alone: many works have the same title.
    """
    keys: dict[str, str] = {}
    lists: list[tuple[str, FetchedReferences]] = []
    problems: list[Problem] = []
    for entry, identifier, answer in _answers_on(entries, answers, tuple(services)):
        keys.setdefault(identifier.name, entry.key)
        if answer is None:
            continue
        problem = _other_work(entry, identifier, answer)
        if problem is None:
            lists.append((entry.key, answer))
        else:
            problems.append(problem)
    # Only now: an entry's own identifiers come before those that a service has for another one.
    for key, answer in lists:
        for name in answer.names:
            keys.setdefault(name, key)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for key, answer in lists:
        for cited in {keys[name] for name in answer.references if name in keys} - {key}:
            found.setdefault((key, cited), {})[answer.service] = None
    return {pair: tuple(sources) for pair, sources in found.items()}, problems


def _answers_on(
    entries: Iterable[Entry], answers: Mapping[str, FetchedReferences], services: tuple[str, ...]
) -> Iterator[tuple[Entry, Identifier, FetchedReferences | None]]:
    """Yield each identifier of the entries that are works, with each answer on it; with None if there is none."""
    for entry in entries:
        for identifier in identifiers_of(entry) if entry.type not in NO_WORKS else ():
            found = (answers.get(record_name(service, identifier)) for service in services)
            known = [answer for answer in found if answer is not None and answer.names]
            yield from ((entry, identifier, answer) for answer in known or (None,))


def _other_work(entry: Entry, identifier: Identifier, answer: FetchedReferences) -> Problem | None:
    """Return the problem of an answer that is of another work than the entry's, by its identifier or its title."""
    arguments = {"service": answer.service, "identifier": identifier.value, "key": entry.key}
    if identifier.name not in answer.names:
        other = next((name for name in answer.names if not name.startswith("openalex:")), "nothing")
        return OTHER_WORKS_REFERENCES.at(identifier.span, "identifier", **arguments, other=other)
    if answer.title and not same_title(title_of(entry), answer.title):
        return OTHER_WORKS_REFERENCES.at(identifier.span, **arguments, title=answer.title, own=title_of(entry))
    return None
