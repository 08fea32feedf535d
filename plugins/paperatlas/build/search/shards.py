"""The index of a site in shards: each holds some pages of a language, and is made again only if one of them changes.

Readers never see them: they are joined into one index for each language, as large as one that was made at once.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path

import msgspec

from paperatlas.build.search.index_format import FormatError, Shard, read_shard
from paperatlas.build.search.pagefind import IndexEntry, Pagefind, language_of
from paperatlas.build.search.records import SearchRecord
from paperatlas.storage.cache import Cache

_PAGES = 128
"""At most about so many pages are in a shard: a change costs as much as they do, and each shard a little by itself. The
index of 1,500 pages takes 2.7 s of CPU with 512 and 3.1 with 128, of which one changed page costs 1.3 and 0.6."""
_SHARD = Cache(Shard)


@dataclass(frozen=True, slots=True)
class Part:
    """The records of a shard in order, and a name that tells it from the others of a site."""

    name: str
    language: str
    records: Sequence[SearchRecord]

    def key(self, version: str) -> bytes:
        """Return what the shard depends on, besides this program: its records, and which Pagefind makes it."""
        digest = sha256(version.encode())
        for record in self.records:
            digest.update(msgspec.json.encode(record))
        return digest.digest()


def divide(records: Iterable[SearchRecord]) -> Iterator[Part]:
    """Yield the parts of a site's records, in an order that depends on their addresses alone.

    Pages that are found by their titles alone are by themselves: a new paper changes the pages of its authors, its
    venue and its year, and they cost less than papers.
    """
    kinds: defaultdict[tuple[str, bool], list[SearchRecord]] = defaultdict(list)
    for record in records:
        kinds[language_of(record), not record.body].append(record)
    for (language, short), found in sorted(kinds.items()):
        shards = 1
        while len(found) > _PAGES * shards:
            shards *= 2  # so that a few pages more leave all others in their shards
        parts: list[list[SearchRecord]] = [[] for _ in range(shards)]
        for record in found:
            parts[int.from_bytes(blake2b(record.address.encode(), digest_size=4).digest()) % shards].append(record)
        for number, part in enumerate(parts):
            if part:
                name = f"{language}-{'titles' if short else 'texts'}-{number}-of-{shards}"
                yield Part(name, language, sorted(part, key=lambda record: record.address))


def make_shards(pagefind: Pagefind, version: str, parts: Sequence[Part], cache: Path | None) -> list[Shard]:
    """Return the shard of each part, from the cache or made by Pagefind; those of other parts leave the cache.

    Raises `PagefindError`, and `FormatError` if it makes indexes that cannot be joined.
    """
    keys = [part.key(version) for part in parts]
    found = [_SHARD.load(_file(cache, part), key) if cache else None for part, key in zip(parts, keys, strict=True)]
    missing = [part for part, shard in zip(parts, found, strict=True) if shard is None]
    made = pagefind.make_indexes(part.records for part in missing) if missing else iter(())
    shards: list[Shard] = []
    for part, key, known in zip(parts, keys, found, strict=True):
        shard = known or _read(*next(made), part.language)
        if known is None and cache:
            _SHARD.save(_file(cache, part), shard, key)
        shards.append(shard)
    if cache:
        _remove_others(cache, {_file(cache, part) for part in parts})
    return shards


def _read(entry: IndexEntry, files: dict[str, bytes], language: str) -> Shard:
    """Return an index of one language that Pagefind has made as a shard."""
    if entry.languages.keys() != {language}:
        raise FormatError
    return read_shard(files, entry.languages[language].hash)


def _file(cache: Path, part: Part) -> Path:
    return cache / f"{part.name}.cache"


def _remove_others(cache: Path, files: set[Path]) -> None:
    """Remove what no shard of this site is in, such as the folders of an earlier version."""
    with suppress(OSError):
        for path in set(cache.iterdir()) - files:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
