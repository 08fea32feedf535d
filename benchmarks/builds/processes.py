"""Runs a process and says what it and all its children cost."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLED_EACH = 0.2
"""Seconds between two looks at the memory of a tree of processes."""
_UNSET = (
    "PYTHONPATH",
    "PYTHONHASHSEED",
    "PYTHONDONTWRITEBYTECODE",
    "SITE_URL",
    "REPO_URL",
    "EDIT_URI",
    "SOURCE_DATE_EPOCH",
)
"""What would change what is measured: without bytecode, each process compiles a package that users have compiled."""


class BenchError(Exception):
    """A process that failed, or whose figures would mislead."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a tree of processes cost: seconds of CPU (user and system), seconds, bytes of memory at its peak."""

    cpu: float
    wall: float
    memory: float


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what every measured process has in its environment."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    return kept | {"NO_MKDOCS_2_WARNING": "1"} | dict(more or {})


def run(command: Sequence[str], folder: Path, log: Path, more: Mapping[str, str] | None = None) -> Usage:
    """Run a command to its end; fail if it fails, or if it leaves a process behind whose work nobody would count."""
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(more),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        peak = PeakMemory(process.pid)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            # Ctrl-C reaches this process alone: the other leads a session of its own.
            end_session(process.pid)
            process.wait()
            peak.stop()
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    most = peak.stop()
    if process.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        message = f"`{' '.join(command)}` failed:\n" + "\n".join(lines[-20:])
        raise BenchError(message)
    if left := end_session(process.pid):
        message = f"`{' '.join(command)}` left {left} processes running, whose work is not in its figures"
        raise BenchError(message)
    # Not ru_maxrss: a process begins with that of the one that started it, and this one holds whole libraries.
    return Usage(usage.ru_utime + usage.ru_stime, wall, most)


class PeakMemory:
    """Looks at a tree of processes now and then, and keeps the most memory that it has had.

    What a process takes and gives back between the last look and its end is not seen.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """Return the most bytes seen."""
        self._stopped.set()
        self._thread.join()
        return self._most

    def _watch(self) -> None:
        while not self._stopped.wait(_SAMPLED_EACH):
            pids = list(tree(self._pid))
            # The kernel keeps the peak of each process; several have theirs at different times.
            now = peak_memory(self._pid) if len(pids) == 1 else sum(map(_memory, pids))
            self._most = max(self._most, now)


def tree(pid: int) -> Iterator[int]:
    """Yield a process and all that it started and that still run."""
    yield pid
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from tree(int(child))


def session(leader: int) -> Iterator[int]:
    """Yield the processes that still run in a session."""
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            fields = _stat(int(path.name))
            if int(fields[3]) == leader and fields[0] != "Z":
                yield int(path.name)


def end_session(leader: int) -> int:
    """End the processes that still run in a session: how many there were."""
    left = list(session(leader))
    for pid in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(left)


def cpu_seconds(pid: int) -> float:
    """Return the CPU that a running tree of processes has used so far, with that of its children that ended."""
    ticks = 0
    for each in tree(pid):
        with contextlib.suppress(OSError, IndexError):
            ticks += sum(map(int, _stat(each)[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat behind the program's name, which may hold spaces."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def peak_memory(pid: int) -> int:
    """Return the most bytes that a process has had; 0 once it has ended."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def _memory(pid: int) -> int:
    """Return the bytes of a process; a page that several share counts in parts."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
