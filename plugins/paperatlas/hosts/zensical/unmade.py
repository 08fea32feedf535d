"""Pages that need not be made again: those whose text, and all that they read of the site, is as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from paperatlas.build.built_site import BuiltSite
from paperatlas.hosts.zensical.stage import Stage
from paperatlas.pages.reads import by_part
from paperatlas.storage.cache import Cache


@dataclass(frozen=True, slots=True)
class MadePage:
    """What a page was made from, and the digest of each file that was staged for it."""

    reads: dict[str, tuple[str | None, ...]]
    """By part of the site, what was read of it."""
    digest: bytes
    files: dict[str, str]


_MADE = Cache(dict[str, MadePage])
"""The pages of one language, by their paths in the stage."""


@dataclass(slots=True)
class MadePages:
    """The pages of one language as the last whole build made them, and as this one does."""

    stage: Stage
    built: BuiltSite
    _file: Path
    key: bytes
    before: Mapping[str, MadePage]
    _now: dict[str, MadePage] = field(default_factory=dict)

    @classmethod
    def open(cls, stage: Stage, built: BuiltSite, name: str, settings: bytes, last: MadePages | None) -> MadePages:
        """Return what was made for the `last` build, or what the file `name` of the stage knows of it.

        All pages depend on the `settings`.
        """
        key = built.made_with + settings
        file = stage.root / name
        if last is not None and last.key == key:
            return cls(stage, built, file, key, last.before)
        return cls(stage, built, file, key, _MADE.load(file, key) or {})

    def begin(self) -> None:
        """Forget what was made for a build that was given up."""
        self._now.clear()

    def put(
        self, path: str, inputs: Callable[[], tuple[object, ...]], make: Callable[[], tuple[Mapping[str, str], bool]]
    ) -> None:
        """Have a page staged, made only if it may have changed.

        `inputs` is what it is made from besides what it reads of the site. `make` returns the texts of its files by
        path, and whether they may stay while nothing of that changes.
        """
        earlier = self.before.get(path)
        if (
            earlier is not None
            and self.built.digests.of_page(inputs(), earlier.reads) == earlier.digest
            and all(self.stage.keep(name, digest) for name, digest in earlier.files.items())
        ):
            self._now[path] = earlier
            return
        (files, lasting), reads = self.built.reads.during(make)
        for name, text in files.items():
            self.stage.put(name, text.encode("utf-8", "surrogateescape"))
        found = by_part(reads)
        digest = self.built.digests.of_page(inputs(), found) if lasting else None
        if digest is not None:
            self._now[path] = MadePage(found, digest, {name: self.stage.digest_of(name) for name in files})

    def save(self) -> None:
        """Keep the pages for the next build, when their files are in place."""
        _MADE.save(self._file, self._now, self.key)
        self.before, self._now = self._now, {}
