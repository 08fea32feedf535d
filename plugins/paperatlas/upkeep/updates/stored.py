"""What services said of repositories and works, kept in the cache: nobody is asked twice in a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from paperatlas.storage.records import load_records, update_records


@dataclass(frozen=True, slots=True)
class DatedAnswer:
    """What a service said, and on which day."""

    fetched: date


@dataclass(frozen=True, slots=True)
class FoundRepository(DatedAnswer):
    """What a forge says of a repository; nothing if it is not `there`."""

    there: bool = False
    address: str = ""
    archived: bool = False
    licence: str = ""
    language: str = ""
    framework: str = ""


_Answer = TypeVar("_Answer", bound=DatedAnswer)


@dataclass(frozen=True, slots=True)
class AnswerKind(Generic[_Answer]):
    """A kind of answers: `name` is that of its file in a cache."""

    name: str
    type: type[_Answer]

    def load(self, folder: Path | None) -> dict[str, _Answer]:
        """Return the answers in a cache; whatever cannot be trusted is left out."""
        return load_records(folder / f"{self.name}.json", self.name, self.type) if folder else {}

    def add(self, folder: Path | None, new: Mapping[str, _Answer]) -> None:
        """Put answers into a cache, beside what another run may have put there meanwhile. Raises `WriteError`."""
        if folder and new:
            path = folder / f"{self.name}.json"
            update_records(path, self.name, self.type, lambda there: {**there, **new})


REPOSITORIES = AnswerKind("repositories", FoundRepository)
"""By the names of repositories (`repository_name`)."""


@dataclass(frozen=True, slots=True)
class FoundPreprint(DatedAnswer):
    """What arXiv says of a preprint; without a title it does not know it."""

    title: str = ""
    version: int = 0
    withdrawn: bool = False
    doi: str = ""
    journal: str = ""


@dataclass(frozen=True, slots=True)
class FoundVenue(DatedAnswer):
    """Where Semantic Scholar says that a preprint was published; without a title it does not know it."""

    title: str = ""
    doi: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class FoundPublication(DatedAnswer):
    """What Crossref says of a DOI, or found by a title; without a type there is none.

    `fields` are those of a record, the title among them, `author` is its first author in the parts of a name;
    `published` is the DOI that a preprint was published as.
    """

    type: str = ""
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    author: tuple[str, str] = ("", "")
    year: int = 0
    state: str = ""
    notice: str = ""
    published: str = ""


PREPRINTS = AnswerKind("preprints", FoundPreprint)
"""By arXiv identifiers."""
PUBLISHED_AT = AnswerKind("venues", FoundVenue)
"""By arXiv identifiers."""
PUBLICATIONS = AnswerKind("publications", FoundPublication)
"""By DOIs in lower case, and by `search` with an arXiv identifier."""
