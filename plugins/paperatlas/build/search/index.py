"""The search index of a site, made again only when what search finds has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import msgspec

from paperatlas.build.search.pagefind import ENTRY, Pagefind, PagefindError
from paperatlas.build.search.records import SearchRecord
from paperatlas.build.search.rules import FAILED_INDEX
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.cache import BROKEN

INDEX = "pagefind"
"""The folder of the index in a site, as Pagefind names it."""
_SIZES = "sizes.json"
"""Beside an index in the cache: how long its files are."""


def write_search_index(
    pagefind: Pagefind, records: Collection[SearchRecord], site: Path, cache: Path | None, *, any_age: bool = False
) -> list[Problem]:
    """Write the index of all pages into the folder of a site; return what went wrong.

    `cache` is a folder that spares the making of an index that was made before; one that cannot be used spares nothing.
    With `any_age` an index of other pages will do: who looks at a page again and again need not wait for the search.
    """
    folder = site / INDEX
    try:
        if cache is None or not _is_copied(pagefind, records, folder, cache, any_age=any_age):
            _replace(folder, pagefind, records)
    except PagefindError as error:
        return [FAILED_INDEX.at(Span(INDEX), reason=str(error))]
    except OSError as error:
        return [FAILED_INDEX.at(Span(INDEX), reason=f"'{error.filename}': {error.strerror}")]
    return []


def _is_copied(
    pagefind: Pagefind, records: Collection[SearchRecord], folder: Path, cache: Path, *, any_age: bool
) -> bool:
    """Copy an index from the cache, where it is made if it is not there; return False if that cannot be."""
    try:
        made = (_newest(cache) if any_age else None) or cache / _digest(pagefind, records)
        if not _is_there(made, folder):
            if not _is_whole(made):
                _replace(made, pagefind, records)
                (made / _SIZES).write_bytes(msgspec.json.encode(_sizes(made)))
            _copy(made, folder)
        for other in cache.iterdir():
            if other != made:
                shutil.rmtree(other, ignore_errors=True)
    except (OSError, PagefindError):
        return False  # the site may be on another disk
    return True


def _newest(cache: Path) -> Path | None:
    """Return the index in the cache that was made last, if there is a whole one."""
    entries = [(path.stat().st_mtime, path.parent) for path in cache.glob(f"*/{_SIZES}") if _is_whole(path.parent)]
    return max(entries)[1] if entries else None


def _is_whole(made: Path) -> bool:
    """Return whether an index in the cache has every file as long as it was: one may have been cut, or lost."""
    try:
        return msgspec.json.decode((made / _SIZES).read_bytes(), type=dict[str, int]) == _sizes(made)
    except (OSError, *BROKEN):
        return False


def _sizes(made: Path) -> dict[str, int]:
    """Return how long each file of an index is."""
    files = (path for path in made.rglob("*") if path.is_file() and path.name != _SIZES)
    return {path.relative_to(made).as_posix(): path.stat().st_size for path in files}


def _digest(pagefind: Pagefind, records: Collection[SearchRecord]) -> str:
    """Return a name for the index of some records: it depends on Pagefind, and on what we make of them for it."""
    digest = sha256(f"{pagefind.version()} {pagefind.extended}".encode())
    digest.update(Path(__file__).with_name("pagefind.py").read_bytes())
    for record in sorted(records, key=lambda record: record.address):
        digest.update(msgspec.json.encode(record))
    return digest.hexdigest()[:32]


def _replace(folder: Path, pagefind: Pagefind, records: Collection[SearchRecord]) -> None:
    """Make an index beside `folder` and put it in its place, so that half an index is never there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        pagefind.make_index(records, new)
        new.chmod(0o755)
        shutil.rmtree(folder, ignore_errors=True)
        new.replace(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _is_there(made: Path, folder: Path) -> bool:
    """Return whether an index is in the folder of a site already."""
    try:
        return (folder / ENTRY).read_bytes() == (made / ENTRY).read_bytes()
    except OSError:
        return False


def _copy(made: Path, folder: Path) -> None:
    """Put an index into the folder of a site."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made, folder, copy_function=_link, ignore=shutil.ignore_patterns(ENTRY, _SIZES))
    shutil.copyfile(made / ENTRY, folder / ENTRY)  # last: it tells that all is there


def _link(source: str, target: str) -> None:
    """Give a file a second name, which takes no time and no room; copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
