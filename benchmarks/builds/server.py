"""A server that is watched from outside: when it serves what was saved, and what that cost."""

from __future__ import annotations

import contextlib
import http.client
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.builds.processes import (
    BenchError,
    Usage,
    cpu_seconds,
    end_session,
    environment,
    peak_memory,
    session,
    tree,
)
from benchmarks.builds.sides import Side

_ASKED_EACH = 0.05
"""Seconds between two requests for a page that is not there yet."""
_QUIET = 1.5
"""A server that did no more than watch its files for so many seconds has done its work."""
_STEADY = 8
"""After so many looks with about the same work in each, twelve seconds in all, a server only watches its files: a
watcher of 16,000 files takes a third of a core for good."""
_MOST_WATCHING = 0.5
"""The most of a core that watching files takes; what builds takes all of one."""
_LONGEST_WAIT = 1_800


@dataclass(frozen=True, slots=True)
class Served:
    """What it cost until a page was served, and what until the server was quiet again."""

    served: Usage
    quiet: Usage


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    side: Side
    pid: int
    port: int
    log: Path

    def first_page(self, start: float, address: str, text: str) -> Served:
        """Wait for the first page of a server that was started at `start`."""
        # How much it takes to watch the files is not known yet: a tenth of a core is more than any of them takes.
        return self._served(start, 0.0, 0.1, address, text)

    def after(self, save: Callable[[], object], address: str, text: str) -> Served:
        """Save something, ask for a page until it has the text, and wait until the server is quiet."""
        before = cpu_seconds(self.pid)
        time.sleep(_QUIET)
        cpu, start = cpu_seconds(self.pid), time.perf_counter()
        save()
        return self._served(start, cpu, (cpu - before) / _QUIET, address, text)

    def _served(self, start: float, cpu: float, idle: float, address: str, text: str) -> Served:
        self._ask(address, text)
        served = Usage(cpu_seconds(self.pid) - cpu, time.perf_counter() - start, self.memory())
        quiet_cpu, quiet = self._wait_until_quiet(idle)
        return Served(served, Usage(quiet_cpu - cpu, quiet - start, self.memory()))

    def memory(self) -> int:
        """Return the most bytes that each of the server's processes has had, in sum."""
        return sum(map(peak_memory, tree(self.pid)))

    def _ask(self, address: str, text: str) -> None:
        """Ask for the page until its text is there."""
        deadline = time.monotonic() + _LONGEST_WAIT
        while time.monotonic() < deadline:
            if text in self._page(address):
                return
            if self.pid not in session(self.pid):
                lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:]
                message = f"{self.side.name} stopped serving:\n" + "\n".join(lines)
                raise BenchError(message)
            time.sleep(_ASKED_EACH)
        message = f"{self.side.name} does not serve {text!r} on {address}: see {self.log}"
        raise BenchError(message)

    def _page(self, address: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_LONGEST_WAIT)
        try:
            connection.request("GET", f"/{address}")
            return connection.getresponse().read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def _wait_until_quiet(self, rate: float) -> tuple[float, float]:
        """Return the CPU and the time at which the server had done its work."""
        looks: list[tuple[float, float]] = []
        while True:
            looks.append((cpu_seconds(self.pid), time.perf_counter()))
            time.sleep(_QUIET)
            # Half as much again as before, and two ticks of the clock that CPU is counted with.
            if cpu_seconds(self.pid) - looks[-1][0] <= rate * _QUIET * 1.5 + 0.02:
                return looks[-1]
            if is_steady([cpu for cpu, _ in looks[-_STEADY - 1 :]]):
                return looks[-_STEADY - 1]


def is_steady(seconds: Sequence[float]) -> bool:
    """Return whether a server that has taken so many seconds of CPU at each look only watches its files."""
    each = [after - before for before, after in pairwise(seconds)]
    return len(each) == _STEADY and max(each) <= min(_MOST_WATCHING * _QUIET, 1.5 * min(each) + 0.02)


@contextmanager
def serving(side: Side, address: str, text: str) -> Iterator[tuple[Server, Served]]:
    """Start a server, give it with what it cost until it served its first page, and stop it at the end."""
    port = free_port()
    log = side.folder / "serve.log"
    with log.open("wb") as output:
        command = [part.format(port=port) for part in side.serve]
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=side.folder,
            env=environment(side.environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        server = Server(side, process.pid, port, log)
        try:
            started = server.first_page(start, address, text)
            yield server, started
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            end_session(process.pid)
            process.wait()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
