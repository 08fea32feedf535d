"""The search index of a site: made of shards, of which only those with a changed page are made again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import msgspec

from paperatlas.build.search.index_format import FormatError, join_shards, packed
from paperatlas.build.search.pagefind import ENTRY, IndexEntry, Language, Pagefind
from paperatlas.build.search.records import SearchRecord
from paperatlas.build.search.rules import FAILED_INDEX
from paperatlas.build.search.service import PagefindError
from paperatlas.build.search.shards import divide, make_shards
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.cache import Cache
from paperatlas.storage.files import WriteError, write_output
from paperatlas.storage.former_site import FileState, state_of

INDEX = "pagefind"
"""The folder of the index in a site, as Pagefind names it."""
_KNOWN_FORMAT = "1.5."
"""The versions of Pagefind whose indexes are known here begin with this."""


@dataclass(frozen=True, slots=True)
class _WrittenFile:
    """A file of an index as it was written."""

    digest: bytes
    state: FileState


_WRITTEN = Cache(dict[str, _WrittenFile])
"""The files of an index by where they are in it."""


@dataclass(frozen=True, slots=True)
class FormerIndex:
    """The index that the last build wrote: the folder it is in, and the file of the cache that knows its files."""

    folder: Path
    written: Path


def write_search_index(
    pagefind: Pagefind,
    records: Collection[SearchRecord],
    site: Path,
    cache: Path | None,
    former: FormerIndex | None = None,
) -> list[Problem]:
    """Write the index of all pages into the folder of a site; return what went wrong.

    `cache` is a folder that spares the making of what was made before; one that cannot be used spares nothing.
    """
    folder = site / INDEX
    try:
        files = _make_files(pagefind, records, cache)
        _write_files(files, folder, former)
    except (PagefindError, WriteError) as error:
        reason = str(error)
    except OSError as error:
        reason = f"'{error.filename}': {error.strerror}"
    else:
        return []
    shutil.rmtree(folder, ignore_errors=True)  # half an index finds half of the pages and says nothing of the others
    return [FAILED_INDEX.at(Span(INDEX), reason=reason)]


def _make_files(pagefind: Pagefind, records: Collection[SearchRecord], cache: Path | None) -> dict[str, bytes]:
    """Return the files of the index of all pages. Raises `PagefindError`."""
    version = pagefind.version()
    if version.removeprefix("pagefind ").startswith(_KNOWN_FORMAT):
        try:
            return _join_files(pagefind, version, records, cache)
        except FormatError:
            pass
    whole = sorted(records, key=lambda record: record.address)
    [(entry, files)] = pagefind.make_indexes([whole])
    return files | {ENTRY: _encoded(entry)}


def _join_files(
    pagefind: Pagefind, version: str, records: Collection[SearchRecord], cache: Path | None
) -> dict[str, bytes]:
    """Return the files of an index that is joined from shards. Raises `PagefindError` and `FormatError`."""
    parts = list(divide(records))
    shards = make_shards(pagefind, f"{version} {pagefind.extended}", parts, cache)
    languages = sorted({part.language for part in parts})
    # What runs in a browser comes from the program itself, however old the shards are.
    sample = [SearchRecord(language, language, language) for language in languages]
    [(entry, files)] = pagefind.make_indexes([sample])
    files = {name: data for name, data in files.items() if name.endswith((".js", ".pagefind"))}
    for language in languages:
        own = [shard for part, shard in zip(parts, shards, strict=True) if part.language == language]
        name, joined = join_shards(language, own)
        count = sum(len(shard.pages) for shard in own)
        entry.languages[language] = Language(name, entry.languages[language].wasm, count)
        files |= joined
    return files | {ENTRY: _encoded(entry)}


def _encoded(entry: IndexEntry) -> bytes:
    """Return what is in an index in one order: Pagefind names the languages in another one each time."""
    return msgspec.json.encode(entry, order="sorted")


def _write_files(files: Mapping[str, bytes], folder: Path, former: FormerIndex | None) -> None:
    """Write the files of an index, but for those that the last build wrote. Raises `OSError` and `WriteError`."""
    if former and former.folder != folder and former.folder.is_dir() and not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        former.folder.rename(folder)
    there = _states(folder)
    before = (former and _WRITTEN.load(former.written)) or {}
    written: dict[str, _WrittenFile] = {}
    # The entry is last: it tells that all is there.
    for name in (*sorted(files.keys() - {ENTRY}), ENTRY):
        digest = blake2b(files[name], digest_size=16).digest()
        same = before.get(name)
        if same is None or same.digest != digest or same.state != there.get(name):
            path = os.path.join(folder, name)  # noqa: PTH118 - thousands of paths
            write_output(path, packed(files[name]))
            same = _WrittenFile(digest, state_of(path))
        written[name] = same
    for name in there.keys() - files.keys():
        (folder / name).unlink()
    if former:
        _WRITTEN.save(former.written, written)


def _states(folder: Path) -> dict[str, FileState]:
    """Return the state of each file below a folder, by its path in there."""
    states: dict[str, FileState] = {}
    for here, _, names in os.walk(folder):
        inside = Path(here).relative_to(folder).as_posix()
        for name in names:
            states[name if inside == "." else f"{inside}/{name}"] = state_of(os.path.join(here, name))  # noqa: PTH118
    return states
