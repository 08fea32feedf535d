"""Entries in each format as texts, kept between builds: writing them takes longer than reading a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from paperatlas.bibliography import Entry
from paperatlas.storage.cache import Cache, to_msgpack

_FILE = "exports.cache"
_TEXTS = Cache(dict[str, dict[bytes, str]])
"""By format, by a digest of what is written."""


class EntryTexts:
    """The texts that an earlier build left in the cache of a project, if it has one, and those of this one."""

    def __init__(self, cache: Path | None = None) -> None:
        self._path = cache / _FILE if cache else None
        self._now: dict[str, dict[bytes, str]] = {}
        self._digests: dict[str, bytes] = {}

    @cached_property
    def _before(self) -> Mapping[str, Mapping[bytes, str]]:
        return (_TEXTS.load(self._path) if self._path else None) or {}

    def written(self, kind: str, write: Callable[[Entry], str]) -> Callable[[Entry], str]:
        """Return what writes the entries of a library in a format as `write` does, but each version of them once."""
        before, now = self._before.get(kind, {}), self._now.setdefault(kind, {})

        def text_of(entry: Entry) -> str:
            digest = self._digest(entry)
            if digest not in now:
                now[digest] = before[digest] if digest in before else write(entry)
            return now[digest]

        return text_of

    def save(self, entries: Iterable[Entry]) -> None:
        """Keep the texts of `entries`, of this build and of earlier ones, for the next one."""
        if self._path is None or not self._now:
            return
        before: Mapping[str, Mapping[bytes, str]] = self._before
        present = {self._digest(entry) for entry in entries}
        known = {
            kind: {digest: text for digest, text in {**before.get(kind, {}), **now}.items() if digest in present}
            for kind, now in self._now.items()
        }
        if any(known[kind] != before.get(kind) for kind in known):
            _TEXTS.save(self._path, {kind: dict(texts) for kind, texts in {**before, **known}.items()})

    def _digest(self, entry: Entry) -> bytes:
        if entry.key not in self._digests:
            content = to_msgpack(entry.content(places=False))
            self._digests[entry.key] = blake2b(content, digest_size=16).digest()
        return self._digests[entry.key]
