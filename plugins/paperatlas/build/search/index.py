"""The search index of a site, made again only when what search finds has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import msgspec

from paperatlas.build.search.pagefind import ENTRY, Pagefind, PagefindError
from paperatlas.build.search.records import SearchRecord
from paperatlas.build.search.rules import FAILED_INDEX
from paperatlas.diagnostics.problem import Problem, Span

INDEX = "pagefind"
"""The folder of the index in a site, as Pagefind names it."""


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
        made = _newest(cache) if any_age else None
        if made is None:
            made = cache / _digest(pagefind, records)
            if not (made / ENTRY).is_file():
                _replace(made, pagefind, records)
        _copy(made, folder)
        for other in cache.iterdir():
            if other != made:
                shutil.rmtree(other, ignore_errors=True)
    except (OSError, PagefindError):
        return False  # the site may be on another disk
    return True


def _newest(cache: Path) -> Path | None:
    """Return the index in the cache that was made last, if there is a whole one."""
    entries = [(path.stat().st_mtime, path.parent) for path in cache.glob(f"*/{ENTRY}")]
    return max(entries)[1] if entries else None


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


def _copy(made: Path, folder: Path) -> None:
    """Put an index into the folder of a site, unless it is there."""
    entry = (made / ENTRY).read_bytes()
    with suppress(OSError):
        if (folder / ENTRY).read_bytes() == entry:
            return
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made, folder, copy_function=_link, ignore=shutil.ignore_patterns(ENTRY))
    (folder / ENTRY).write_bytes(entry)  # last: it tells that all is there


def _link(source: str, target: str) -> None:
    """Give a file a second name, which takes no time and no room; copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
