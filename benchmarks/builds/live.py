"""Rounds of servers: each is started, shows a page, and is given something that was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Protocol

from benchmarks.builds.cold import Report, entry_file, with_changed_abstract
from benchmarks.builds.comparison import Measured
from benchmarks.builds.processes import Usage
from benchmarks.builds.server import Served, serving
from benchmarks.builds.sides import MKDOCS, OWN, ZENSICAL, Side

START = "serve: start to first page"
START_QUIET = "serve: start until quiet"
AGAIN = "serve: second start to first page"
NOTE = "serve: save a note to page served"
ENTRY = "serve: save an entry to page served"


def measure_live_round(
    number: int, papers: int, sides: Sequence[Side], measured: Measured, report: Report, *, saves: bool
) -> None:
    """Run every side's server once, one at a time; who goes first changes with each round.

    A start counts until the page is there, and once more until the server is quiet. A save counts with all that it
    causes: what a server does after it has shown the page is work as well.
    """
    key = f"paper{(number * 53 + 7) % papers}"
    for side in sides if number % 2 == 0 else [*reversed(sides)]:

        def add(work: str, served: Served, usage: Usage, side: Side = side) -> None:
            cost = Usage(usage.cpu, served.served.wall, usage.memory)
            measured.add(papers, live_work(work, side.name), cost)
            report(f"{papers:,} papers, round {number + 1}, {side.name}, {work}: {cost.cpu:.1f} s, {cost.wall:.1f} s")

        side.clear()
        with ExitStack() as undo, serving(side, f"papers/{key}/", "</article>") as (server, started):
            add(START, started, started.served)
            add(START_QUIET, started, started.quiet)
            for work, measure in saves_of(side, number, papers).items() if saves else ():
                found = measure(server, undo)
                add(work, found, found.quiet)
        if side.name == OWN:
            with serving(side, f"papers/{key}/", "</article>") as (_, started):
                add(AGAIN, started, started.served)


def live_work(work: str, side: str) -> str:
    """Return the name that a side's work with a server is measured under."""
    return f"{work}, {side}"


class SaveServer(Protocol):
    """A server, or what measures more of one."""

    def after(self, save: Callable[[], object], address: str, text: str) -> Served:
        """Save something, and return what it cost until a page has the text and until the server is quiet."""


def saves_of(side: Side, number: int, papers: int) -> dict[str, Callable[[SaveServer, ExitStack], Served]]:
    """Return what is saved under a side's server in a round."""
    word = f"savedinround{number}"
    note = f"notes/note-{number % (papers // 20)}"
    key = f"paper{(number * 53 + 7) % papers}"
    note_file, page_file = (side.folder / "docs" / f"{name}.md" for name in (note, f"papers/{key}"))
    save_note = partial(_saved, note_file, lambda text: f"{text}\nA line about {word}.\n", f"{note}/", word)
    if side.name == OWN:
        change = partial(with_changed_abstract, key=key, word=word)
        return {NOTE: save_note, ENTRY: partial(_saved, entry_file(side.folder, key), change, f"papers/{key}/", word)}
    if side.name == ZENSICAL:
        heading = "## Abstract { #abstract }\n\n"
        return {
            ENTRY: partial(
                _saved, page_file, lambda text: text.replace(heading, f"{heading}{word} "), f"papers/{key}/", word
            )
        }
    return {NOTE: save_note} if side.name == MKDOCS else {}


def _saved(
    path: Path, change: Callable[[str], str], address: str, word: str, server: SaveServer, undo: ExitStack
) -> Served:
    """Save a file that is changed, and change it back at the end of the round."""
    before = path.read_text(encoding="utf-8")
    undo.callback(path.write_text, before, encoding="utf-8")
    return server.after(partial(path.write_text, change(before), encoding="utf-8"), address, word)
