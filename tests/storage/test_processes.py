"""Work in several processes comes to the same as in one, whatever happens to them; it is tried in processes of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paperatlas.storage import processes

COMMON = """
import os, signal, sys, threading, time
from paperatlas.storage.processes import in_processes, usable_processes

STARTED = os.getpid()

def squares(numbers):
    return {str(number): number**2 for number in numbers}

def in_copies(fails):
    def work(numbers):
        if os.getpid() != STARTED:
            fails()
        return squares(numbers)
    return work
"""

SQUARES = "{str(number): number**2 for number in range(10)}"
MERGED = "dict(item for part in found for item in part.items())"
IN_ALL_WAYS = {
    "one process": f"found = in_processes(range(10), squares, dict[str, int], 1); print({MERGED} == {SQUARES}, len(found))",
    "two": f"found = in_processes(range(10), squares, dict[str, int], 2); print({MERGED} == {SQUARES}, len(found))",
    "more than items": f"found = in_processes(range(10), squares, dict[str, int], 13); print({MERGED} == {SQUARES}, len(found))",
    "processes of their own": "found = in_processes(range(3), lambda _: os.getpid(), int, 3); print(len(set(found)) == 3, len(found))",
}
FAILURES = {
    "ended by the system": "os.kill(os.getpid(), signal.SIGKILL)",
    "an error": "[][0]",
    "the end of the program": "sys.exit(0)",
    "interrupted": "signal.raise_signal(signal.SIGINT)",
}


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run Python code with what `COMMON` defines; warnings are errors."""
    command = [sys.executable, "-W", "error", "-c", COMMON + code]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def runs(process: str) -> bool:
    """Whether a process has not ended; one that nobody has waited for has no command line any more."""
    try:
        return bool(Path("/proc", process, "cmdline").read_bytes())
    except OSError:
        return False


@pytest.mark.parametrize("code", IN_ALL_WAYS.values(), ids=IN_ALL_WAYS)
def test_the_results_are_those_of_all_parts(code: str) -> None:
    done = run(code)
    assert done.stdout.startswith("True "), done.stderr


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
def test_what_a_failed_copy_has_not_done_is_done_here(failure: str) -> None:
    done = run(
        f"found = in_processes(range(10), in_copies(lambda: {failure}), dict[str, int], 3); print({MERGED} == {SQUARES})"
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_a_result_of_another_type_is_made_again() -> None:
    code = "work = lambda part: list(part) if os.getpid() == STARTED else 'none'"
    assert run(f"{code}\nprint(in_processes([1, 2, 3], work, list[int], 2))").stdout == "[[1, 3], [2]]\n"


def test_no_room_for_a_copy_costs_time_only() -> None:
    code = "os.fork = lambda: (_ for _ in ()).throw(OSError('no more processes'))"
    assert run(f"{code}\nprint(in_processes([1, 2, 3], list, list[int], 2))").stdout == "[[1, 3], [2]]\n"


def test_what_a_copy_would_show_is_not_seen() -> None:
    code = "def work(part):\n    print(len(part)); print(sys.stderr.isatty(), file=sys.stderr); return list(part)"
    done = run(f"{code}\nin_processes([1, 2, 3], work, list[int], 2)")
    assert (done.stdout, done.stderr) == ("2\n", "False\n")


def test_an_error_is_raised_as_in_one_process() -> None:
    code = "def work(part):\n    if 1 in part: raise ValueError('one')\n    return list(part)"
    done = run(f"{code}\nin_processes([0, 1, 2], work, list[int], 2)")
    assert done.stderr.endswith("\nValueError: one\n")


def test_no_copy_outlives_an_error_here() -> None:
    code = "def work(part):\n    if os.getpid() == STARTED: raise ValueError('here')\n    time.sleep(600)"
    assert run(f"{code}\nin_processes([0, 1], work, list[int], 2)").stderr.endswith("\nValueError: here\n")


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_no_copy_outlives_this_process(tmp_path: Path) -> None:
    file = tmp_path / "copy"
    code = (
        f"def work(part):\n    if os.getpid() != STARTED: open({str(file)!r}, 'w').write(str(os.getpid()))\n"
        "    time.sleep(600)\nin_processes([0, 1], work, list[int], 2)"
    )
    started = subprocess.Popen([sys.executable, "-c", COMMON + code])
    while not (file.is_file() and file.read_text()):
        time.sleep(0.01)
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    ended = time.monotonic() + 20
    while runs(file.read_text()):
        assert time.monotonic() < ended
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("before", "wanted", "expected"),
    [
        ("os.sched_getaffinity = lambda _: {0, 1}", None, 2),
        ("os.sched_getaffinity = lambda _: {0}", None, 1),
        ("os.sched_getaffinity = lambda _: set(range(64))", None, processes._MOST),
        ("os.sched_getaffinity = lambda _: {0}", 3, 3),
        # A lock that another thread holds would never be unlocked in a copy.
        ("threading.Thread(target=time.sleep, args=[600], daemon=True).start()", 2, 1),
        # Windows and macOS, whose libraries are not safe in copies.
        ("del os.sched_getaffinity", 2, 1),
    ],
)
def test_so_many_processes_can_be_used(before: str, wanted: int | None, expected: int) -> None:
    assert run(f"{before}\nprint(usable_processes({wanted}))").stdout == f"{expected}\n"
