"""The files of a git revision, written into a folder of their own; work tree, index and references stay as they are.

The files come from git's store of objects, not from a checkout or `git archive`: so no filter and no hook of the
repository runs, and no attribute of the revision hides or rewrites a file. Only regular files are written.
"""

from __future__ import annotations

import mimetypes
import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from paperatlas.cli.usage import UsageError
from paperatlas.storage.files import reason_of
from paperatlas.texts.commands import changes as texts

_MEDIA = frozenset({"image", "video", "audio", "font"})
"""What no library and no note is, and what repositories hold most of."""

_REGULAR = frozenset({"100644", "100755"})


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a revision: the name of its object, and its path as git has it."""

    object: str
    path: str


def folder_in_repository(folder: Path) -> tuple[Path, PurePosixPath]:
    """Return the top of the repository that `folder` is in, and the path of `folder` below it. Raises `UsageError`."""
    told = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel", "--show-prefix")).split("\n")
    return Path(told[0]), PurePosixPath(told[1])


def write_revision(repository: Path, revision: str, target: Path) -> None:
    """Write the text files of `revision` below the folder `target`, which exists and is empty. Raises `UsageError`."""
    try:
        # In two steps: behind `:/text`, which git takes for a text to look for to its end, nothing can stand.
        found = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
        commit = _git(repository, "rev-parse", "--verify", "--quiet", f"{found.decode().strip()}^{{commit}}")
    except UsageError as error:
        raise UsageError(texts.unknown_revision(revision, repository)) from error
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", commit.decode().strip())
    blobs = list(_blobs(os.fsdecode(listed)))
    for blob, data in zip(blobs, _contents(repository, blobs), strict=True):
        path = target.joinpath(*PurePosixPath(blob.path).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _blobs(listed: str) -> Iterator[_Blob]:
    """Yield the files to write, of what `git ls-tree -z` lists: `mode type object<tab>path`."""
    for line in listed.split("\0"):
        head, _, path = line.partition("\t")
        if head and head.split()[0] in _REGULAR and _is_inside(path) and not _is_media(path):
            yield _Blob(head.split()[2], path)


def _is_inside(path: str) -> bool:
    """Return whether a path can only lead below the folder it is joined to, on any system."""
    unsafe = {"", ".", "..", ".git"}
    return unsafe.isdisjoint(path.lower().split("/")) and "\\" not in path and not PureWindowsPath(path).drive


def _is_media(path: str) -> bool:
    kind = mimetypes.guess_type(path)[0] or ""
    return kind.partition("/")[0] in _MEDIA


def _contents(repository: Path, blobs: Iterable[_Blob]) -> Iterator[bytes]:
    """Yield what each file holds, from `git cat-file --batch`: a line `object type size`, the bytes, a line end."""
    asked = "".join(f"{blob.object}\n" for blob in blobs).encode()
    answer = memoryview(_git(repository, "cat-file", "--batch", asked=asked))
    position = 0
    while position < len(answer):
        line_end = bytes(answer[position : position + 200]).index(b"\n") + position
        size = int(bytes(answer[position:line_end]).split()[2])
        yield bytes(answer[line_end + 1 : line_end + 1 + size])
        position = line_end + size + 2


def _git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes:
    """Return what git answers. Raises `UsageError` if there is no git, or it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours, and a revision follows --end-of-options
            ["git", *arguments],  # noqa: S607 - git is wherever PATH has it
            cwd=folder,
            input=asked,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UsageError(texts.no_git(reason_of(error))) from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise UsageError(texts.git_failed(lines[0].removeprefix("fatal: ") if lines else ""))
    return done.stdout
