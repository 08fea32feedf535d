"""Where what was made of pages is kept: a file for each page and step, named by a digest of the page's address."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from paperatlas.storage.cache import Cache

_Made = TypeVar("_Made")


@dataclass(slots=True)
class PageStore(Generic[_Made]):
    """What one step makes of pages, by address.

    Without a folder it is in memory, from one build of `mkdocs serve` to the next.
    """

    cache: Cache[_Made]
    name: str
    _folder: Path | None = None
    _memory: dict[str, _Made] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def start(self, folder: Path | None) -> None:
        """Begin a build whose cache is in `folder`."""
        self._folder = folder / self.name if folder else None
        self._asked.clear()

    def load(self, address: str) -> _Made | None:
        """Return what was made of a page in an earlier build."""
        self._asked.add(address)
        if self._folder is None:
            return self._memory.get(address)
        return self.cache.load(self._path(self._folder, address), address.encode())

    def save(self, address: str, made: _Made) -> None:
        """Keep what was made of a page."""
        if self._folder is None:
            self._memory[address] = made
        else:
            self.cache.save(self._path(self._folder, address), made, address.encode())

    def end(self) -> None:
        """Forget the pages that the build, which is whole, did not have."""
        if self._folder is None:
            self._memory = {address: made for address, made in self._memory.items() if address in self._asked}
            return
        paths = {self._path(self._folder, address) for address in self._asked}
        with suppress(OSError):  # no folder yet, or one that is not ours to change
            for path in self._folder.iterdir():
                if path not in paths:
                    path.unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, address: str) -> Path:
        return folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.cache"
