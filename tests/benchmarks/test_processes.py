"""What a process costs, with all that it starts."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from benchmarks.builds.processes import BenchError, Usage, run, session

BUSY = "import time\nwhile time.process_time() < 0.4: pass\n"
LARGE = "import time\nheld = bytearray(60_000_000)\nheld[::4096] = b'x' * len(held[::4096])\ntime.sleep(1)\n"


def python(code: str, tmp_path: Path) -> Usage:
    return run([sys.executable, "-c", code], tmp_path, tmp_path / "log")


def test_cpu_of_children_counts(tmp_path: Path) -> None:
    code = f"import subprocess, sys\nfor _ in range(2): subprocess.run([sys.executable, '-c', {BUSY!r}])"
    assert 0.8 <= python(code, tmp_path).cpu < 3


def test_sleeping_costs_time_and_no_cpu(tmp_path: Path) -> None:
    usage = python("import time; time.sleep(0.5)", tmp_path)
    assert usage.wall >= 0.5
    assert usage.cpu < 0.4


def test_memory_of_processes_side_by_side_adds_up(tmp_path: Path) -> None:
    code = (
        f"import subprocess, sys\nstarted = [subprocess.Popen([sys.executable, '-c', {LARGE!r}]) for _ in range(2)]\n"
        "for each in started: each.wait()"
    )
    assert python(code, tmp_path).memory > 120_000_000


def test_memory_of_who_measures_is_not_counted(tmp_path: Path) -> None:
    held = bytearray(200_000_000)
    held[::4096] = b"x" * len(held[::4096])
    assert python("import time; time.sleep(0.5)", tmp_path).memory < 60_000_000
    assert len(held) == 200_000_000


def test_the_most_memory_counts_not_the_last(tmp_path: Path) -> None:
    assert python(f"{LARGE}del held\ntime.sleep(0.5)", tmp_path).memory > 60_000_000


def test_a_failure_shows_the_end_of_the_log(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="no such thing"):
        python("raise SystemExit('no such thing')", tmp_path)


def test_work_left_to_a_process_that_nobody_counts_is_refused(tmp_path: Path) -> None:
    code = "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    with pytest.raises(BenchError, match="left 1 processes running"):
        python(code, tmp_path)


def test_an_interrupted_measurement_leaves_nothing_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    threads = threading.active_count()

    def interrupted(pid: int, _: int) -> None:
        started.append(pid)
        raise KeyboardInterrupt

    monkeypatch.setattr("benchmarks.builds.processes.os.wait4", interrupted)
    with pytest.raises(KeyboardInterrupt):
        python("import time; time.sleep(60)", tmp_path)
    assert not list(session(started[0]))
    assert threading.active_count() == threads
