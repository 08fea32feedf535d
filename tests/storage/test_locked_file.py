"""A file that is locked by one process at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from paperatlas.storage.locked_file import lock, unlock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="files are locked on POSIX alone")

HOLD = """
import sys
from pathlib import Path
from paperatlas.storage.locked_file import lock
lock(Path(sys.argv[1]), lambda: None)
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_lock_is_waited_for_and_ends_with_a_killed_process(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        waits: list[None] = []

        def wait() -> None:
            waits.append(None)
            other.kill()

        file = lock(path, wait)
    assert file is not None
    assert waits == [None]
    unlock(file)


def test_what_cannot_be_locked_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert lock(tmp_path / "file" / "lock", lambda: None) is None
