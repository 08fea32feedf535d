"""Where what was made of pages is kept: a file for each page, named by a digest of its address."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from paperatlas.hosts.mkdocs.page_cache.conversion import Converted
from paperatlas.storage.cache import Cache


@dataclass(frozen=True, slots=True)
class CachedPage:
    """What was made of a page, each step by itself; None where it is to be made anew in every build."""

    converted: Converted | None = None


_CACHE = Cache(CachedPage)


@dataclass(slots=True)
class PageStore:
    """The pages that are on their way, and those of the builds before, by address.

    Without a folder they are in memory, from one build of `mkdocs serve` to the next.
    """

    folder: Path | None = None
    _loaded: dict[str, CachedPage] = field(default_factory=dict)
    _made: dict[str, CachedPage] = field(default_factory=dict)
    _finished: set[str] = field(default_factory=set)

    def start(self, folder: Path | None) -> None:
        """Begin a build whose cache is in `folder`."""
        self.folder = folder
        self._finished.clear()

    def earlier(self, address: str) -> CachedPage:
        """Return what an earlier build made of a page."""
        if address not in self._loaded:
            self._loaded[address] = (
                self.folder and _CACHE.load(self._path(self.folder, address), address.encode())
            ) or CachedPage()
        return self._loaded[address]

    def put(self, address: str, **steps: object) -> None:
        """Remember what some steps made of a page in this build."""
        self._made[address] = replace(self._made.get(address, CachedPage()), **steps)  # type: ignore[arg-type]

    def finish(self, address: str) -> None:
        """Keep what was made of a page, once all of its steps are done."""
        made, earlier = self._made.pop(address, CachedPage()), self.earlier(address)
        self._finished.add(address)
        if self.folder is None:
            self._loaded[address] = made
            return
        del self._loaded[address]
        if made != earlier:
            _CACHE.save(self._path(self.folder, address), made, address.encode())

    def end(self) -> None:
        """Forget the pages that the build, which is whole, did not have."""
        if self.folder is None:
            self._loaded = {address: page for address, page in self._loaded.items() if address in self._finished}
            return
        paths = {self._path(self.folder, address) for address in self._finished}
        with suppress(OSError):  # no folder yet, or one that is not ours to change
            for path in self.folder.iterdir():
                if path not in paths:
                    path.unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, address: str) -> Path:
        return folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.cache"
