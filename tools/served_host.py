"""A host that serves a site in a process of its own, as people start it, and what it serves beside a clean build."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

import yaml
from tests.conftest import write_files

SAVE_TIMEOUT = 90.0
"""Seconds that a save may take to be shown, on a machine that does much else."""

_SERVED_ONLY = re.compile(rb'<script>\s*var livereload.*?</script>|<aside id="pa-served".*?</aside>', re.DOTALL)
_ARTICLE = re.compile(rb"<article.*?</article>", re.DOTALL)
_NOTICE = b'<aside id="pa-served"'
COMMANDS = {
    "mkdocs": ["mkdocs", "serve", "--livereload", "--watch-theme", "--dev-addr"],
    "zensical": ["paperatlas", "zensical", "serve", "--addr"],
}
BUILDS = {"mkdocs": ["mkdocs", "build", "--quiet"], "zensical": ["paperatlas", "zensical", "build"]}


@dataclass
class Served:
    """A host that serves a site at a port; `log` is the file of what it tells."""

    host: str
    root: Path
    port: int
    process: subprocess.Popen[bytes]
    log: Path
    gone: set[str] = field(default_factory=set)

    def ask(self, path: str) -> tuple[int, bytes]:
        """Return the status and the body of an address, without what only served pages have."""
        status, body = self._answer(path)
        return status, _SERVED_ONLY.sub(b"", body)

    def tells(self) -> bool:
        """Return whether pages tell that something is broken; those of Zensical take it from a file."""
        with suppress(OSError):
            return _NOTICE in self._answer("" if self.host == "mkdocs" else "assets/served-notice.txt")[1]
        return False

    def _answer(self, path: str) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SAVE_TIMEOUT)
        try:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def shows(self, path: str) -> bool:
        """Return whether there is a page at an address; a server that is being started does not answer."""
        with suppress(OSError):
            return self.ask(path)[0] == 200
        return False

    def memory(self) -> int:
        """Return how much memory the host and the programs that it has started take, in MiB."""
        return resident_family(self.process.pid)

    def built(self) -> tuple[int, int]:
        """Return how often MkDocs has seen a change, and how often it was done with one."""
        text = self.log.read_text("utf-8", "replace")
        return text.count("Detected file changes"), text.count("Reloading browsers")

    def settle(self, before: tuple[int, int]) -> None:
        """Wait until what was saved is built, and nothing more is. Zensical is asked by `differences`."""
        if self.host == "mkdocs":
            eventually(lambda: (now := self.built())[1] > before[1] and now[0] == now[1], "a save is built")
        else:
            time.sleep(1.5)


def resident_family(pid: int) -> int:
    """Return the resident memory of a process and of all that descend from it, in MiB."""
    return sum(_resident(one) for one in _family(pid)) >> 10


def _resident(pid: int) -> int:
    """Return the resident memory of a process in KiB, zero if it has ended."""
    with suppress(OSError):
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
        return int(found[1]) if found else 0
    return 0


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all that descend from it."""
    yield pid
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split():
            yield from _family(int(child))


def eventually(holds: Callable[[], object], what: str) -> None:
    """Wait until something holds. Raises `AssertionError` if it takes too long."""
    if not within(SAVE_TIMEOUT, holds):
        raise AssertionError(f"after {SAVE_TIMEOUT:.0f} s it is not so that {what}")


def within(seconds: float, holds: Callable[[], object]) -> bool:
    """Return whether something holds, now or before so many seconds are over."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@contextmanager
def serve(host: str, root: Path) -> Iterator[Served]:
    """Serve the site in a folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root.parent / f"{host}.log"
    settings = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
    with log.open("wb") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", *COMMANDS[host], f"127.0.0.1:{port}"],
            cwd=root,
            env=os.environ | settings,
            stdout=told,
            stderr=told,
        )
    served = Served(host, root, port, process, log)

    try:
        eventually(lambda: served.shows(""), "the site is served")
        yield served
    except (AssertionError, OSError):
        print(log.read_text("utf-8", "replace")[-4000:], file=sys.stderr)
        raise
    finally:
        process.terminate()
        process.wait(20)


def save(root: Path, before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Write what has changed and remove what is gone, as an editor would; return the names of these files."""
    for name in before.keys() - after.keys():
        (root / name).unlink()
    changed = {name: text for name, text in after.items() if before.get(name) != text}
    for name, text in changed.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    return changed.keys() | (before.keys() - after.keys())


def clean_build(served: Served, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of the site as a build makes them that knows of no other, at the address where it is served."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        save(root, {}, texts)
        settings = yaml.safe_load(texts["mkdocs.yml"]) | {"site_url": f"http://127.0.0.1:{served.port}/"}
        write_files(root, {"mkdocs.yml": yaml.safe_dump(settings)})
        command = [sys.executable, "-m", *BUILDS[served.host]]
        env = os.environ | {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, cwd=root, env=env, check=False, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"a clean build fails: {done.stderr[-2000:]}")
        site = root / "site"
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        # Zensical's server answers with 404 for the page of that name, and for names without an ending.
        left_out = [path for path in files if path == "404.html" or "." not in path.rpartition("/")[2]]
        return {path: files[path] for path in files if served.host == "mkdocs" or path not in left_out}


def differences(served: Served, expected: Mapping[str, bytes]) -> list[str]:
    """Return the addresses that are not answered as a clean build would have them, and those that are gone and are."""
    wrong = []
    for path, data in expected.items():
        status, body = served.ask(path)
        if status != 200 or _compared(served.host, path, body) != _compared(served.host, path, data):
            wrong.append(path)
    served.gone -= expected.keys()
    wrong += [path for path in served.gone if served.ask(path)[0] == 200]
    served.gone |= expected.keys()
    return sorted(wrong)


def _compared(host: str, path: str, data: bytes) -> bytes:
    """Return what is compared of a file: all, but of a page of Zensical, which puts its own scripts in, the article."""
    if host == "mkdocs":
        return data
    found = _ARTICLE.search(data) if path.endswith(".html") else None
    return found[0] if found else b""
