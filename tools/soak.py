"""Serves a small site through hundreds of edits, and says what was not as it has to be: `make soak`.

Each host serves in a process of its own, as people start it. Edits of every kind are drawn; some break what is edited
and mend it again. From time to time every file is asked for and compared with a clean build. It fails if a file is
wrong, if what is broken takes the site down, if the host goes on building while nothing is saved, or if memory grows.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
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
from typing import Any

import yaml
from tests.conftest import write_files
from tests.hosts.mkdocs.page_cache import test_every_edit as edits

SAVE_TIMEOUT = 90.0
"""Seconds that a save may take to be shown, on a machine that does much else."""
COMPARED_EVERY = 20
"""Edits between two comparisons, each of which takes a build and asks for two hundred files."""
BROKEN_EVERY = 7
"""Edits between two that break something: so that a broken state follows and precedes all others."""
GROWTH = 1.25
"""How many times the memory after the first edits (`WARM`) that of the end may be.

What is kept for good grows without end; Python's own heap takes a few rounds to settle.
"""
WARM = 0.1
"""The share of edits after which all that is loaded once is loaded."""

_SERVED_ONLY = re.compile(rb'<script>\s*var livereload.*?</script>|<aside id="pa-served".*?</aside>', re.DOTALL)
_ICON = re.compile(r"^icon: .*\n", re.MULTILINE)
_ARTICLE = re.compile(rb"<article.*?</article>", re.DOTALL)
SETTINGS: dict[str, dict[str, Any]] = {
    "mkdocs": {"theme": {"name": None, "custom_dir": "theme"}, "plugins": ["search", "paperatlas"]},
    "zensical": {"theme": {"name": "material", "font": False}, "plugins": ["search", "paperatlas"]},
}
COMMANDS = {
    "mkdocs": ["mkdocs", "serve", "--livereload", "--watch-theme", "--dev-addr"],
    "zensical": ["paperatlas", "zensical", "serve", "--addr"],
}
BUILDS = {"mkdocs": ["mkdocs", "build", "--quiet"], "zensical": ["paperatlas", "zensical", "build"]}
_NOT_ZENSICALS = ("_template", "_option", "_setting", "_navigation")
"""Edits of what Zensical has of its own, or not at all."""

EDITS = {
    "mkdocs": edits.EDITS,
    "zensical": [edit for edit in edits.EDITS if edit.__name__ not in _NOT_ZENSICALS],
}
_ADD = next(edit for edit in edits.EDITS if edit.__name__ == "_new_note")
FEWEST = 4
"""Pages below which one is added: by chance alone, a hundred edits may leave nothing to edit."""

BREAKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "an entry": ("bib/a.bib", lambda text: f"{text}\n@misc{{open, title = {{never closed,\n"),
    "front matter": ("docs/index.md", lambda text: f"---\ntitle: [\n---\n{text}"),
    "the configuration": ("mkdocs.yml", lambda text: f"{text}\nnav: [\n"),
    "the encoding of a note": ("docs/notes/latin.md", lambda _: "\udcff\udcfe"),
}


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
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SAVE_TIMEOUT)
        try:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            return answer.status, _SERVED_ONLY.sub(b"", answer.read())
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
    if not _within(SAVE_TIMEOUT, holds):
        raise AssertionError(f"after {SAVE_TIMEOUT:.0f} s it is not so that {what}")


def _within(seconds: float, holds: Callable[[], object]) -> bool:
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


class Soak:
    """A site that is edited while a host serves it."""

    def __init__(self, served: Served, site: edits.Site) -> None:
        self.served, self.site = served, site
        self.texts = site.texts()
        self.faults: list[str] = []
        self.compared = 0

    def edit(self, number: int) -> None:
        """Make an edit of some kind, or break something and mend it."""
        if number % BROKEN_EVERY == 0:
            self.break_and_mend(self.site.chance.choice(list(BREAKS)))
            return
        few = sum(name.startswith("docs/") for name in self.site.files) < FEWEST
        (_ADD if few else self.site.chance.choice(EDITS[self.served.host]))(self.site)
        if self.served.host == "zensical":  # its server ends when a theme has no such icon
            self.site.files = {name: _ICON.sub("", text) for name, text in self.site.files.items()}
        self.save(self.site.texts())

    def save(self, texts: dict[str, str]) -> None:
        """Save files, and wait until they are built."""
        before = self.served.built()
        saved = save(self.served.root, self.texts, texts)
        self.texts = texts
        # Folders of templates that no setting names are nobody's business.
        named = tuple(folder for folder in ("own/", "over/", "theme/") if folder[:-1] in texts["mkdocs.yml"])
        if any(name.startswith(("docs/", "bib/", "mkdocs.yml", *named)) for name in saved):
            self.served.settle(before)

    def break_and_mend(self, what: str) -> None:
        """Break something: the site is there all the same, and under MkDocs it tells what is broken; then mend it."""
        path, broken = BREAKS[what]
        good = self.texts
        self.save(good | {path: broken(good.get(path, ""))})
        # Zensical rewrites a page in two steps, between which there is none.
        if not _within(SAVE_TIMEOUT / 3, lambda: self.served.shows("papers/a/")):
            self.faults.append(f"while {what} is broken, there is no page of a paper")
        self.save(good)

    def compare(self, number: int) -> None:
        """Compare all that is served with a clean build; what a host is still busy with is asked for again."""
        expected = clean_build(self.served, self.texts)
        self.compared += len(expected)
        wrong: list[str] = []

        def is_right() -> bool:
            with suppress(ConnectionError):  # a server that is being started
                wrong[:] = differences(self.served, expected)
                return not wrong
            return False

        if not _within(SAVE_TIMEOUT / 3, is_right):
            self.faults.append(f"after edit {number}, not as a clean build has them: {', '.join(wrong[:9])}")


def soak(host: str, count: int, seed: int) -> list[str]:
    """Serve a site through a number of edits; return what was not as it has to be."""
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    try:
        site = edits.Site(folder / "site", SETTINGS[host], seed)
        write_files(site.root, site.texts())
        with serve(host, site.root) as served:
            run = Soak(served, site)
            memory = []
            for number in range(1, count + 1):
                run.edit(number)
                memory.append(served.memory())
                if number % COMPARED_EVERY == 0 or number == count:
                    run.compare(number)
                    print(f"{host}: {number} edits, {run.compared} files compared, {memory[-1]} MiB", flush=True)
            run.faults += _never_ends(served)
            warm = memory[int(count * WARM)]
            print(f"{host}: {memory[0]} MiB at first, {warm} after {WARM:.0%} of the edits, {memory[-1]} at the end")
            if memory[-1] > warm * GROWTH:
                run.faults.append(f"memory grows: {warm} MiB, then {memory[-1]}")
            return [f"{host}: {fault}" for fault in run.faults]
    finally:
        shutil.rmtree(folder)


def _never_ends(served: Served) -> list[str]:
    """Return a fault if a host builds while nothing is saved."""
    time.sleep(2)
    before = served.log.stat().st_size
    time.sleep(4)
    return ["builds though nothing is saved"] if served.log.stat().st_size != before else []


def main() -> int:
    """Soak the hosts that the command line names."""
    parser = argparse.ArgumentParser(description="Serve a site through many edits.")
    parser.add_argument("hosts", nargs="*", default=list(COMMANDS), metavar="HOST", help=", ".join(COMMANDS))
    parser.add_argument("--edits", type=int, default=500, help="how many (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another number draws others (%(default)s)")
    chosen = parser.parse_args()
    faults = [fault for host in chosen.hosts for fault in soak(host, chosen.edits, chosen.seed)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
