"""Which files a site is made from: regular ones, in the folders that its owner has named.

Anyone can propose a link to a file of the machine that builds the site, or a pipe that nobody writes to.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from paperatlas.storage.paths import is_below

Refusal = Literal["link", "special", "name"]
"""Why a file is not read: it is outside of all folders that it may be in, or a pipe, a device or a socket, or its name
holds what no text does."""


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files found below a folder, those that were refused, and the folders that could not be read, with why.

    `misnamed` are files that seem to be meant, and whose names do not end as they have to: `a.BIB`, `a.bib.txt`,
    `a.bibtex`. `foreign` are files in other formats that are asked after.
    """

    files: list[Path] = field(default_factory=list)
    refused: dict[Path, Refusal] = field(default_factory=dict)
    unreadable: dict[Path, OSError] = field(default_factory=dict)
    misnamed: list[Path] = field(default_factory=list)
    foreign: list[Path] = field(default_factory=list)

    def sort_other(self, path: Path, suffix: str, foreign: tuple[str, ...]) -> None:
        """Add a file that has not the suffix to those that are told, if it seems to be meant."""
        name = path.name.lower()
        if name.endswith((suffix, f"{suffix}.txt", f"{suffix}tex")):
            self.misnamed.append(path)
        elif name.endswith(foreign) and not name.startswith((".", "~")):
            self.foreign.append(path)


def read_regular(path: Path) -> bytes:
    """Return the bytes of a file. Raises `OSError`, also for one that may have no end."""
    if is_special(path):
        raise OSError(errno.EINVAL, "it is not a regular file")
    return path.read_bytes()


def is_special(path: Path) -> bool:
    """Return whether a path is that of a pipe, a device or a socket."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # whoever reads it tells why not
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def work_tree(folder: Path) -> Path:
    """Return the folder that belongs together with this one: that of the git repository, or itself."""
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)


def real_paths(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return where folders are when all links are followed."""
    return tuple(dict.fromkeys(map(os.path.realpath, folders)))


def why_refused(path: Path, folders: Iterable[str]) -> Refusal | None:
    """Return why a file is not read that has to be in one of some folders, also by the links it is reached by.

    The folders are as `real_paths` has them: to find out takes longer than all else, and there may be many files.
    """
    if is_special(path):
        return "special"
    real = os.path.realpath(path)
    return None if any(is_below(real, folder) for folder in folders) else "link"


def find_files(folder: Path, suffix: str, others: Iterable[Path], foreign: tuple[str, ...] = ()) -> FoundFiles:
    """Return the files of a suffix below a folder, in order; links may lead to it, or to one of the `others`.

    `foreign` are the suffixes of other formats, in small letters. What begins with `.` or `~` is a program's own.

    Links to folders are followed, each folder once: what is in one that leads back to itself is found where it is.
    """
    found = FoundFiles()
    allowed = real_paths((folder, *others))
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(here) as entries:
                children = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            found.unreadable[here] = error
            continue
        folders = []
        for child in children:
            path = here / child.name
            if not child.is_symlink() and child.is_dir():
                folders.append(path)
            elif path.is_dir() or child.name.endswith(suffix):
                refusal = why_refused(path, allowed)
                if refusal:
                    found.refused[path] = refusal
                elif path.is_dir():
                    folders.append(path)
                else:
                    found.files.append(path)
            else:
                found.sort_other(path, suffix, foreign)
        waiting += reversed(folders)
    return FoundFiles(
        sorted(found.files), found.refused, found.unreadable, sorted(found.misnamed), sorted(found.foreign)
    )
