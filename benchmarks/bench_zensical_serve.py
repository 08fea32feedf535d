"""How long `paperatlas zensical serve` takes from a save to the page that shows it: our part, and the whole.

    python benchmarks/bench_zensical_serve.py [200 5000] [--rounds 5]

A note and an entry are given a word, and their pages are asked for until they have it. Our part ends when the staged
page has the word; the rest is Zensical's. The processor time is that of both until the page is shown, and says more
than seconds on a machine that does much else. What is staged after the page, the rest of the site, is waited for
between two saves, and not counted. The goals are a second at 200 papers, and two at 5,000.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median
from threading import Event, Thread

from benchmarks.builds.library import benchmark_site
from benchmarks.builds.live import ENTRY, NOTE, saves_of
from benchmarks.builds.prepare import own_side
from benchmarks.builds.processes import BenchError
from benchmarks.builds.server import Served, Server, serving
from benchmarks.builds.sides import CACHE, OWN, Side

_STAGE = ".cache/paperatlas/zensical"
_LOOKED_EACH = 0.01
"""Seconds between two looks at the stage: a tenth of what a person notices."""


class StagedPage:
    """Looks into the stage for a word that somebody saves, from the save on."""

    def __init__(self, path: Path, word: str) -> None:
        self._path, self._word = path, word
        self._start = self._seen = 0.0
        self._is_over = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def save(self, save: Callable[[], object]) -> None:
        """Save, and look from now on."""
        self._start = time.perf_counter()
        save()
        self._thread.start()

    def seconds(self) -> float:
        """Return how long it took until the word was there. Raises `BenchError` if it never was."""
        self._is_over.set()
        self._thread.join()
        if not self._seen:
            message = f"the page was served, but {self._word!r} is not in {self._path}"
            raise BenchError(message)
        return self._seen - self._start

    def _look(self) -> None:
        is_over = False
        while not self._seen and not is_over:
            is_over = self._is_over.wait(_LOOKED_EACH)
            if self._word in self._path.read_text(encoding="utf-8"):
                self._seen = time.perf_counter()


class WatchedServer:
    """A server whose stage is looked at while it serves what was saved."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.ours = 0.0

    def after(self, save: Callable[[], object], address: str, text: str) -> Served:
        """Do what the server does, and note how long our part of it took."""
        staged = StagedPage(self._server.side.folder / _STAGE / "docs" / f"{address.rstrip('/')}.md", text)
        served = self._server.after(partial(staged.save, save), address, text)
        self.ours = staged.seconds()
        return served


def main() -> int:
    """Measure each size, and print a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="*", default=[200], help="numbers of papers")
    options.add_argument("--rounds", type=int, default=5, help="saves of each kind (%(default)s)")
    asked = options.parse_args()
    print(f"{'work':34} {'papers':>6} {'ours':>8} {'whole':>8} {'CPU':>8}")
    for papers in asked.sizes:
        for work, found in measure(papers, asked.rounds).items():
            ours, whole, cpu = (median(column) for column in zip(*found, strict=True))
            print(f"{work:34} {papers:>6,} {ours:>6.2f} s {whole:>6.2f} s {cpu:>6.2f} s", flush=True)
    return 0


def measure(papers: int, rounds: int) -> dict[str, list[tuple[float, float, float]]]:
    """Serve a site of so many papers; return of each kind of save the seconds of ours, of the whole, and of CPU."""
    side = _zensical_side(papers)
    side.clear()
    found: dict[str, list[tuple[float, float, float]]] = {NOTE: [], ENTRY: []}
    with serving(side, "papers/paper7/", "</article>") as (server, started):
        print(f"start to first page: {started.served.wall:.1f} s", file=sys.stderr)
        for number in range(rounds):
            for work, saved in saves_of(side, number, papers).items():
                watched = WatchedServer(server)
                with ExitStack() as undo:
                    served = saved(watched, undo)
                    found[work].append((watched.ours, served.served.wall, served.served.cpu))
                print(f"{work}: {watched.ours:.2f} s, {served.served.wall:.2f} s", file=sys.stderr)
    return found


def _zensical_side(papers: int) -> Side:
    side = own_side(CACHE / "zensical-serve" / str(papers), benchmark_site(papers), papers)
    serve = (sys.executable, "-m", "paperatlas", "zensical", "serve", "--addr", "127.0.0.1:{port}")
    return Side(OWN, side.folder, side.build, papers, serve=serve, caches=side.caches)


if __name__ == "__main__":
    sys.exit(main())
