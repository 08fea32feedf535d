"""Rounds of cold builds of every side, and of our second builds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.builds.comparison import Measured
from benchmarks.builds.processes import BenchError, Usage
from benchmarks.builds.sides import MKDOCS, OWN, Side

UNCHANGED = "second build, nothing changed"
EDITED = "second build, one abstract changed"
Report = Callable[[str], None]


def measure_round(number: int, papers: int, sides: Sequence[Side], measured: Measured, report: Report) -> list[Side]:
    """Build every side once from nothing, ours with its second builds; who goes first changes with each round.

    Return the sides that went through. Of another program that fails, its earlier rounds are dropped too; without ours
    or MkDocs there is nothing to compare.
    """
    failed = []
    for side in sides if number % 2 == 0 else [*reversed(sides)]:

        def add(work: str, usage: Usage) -> None:
            measured.add(papers, work, usage)
            report(f"{papers:,} papers, round {number + 1}, {work}: {usage.cpu:.1f} s of CPU, {usage.wall:.1f} s")

        try:
            usage = side.cold_build()
        except BenchError as error:
            if side.name in (OWN, MKDOCS):
                raise
            report(f"{side.name} is left out with {papers:,} papers: {error}")
            measured.drop(papers, side.name)
            failed.append(side)
            continue
        add(side.name, usage)
        if side.name == OWN:
            before = file_names(side.site)
            add(UNCHANGED, side.again())
            if file_names(side.site) != before:
                message = "the second build of what did not change made other files than the first"
                raise BenchError(message)
            key, word = f"paper{(number * 37 + 11) % papers}", f"changedinround{number}"
            with edited_abstract(side.folder, key, word):
                add(EDITED, side.again())
                if word not in (side.site / "papers" / key / "index.html").read_text(encoding="utf-8"):
                    message = f"after {key} had changed, its page was not made anew"
                    raise BenchError(message)
    return [side for side in sides if side not in failed]


def file_names(site: Path) -> set[str]:
    """Return the paths of the files of a site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


@contextmanager
def edited_abstract(folder: Path, key: str, word: str) -> Iterator[Path]:
    """Change an entry's abstract as long as the context lasts: a new word, and the first sentence moved to the end."""
    path = entry_file(folder, key)
    before = path.read_text(encoding="utf-8")
    path.write_text(with_changed_abstract(before, key, word), encoding="utf-8")
    try:
        yield path
    finally:
        path.write_text(before, encoding="utf-8")


def entry_file(folder: Path, key: str) -> Path:
    """Return the .bib file of a site that an entry is in."""
    return next(path for path in sorted((folder / "bib").glob("*.bib")) if f"{{{key},\n" in path.read_text("utf-8"))


def with_changed_abstract(library: str, key: str, word: str) -> str:
    """Return a library with another abstract for one entry."""
    start = library.index(f"{{{key},\n")
    entry, rest = re.match(r"(.*?\n}\n)(.*)", library[start:], re.DOTALL).groups()  # type: ignore[union-attr]
    changed = re.sub(r"abstract = {([^.]*)\. ([^}]*)}", rf"abstract = {{\2 {word} \1.}}", entry)
    return library[:start] + changed + rest
