"""A folder of files that another program reads: each is written only if its bytes change, and removed when it is stale.

All that changes is put there at once, when all of it is made: whatever fails before leaves the stage as it was, and a
program that watches the folder sees one change rather than many.

A file that is there is written over, not replaced. Zensical knows a file by the number that the system gives it
(inode), and does not learn that another one stands in its place; the system gives the old number to the next new file,
and from then on Zensical (0.0.73) takes each change of the first file for one of the second, which leaves a page as it
was for good.

Nobody should write to it by hand, but if somebody does, nothing is lost: such a file is put aside, and named.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import msgspec

from paperatlas.storage.files import WriteError, reason_of, write_output, write_whole
from paperatlas.storage.regular_files import read_regular
from paperatlas.texts.commands import zensical as texts

_FORMAT = 1
"""Changes when the files of a stage mean something else: the stage of another format is not touched."""
_MANIFEST = "stage.json"
_EDITED = "edited-by-hand"
"""The folder for files that somebody has changed."""
_NEW = ".new"
"""The folder for files until all are made."""


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file as it was written: a digest of its bytes, their number, and when it was written, in nanoseconds."""

    digest: str
    size: int
    written: int


@dataclass(slots=True)
class Stage:
    """The files below some folders of a stage, by their paths in it.

    Between `begin` and `finish`, `put` and `keep` name every file that there is to be; between `begin` and `add`, `put`
    names some. Whoever interrupts `finish`
    leaves a stage of which it is not known which files were written by hand: `_whole` is False.
    """

    root: Path
    folders: Sequence[str]
    _files: dict[str, StagedFile]
    _whole: bool = True
    _wanted: set[str] = field(default_factory=set)
    _new: dict[str, tuple[Path, str]] = field(default_factory=dict)
    """The files that are to be put in place, each with where it is and its digest."""
    edited: list[Path] = field(default_factory=list)
    """Where the files are that were put aside since the stage was opened."""

    @classmethod
    def open(cls, root: Path, folders: Sequence[str]) -> Stage:
        """Return the stage in a folder, which may be new. Raises `WriteError` if it is not of this format."""
        path = root / _MANIFEST
        try:
            written = msgspec.json.decode(read_regular(path))
            if written["format"] == _FORMAT:
                files = {name: StagedFile(*values) for name, values in written["files"].items()}
                return cls(root, folders, files, bool(written["whole"]))
        except FileNotFoundError:
            if not any((root / folder).exists() for folder in folders):
                return cls(root, folders, {})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        raise WriteError(texts.foreign_stage(root))

    def begin(self) -> None:
        """Forget what was named, and what was not finished."""
        self._wanted.clear()
        self._new.clear()
        shutil.rmtree(self.root / _NEW, ignore_errors=True)

    def put(self, path: str, data: bytes) -> bool:
        """Have a file with these bytes; return whether it had others, or was not there."""
        self._wanted.add(path)
        digest = _digest(data)
        known = self._files.get(path)
        if known is not None and known.digest == digest and self._is_as_written(path, known):
            return False
        # What was made twice is written over, not beside itself.
        new = self._new[path][0] if path in self._new else self.root / _NEW / str(len(self._new))
        write_output(str(new), data)
        self._new[path] = new, digest
        return True

    def keep(self, path: str, digest: str) -> bool:
        """Have a file as it was written, with a digest; return False if it is another one or was edited by hand."""
        known = self._files.get(path)
        if known is None or known.digest != digest or not self._is_as_written(path, known):
            return False
        self._wanted.add(path)
        return True

    def digest_of(self, path: str) -> str:
        """Return the digest of a file that was named."""
        return self._new[path][1] if path in self._new else self._files[path].digest

    def newest(self, folder: str) -> int:
        """Return when the newest page below a folder was put there, in nanoseconds."""
        below = f"{folder}/"
        pages = (each.written for path, each in self._files.items() if path.startswith(below) and path.endswith(".md"))
        return max(pages, default=0)

    def add(self) -> None:
        """Put the files in place that were made, and leave all others as they are."""
        self._save(whole=False)
        self._put_all_in_place()
        self._save(whole=self._whole)

    def finish(self) -> None:
        """Put the files in place that were made, remove those that were not named, and remember the rest."""
        self._save(whole=False)
        self._put_all_in_place()
        for path in list(self._found()):
            if path not in self._wanted:
                self._rescue(path)
                (self.root / path).unlink(missing_ok=True)
        self._files = {path: file for path, file in self._files.items() if path in self._wanted}
        self._whole = True
        self._save(whole=True)

    def _put_all_in_place(self) -> None:
        for path, (new, digest) in self._new.items():
            self._put_in_place(path, new, digest)
        self._new.clear()

    def _put_in_place(self, path: str, new: Path, digest: str) -> None:
        self._rescue(path)
        target = self.root / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not _write_over(target, new):
                new.replace(target)
            written = target.stat()
        except OSError as error:
            raise WriteError(f"cannot write '{target}': {reason_of(error)}") from error
        self._files[path] = StagedFile(digest, written.st_size, written.st_mtime_ns)

    def _is_as_written(self, path: str, known: StagedFile) -> bool:
        """Return whether a file is there with the bytes that were written."""
        try:
            found = os.stat(self.root / path)  # noqa: PTH116 - tens of thousands of paths
            if (found.st_size, found.st_mtime_ns) == (known.size, known.written):
                return True
            return _digest((self.root / path).read_bytes()) == known.digest
        except OSError:
            return False

    def _rescue(self, path: str) -> None:
        """Put a file aside if somebody else has written it."""
        known, target = self._files.get(path), self.root / path
        if not self._whole or not target.exists() or (known is not None and self._is_as_written(path, known)):
            return
        aside = self.root / _EDITED / path
        aside.parent.mkdir(parents=True, exist_ok=True)
        target.replace(aside)
        self.edited.append(aside)

    def _found(self) -> Iterator[str]:
        for folder in self.folders:
            for here, _, names in os.walk(self.root / folder):
                inside = Path(here).relative_to(self.root).as_posix()
                yield from (f"{inside}/{name}" for name in names)

    def _save(self, *, whole: bool) -> None:
        files = {path: (file.digest, file.size, file.written) for path, file in self._files.items()}
        data = msgspec.json.encode({"format": _FORMAT, "whole": whole, "files": files})
        try:
            write_whole(self.root / _MANIFEST, [data])
        except OSError as error:
            raise WriteError(f"cannot write '{self.root / _MANIFEST}': {reason_of(error)}") from error


def _write_over(target: Path, new: Path) -> bool:
    """Write what a new file holds into the one that is there, which keeps its inode, and remove the new one.

    Return False if no file of its own is there, such as a link, or if it cannot be done, as on a full disk: then the
    new file can still replace it, which needs no room.
    """
    with suppress(OSError):
        found = target.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
            data = new.read_bytes()
            with target.open("r+b", buffering=0) as file:
                # Cut last: a reader meanwhile finds old and new text, never none.
                rest = memoryview(data)
                while rest:
                    rest = rest[file.write(rest) :]
                file.truncate(len(data))
            new.unlink()
            return True
    return False


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
