"""Work shared out to processes: copies of this one, whose results come back through files.

A copy has all that this process has made so far, and costs what it changes of it. It is only made where that is safe:
on Linux, and as long as no other thread runs, for a thread's locks would stay locked in a copy.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import zip_longest
from typing import IO, NamedTuple, NoReturn, TypeVar

from paperatlas.storage.cache import BROKEN, from_msgpack, to_msgpack

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_MOST = 4
"""Processes at most, on machines with more cores: each takes memory, and what is not shared out takes half of the time
of four."""


def usable_processes(wanted: int | None = None) -> int:
    """Return to how many processes work can be shared out, as many as are `wanted` or as there are processors.

    It is 1 where a copy of this process would not be safe.
    """
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 1
    return wanted or min(len(os.sched_getaffinity(0)), _MOST)


def in_processes(
    items: Sequence[_Item], work: Callable[[Sequence[_Item]], _Result], result: type[_Result], processes: int
) -> list[_Result]:
    """Return what `work` makes of parts of `items`, each part in one of so many processes; this is the first of them.

    Items that follow each other are in different parts, so that all parts take about the same time. Results are of the
    type `result`, which has a form in MessagePack. A part whose process fails is worked on here: errors are raised as
    they are without other processes. No copy outlives this process.
    """
    if processes == 1:
        return [work(items)]
    parts = [items[at::processes] for at in range(processes)]
    with _copies(parts[1:], work) as copies:
        results = [work(parts[0])]
        for part, copy in zip_longest(parts[1:], copies):
            found = _result_of(copy, result) if copy else None
            results.append(work(part) if found is None else found)
    return results


class _Copy(NamedTuple):
    """A process at work, and the file that its result will be in."""

    process: int
    file: IO[bytes]


@contextmanager
def _copies(parts: Sequence[Sequence[_Item]], work: Callable[[Sequence[_Item]], _Result]) -> Iterator[list[_Copy]]:
    """Start a copy of this process for each part, or as many as there is room for.

    Whatever happens to this process, none of them goes on after the end.
    """
    lifeline, held = os.pipe()
    copies: list[_Copy] = []
    try:
        with suppress(OSError):
            for part in parts:
                file = tempfile.TemporaryFile()  # noqa: SIM115 - closed below
                process = os.fork()
                if not process:
                    _work_in_copy(part, work, file, lifeline, held)
                copies.append(_Copy(process, file))
        yield copies
    finally:
        os.close(held)
        os.close(lifeline)
        for copy in copies:
            copy.file.close()
            _wait_for(copy)


def _work_in_copy(
    part: Sequence[_Item], work: Callable[[Sequence[_Item]], _Result], file: IO[bytes], lifeline: int, held: int
) -> NoReturn:
    """Do the work of a copy and end it: 0 says that the file has the result."""
    status = 1
    try:
        # Nothing is written to the lifeline: it can be read when the process that holds it is done, or is no more.
        os.close(held)
        # What is to be seen is shown by the process that started it, which does the work again if it fails here.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        threading.Thread(target=lambda: (os.read(lifeline, 1), os._exit(1)), daemon=True).start()
        file.write(to_msgpack(work(part)))
        file.flush()
        status = 0
    finally:
        os._exit(status)


def _result_of(copy: _Copy, result: type[_Result]) -> _Result | None:
    """Wait for the result of a copy; None if it has none."""
    if _wait_for(copy) != 0:
        return None
    copy.file.seek(0)
    try:
        return from_msgpack(result, copy.file.read())
    except BROKEN:
        return None


def _wait_for(copy: _Copy) -> int:
    """Wait until a copy has ended; return its status, 0 as well if it was waited for before."""
    try:
        return os.waitpid(copy.process, 0)[1]
    except ChildProcessError:
        return 0
