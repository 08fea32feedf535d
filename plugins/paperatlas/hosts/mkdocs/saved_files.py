"""What a site is made from, to tell what was saved since: some pages or entries alone, or anything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from mkdocs.utils import get_build_date

from paperatlas.storage.input_files import add_to_digest, files_of


@dataclass(frozen=True, slots=True)
class SavedFiles:
    """The files at some paths and below them, with a digest of each, on a day, which pages may name."""

    digests: dict[str, bytes]
    day: str

    @classmethod
    def at(cls, paths: Iterable[Path]) -> SavedFiles:
        """Return the files as they are now."""
        return cls({file: _digest(file) for path in paths for file, _ in files_of(path)}, get_build_date())

    def since(self, before: SavedFiles) -> set[str] | None:
        """Return the files that have changed; None if one has come or gone, or another day has come."""
        if self.digests.keys() != before.digests.keys() or self.day != before.day:
            return None
        return {file for file, digest in self.digests.items() if digest != before.digests[file]}


def _digest(file: str) -> bytes:
    digest = blake2b(digest_size=16)
    add_to_digest(digest, Path(file), by_time=True)
    return digest.digest()
