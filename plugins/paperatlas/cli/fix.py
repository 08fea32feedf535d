"""Mending what is certain: the edits of problems, written into their files or shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from paperatlas.cli.usage import write
from paperatlas.diagnostics.edits import EditError, apply_edits, difference
from paperatlas.diagnostics.problem import Edit, Problem
from paperatlas.storage.files import WriteError, read_bytes, replace
from paperatlas.texts.commands import check as texts

_ROUNDS = 10
"""How often is mended what only mending brought to light, such as the second HTML entity of a value."""

FileBytes = Mapping[str, bytes]
"""The bytes of files, by their paths relative to the root."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What became of files: how many edits each got, and why others are left as they are."""

    edits: dict[str, int] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return a line for each file."""
        lines = [texts.edited(file, count) for file, count in self.edits.items()]
        lines += [texts.not_changed(file, reason) for file, reason in self.refused.items()]
        return "\n".join(lines or [texts.NOTHING_TO_FIX])


@dataclass(frozen=True, slots=True)
class _Edited:
    file: str
    before: bytes
    after: bytes
    edits: int


def write_fixes(examine: Callable[[], Sequence[Problem]], root: Path) -> Mending:
    """Write the edits of the problems that `examine` finds, until it finds no more of them."""
    mending = Mending()
    for _ in range(_ROUNDS):
        if not write_edits(*_certain(examine, root, mending), root, mending):
            break
    return mending


def show_fixes(examine: Callable[[], Sequence[Problem]], root: Path) -> Mending:
    """Show as differences what the edits of the problems that `examine` finds would change."""
    mending = Mending()
    show_edits(*_certain(examine, root, mending), texts.FIXED, mending)
    return mending


def write_edits(sources: FileBytes, edits: Iterable[Edit], root: Path, mending: Mending) -> bool:
    """Write edits into their files, and return whether any was written.

    `sources` are the files as they were when the edits were found: one that has changed since is left as it is.
    """
    written = False
    for one in _edited(sources, edits, mending):
        try:
            replace(root / one.file, one.after, one.before)
        except WriteError as error:
            mending.refused[one.file] = str(error)
        else:
            mending.edits[one.file] = mending.edits.get(one.file, 0) + one.edits
            written = True
    return written


def show_edits(sources: FileBytes, edits: Iterable[Edit], what: str, mending: Mending) -> None:
    """Show as differences what edits would change; `what` says what the files are after them."""
    for one in _edited(sources, edits, mending):
        write(difference(one.before, one.after, one.file, what))
        mending.edits[one.file] = one.edits


def _certain(examine: Callable[[], Sequence[Problem]], root: Path, mending: Mending) -> tuple[FileBytes, list[Edit]]:
    """Return the edits of the problems that `examine` finds, and the bytes of the files they belong to.

    The bytes are read before the problems are found: should a file change at any time from then on, it is found changed
    when it is written.
    """
    files = {problem.edit.span.file for problem in examine() if problem.edit}
    before = {file: read_bytes(root / file) for file in sorted(files - mending.refused.keys())}
    return before, [problem.edit for problem in examine() if problem.edit] if before else []


def _edited(sources: FileBytes, edits: Iterable[Edit], mending: Mending) -> Iterator[_Edited]:
    """Yield every file that edits change, as they make it."""
    by_file: dict[str, set[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.span.file, set()).add(edit)
    for file, data in sources.items():
        wanted = by_file.get(file, set())
        try:
            after, left = apply_edits(data, wanted)
        except EditError as error:
            mending.refused[file] = str(error)
            continue
        if after != data:
            yield _Edited(file, data, after, len(wanted) - len(left))
