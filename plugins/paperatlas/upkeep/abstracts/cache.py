"""The authors' abstracts that were fetched, by the names of identifiers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paperatlas.storage.records import load_records, update_records
from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract

ABSTRACTS = "abstracts.json"
"""The name of the file in a cache."""


def load_abstracts(path: Path) -> dict[str, AuthorsAbstract]:
    """Return what a file holds; whatever cannot be trusted is left out."""
    return load_records(path, "abstracts", AuthorsAbstract)


def add_abstracts(path: Path, new: Mapping[str, AuthorsAbstract]) -> None:
    """Put abstracts into a file, beside what another run may have put there meanwhile. Raises `WriteError`."""
    update_records(path, "abstracts", AuthorsAbstract, lambda there: {**there, **new})
