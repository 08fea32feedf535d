"""What the answers of services mean for a library: problems, some with edits, and rows of what was looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.diagnostics.problem import Problem
from paperatlas.upkeep.updates.file_text import FileText
from paperatlas.upkeep.updates.repositories import code_verifications, repository_problems
from paperatlas.upkeep.updates.stored import FoundRepository
from paperatlas.verification import Verification


@dataclass(frozen=True, slots=True)
class UpdateAnswers:
    """What services said, each kind by what was asked for."""

    repositories: Mapping[str, FoundRepository] = field(default_factory=dict)


def works_in(library: Library) -> list[Entry]:
    """Return the entries that stand for works."""
    return [entry for entry in library.entries if entry.type not in NO_WORKS]


def update_problems(
    library: Library, answers: UpdateAnswers, text_of: Callable[[str], FileText | None]
) -> Iterator[Problem]:
    """Yield what has changed since entries were written; `text_of` gives the text of a file, for edits of it."""
    for entry in works_in(library):
        text = text_of(entry.span.file)
        yield from repository_problems(entry, answers.repositories, text)


def verifications_of(library: Library, answers: UpdateAnswers) -> list[Verification]:
    """Return what was looked up of each entry."""
    works = works_in(library)
    return [*code_verifications(works, answers.repositories)]
