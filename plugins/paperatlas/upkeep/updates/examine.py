"""What the answers of services mean for a library: problems, some with edits, and rows of what was looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats.records.library_style import LibraryStyle, library_style_of
from paperatlas.upkeep.updates.file_text import FileText
from paperatlas.upkeep.updates.preprints import preprint_problems, preprint_verifications
from paperatlas.upkeep.updates.publications import (
    candidate_dois,
    own_doi,
    publication_verifications,
    published_edit,
    published_problems,
    state_problems,
)
from paperatlas.upkeep.updates.repositories import code_verifications, repository_problems
from paperatlas.upkeep.updates.rules import PUBLISHED_PREPRINT
from paperatlas.upkeep.updates.stored import FoundPreprint, FoundPublication, FoundRepository, FoundVenue
from paperatlas.verification import Verification
from paperatlas.verification.model import PREPRINT


@dataclass(frozen=True, slots=True)
class UpdateAnswers:
    """What services said, each kind by what was asked for."""

    repositories: Mapping[str, FoundRepository] = field(default_factory=dict)
    preprints: Mapping[str, FoundPreprint] = field(default_factory=dict)
    venues: Mapping[str, FoundVenue] = field(default_factory=dict)
    publications: Mapping[str, FoundPublication] = field(default_factory=dict)


def works_in(library: Library) -> list[Entry]:
    """Return the entries that stand for works."""
    return [entry for entry in library.entries if entry.type not in NO_WORKS]


def update_problems(
    library: Library,
    answers: UpdateAnswers,
    looked_up: Iterable[Verification],
    text_of: Callable[[str], FileText | None],
) -> Iterator[Problem]:
    """Yield what has changed since entries were written.

    `looked_up` is what was known before, `text_of` gives the text of a file, for edits of it.
    """
    style = library_style_of(library)
    versions = {row.key: row.findings.get("version", "") for row in looked_up if row.subject == PREPRINT}
    by_doi = {doi: entry.key for entry in works_in(library) if (doi := own_doi(entry))}
    for entry in works_in(library):
        text = text_of(entry.span.file)
        version = versions.get(entry.key, "")
        yield from repository_problems(entry, answers.repositories, text)
        yield from preprint_problems(
            entry, answers.preprints.get(entry.arxiv or ""), int(version) if version.isdecimal() else 0
        )
        yield from state_problems(entry, answers.publications)
        yield from _published(entry, answers, text, style, by_doi)


def _published(
    entry: Entry, answers: UpdateAnswers, text: FileText | None, style: LibraryStyle, by_doi: Mapping[str, str]
) -> list[Problem]:
    """Return what is to be said of where a preprint was published, with the edit that writes it."""
    preprint, venue = answers.preprints.get(entry.arxiv or ""), answers.venues.get(entry.arxiv or "")
    dois = candidate_dois(entry, preprint, venue)
    problems, found = published_problems(entry, dois, answers.publications, preprint, venue)
    if found is None:
        return problems
    first, *others = problems
    doi = found.fields["doi"]
    if other := by_doi.get(doi.lower()):
        return [PUBLISHED_PREPRINT.at(first.span, "there", key=entry.key, doi=doi, other=other), *others]
    return [first.mended_by(published_edit(entry, found, text, style) if text else None), *others]


def verifications_of(library: Library, answers: UpdateAnswers) -> list[Verification]:
    """Return what was looked up of each entry."""
    works = works_in(library)
    return [
        *code_verifications(works, answers.repositories),
        *preprint_verifications(works, answers.preprints),
        *publication_verifications(works, answers.publications),
    ]
