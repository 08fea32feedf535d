"""What arXiv, Semantic Scholar and Crossref are asked of works, some at a time, and their answers as they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from paperatlas.bibliography import Entry
from paperatlas.formats.records.record import Author, SourceError
from paperatlas.services.arxiv import preprints
from paperatlas.services.publications import Publication, find_publication, search_publications
from paperatlas.services.semantic_scholar import SEMANTIC_SCHOLAR_AT_ONCE, semantic_scholar_venues
from paperatlas.services.web import Web
from paperatlas.text.titles import title_letters
from paperatlas.upkeep.abstracts.abstracts import title_of
from paperatlas.upkeep.abstracts.fetch import AT_ONCE
from paperatlas.upkeep.batches import ask_in_batches
from paperatlas.upkeep.updates.same_work import difference_to
from paperatlas.upkeep.updates.stored import DatedAnswer, FoundPreprint, FoundPublication, FoundVenue

_BYTES = 32 << 20
"""How many bytes arXiv's answer on a hundred preprints may have: with their abstracts half of one is usual."""
SEARCH = "search "
"""Before the identifier of a preprint: the publication of its title that was found."""

_Answer = TypeVar("_Answer", bound=DatedAnswer)


def ask_for_preprints(web: Web, due: Sequence[str], today: date) -> Iterator[tuple[str, FoundPreprint] | SourceError]:
    """Yield what arXiv says of preprints, by their identifiers, and what went wrong."""

    def ask(batch: Sequence[str]) -> dict[str, FoundPreprint]:
        return {
            name: FoundPreprint(
                today, each.fetched.record.fields["title"], each.version, each.withdrawn, each.doi, each.journal
            )
            for name, each in preprints(web, batch, _BYTES).items()
        }

    return _each_answered(due, ask, AT_ONCE, FoundPreprint(today))


def ask_for_venues(web: Web, due: Sequence[str], today: date) -> Iterator[tuple[str, FoundVenue] | SourceError]:
    """Yield where Semantic Scholar says that preprints were published, by their identifiers, and what went wrong."""

    def ask(batch: Sequence[str]) -> dict[str, FoundVenue]:
        found = semantic_scholar_venues(web, [f"arxiv:{name}" for name in batch])
        return {
            name.removeprefix("arxiv:"): FoundVenue(today, each.title, each.doi, each.name)
            for name, each in found.items()
        }

    return _each_answered(due, ask, SEMANTIC_SCHOLAR_AT_ONCE, FoundVenue(today))


def ask_for_publications(
    web: Web, due: Sequence[str], preprints_by_name: Mapping[str, Entry], today: date
) -> Iterator[tuple[str, FoundPublication] | SourceError]:
    """Yield what Crossref says of DOIs, and finds by the titles of preprints (`SEARCH`), and what went wrong."""

    def ask(batch: Sequence[str]) -> dict[str, FoundPublication]:
        return {name: _found(web, name, preprints_by_name, today) for name in batch}

    return _each_answered(due, ask, 1, FoundPublication(today))


def _found(web: Web, name: str, preprints_by_name: Mapping[str, Entry], today: date) -> FoundPublication:
    """Return the publication of a DOI, or of those with the same title as a preprint the one that is of its work."""
    if not name.startswith(SEARCH):
        found = find_publication(web, name)
        return _stored(found, today) if found else FoundPublication(today)
    entry = preprints_by_name[name.removeprefix(SEARCH)]
    first = next(iter(entry.names("author").names), None)
    title = title_of(entry)
    works = search_publications(web, title, first.display if first else "")
    # To the letter: nothing but its title leads to it.
    alike = [work for work in works if title_letters(work.record.fields["title"]) == title_letters(title)]
    stored = [_stored(work, today) for work in alike]
    of_others = next(iter(stored), FoundPublication(today))
    return next((each for each in stored if not difference_to(entry, each)), of_others)


def _stored(found: Publication, today: date) -> FoundPublication:
    record = found.record
    author = next(iter(record.authors), Author(""))
    return FoundPublication(
        today,
        record.type,
        dict(record.fields),
        (author.family, author.given),
        found.year,
        found.state,
        found.notice,
        found.published,
    )


def _each_answered(
    due: Sequence[str], ask: Callable[[Sequence[str]], Mapping[str, _Answer]], at_once: int, nothing: _Answer
) -> Iterator[tuple[str, _Answer] | SourceError]:
    """Yield an answer for each question; that a service knows nothing of it is an answer as well."""
    for item in ask_in_batches(due, ask, at_once):
        if isinstance(item, SourceError):
            yield item
        else:
            yield from ((name, item[1].get(name, nothing)) for name in item[0])
