"""What services said of repositories and works, kept in the cache: nobody is asked twice in a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
