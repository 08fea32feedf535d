"""Serves a small site through hundreds of edits, and says what was not as it has to be: `make soak`.

Each host serves in a process of its own, as people start it. Edits of every kind are drawn; some break what is edited
and mend it again. From time to time every file is asked for and compared with a clean build. It fails if a file is
wrong, if what is broken takes the site down or is not told, if the host goes on building while nothing is saved, or if
memory grows.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.conftest import write_files
from tests.hosts.mkdocs.page_cache import test_every_edit as edits

from served_host import COMMANDS, SAVE_TIMEOUT, Served, clean_build, differences, save, serve, within

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

_ICON = re.compile(r"^icon: .*\n", re.MULTILINE)
SETTINGS: dict[str, dict[str, Any]] = {
    "mkdocs": {"theme": {"name": None, "custom_dir": "theme"}, "plugins": ["search", "paperatlas"]},
    "zensical": {"theme": {"name": "material", "font": False}, "plugins": ["search", "paperatlas"]},
}
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
        """Break something: the site is there all the same, and tells it; then mend it."""
        path, broken = BREAKS[what]
        good = self.texts
        self.save(good | {path: broken(good.get(path, ""))})
        if not within(SAVE_TIMEOUT / 3, self.served.tells):
            self.faults.append(f"while {what} is broken, pages do not tell it")
        # Zensical rewrites a page in two steps, between which there is none; an edit may switch `use_directory_urls`.
        if not within(SAVE_TIMEOUT / 3, lambda: any(map(self.served.shows, ("papers/a/", "papers/a.html")))):
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

        if not within(SAVE_TIMEOUT / 3, is_right):
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
            # Not that of one moment: a host that starts again is small for a while.
            warm = max(memory[: int(count * WARM) + 1])
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
