"""The files of a folder, and what a digest of what a site is made from has to hold of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from paperatlas.storage.paths import is_below


class Digest(Protocol):
    """One of hashlib's."""

    def update(self, data: bytes, /) -> None:
        """Add some bytes."""


_WHOLE = 1 << 20
"""A file of so many bytes is read to tell whether it has changed; of a larger one, size and time tell."""


def add_to_digest(digest: Digest, path: Path, *, by_time: bool = False) -> None:
    """Add a file, or all files of a folder, to a digest: the names below the path, and the contents.

    That is the same on every machine. With `by_time`, which is faster, it is the same on this one: of a large file, and
    of one that was installed, the time stands for the contents.
    """
    root = str(path)
    for found, stat in files_of(path):
        known = by_time and (stat.st_size > _WHOLE or "site-packages" in found)
        below = found.removeprefix(root).replace(os.sep, "/")
        name = f"{below}\0{stat.st_size}\0{stat.st_mtime_ns if known else ''}\0"
        try:
            data = b"" if known else Path(found).read_bytes()
        except OSError:
            continue  # it was there when the folder was listed; the next digest knows that it is not
        digest.update(name.encode(errors="surrogateescape"))
        digest.update(data)


def files_of(path: Path, *, hidden: bool = True) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the file at a path, or each below it, in order; nothing if there is none."""
    waiting: list[tuple[str, tuple[str, ...]]] = [(str(path), ())]
    while waiting:
        here, passed = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name, reverse=True)
        except NotADirectoryError:
            # A file, or what is looked for below one, as in a cache in whose place there is a file.
            with suppress(OSError):
                yield here, os.stat(here)  # noqa: PTH116 - tens of thousands of paths
            continue
        except OSError:
            continue
        if not hidden and here == str(path):
            entries = [entry for entry in entries if not entry.name.startswith(".")]
        for entry in entries:
            if entry.is_symlink() and not os.path.exists(entry.path):  # noqa: PTH110
                continue  # as editors put beside a file that is open
            if entry.is_dir():
                behind = (*passed, os.path.realpath(here)) if entry.is_symlink() else passed
                if behind is passed or not _leads_back(entry.path, behind):
                    waiting.append((entry.path, behind))
            elif entry.is_file():
                with suppress(OSError):  # it was there when the folder was listed
                    yield entry.path, entry.stat()


def _leads_back(link: str, passed: Iterable[str]) -> bool:
    """Return whether a link is to a folder that it was reached through, so that it could be followed without end."""
    target = os.path.realpath(link)
    return any(is_below(folder, target) for folder in passed)
