"""A file that one process at a time has locked; the system unlocks it when the process ends, also if it is killed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no locks that a process waits for without end
    fcntl = None  # type: ignore[assignment]


def lock(path: Path, waits: Callable[[], None]) -> int | None:
    """Lock a file and return its descriptor; call `waits` once if another process has it locked.

    Within one process a file can be locked again. Return None where files cannot be locked.
    """
    if fcntl is None:
        return None
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waits()
                fcntl.lockf(file, fcntl.LOCK_EX)
        except BaseException:
            os.close(file)
            raise
        return file
    return None


def unlock(file: int) -> None:
    """Unlock a file, by its descriptor."""
    os.close(file)
