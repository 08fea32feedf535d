"""Says which small faults in the package no test of its room finds: `make mutants`.

A sample of the faults that `mutation.py` knows is put into a copy of the package, one at a time, and tests run until
one fails: first those of the file (formats/ris/reader.py: tests/formats/ris/test_reader.py), slow ones too, then those
of its room that are not slow, then those of other rooms that import the file by its name. A test that fails without the
fault as well, as some do on a busy machine, has not found it; nor has one that is only slow. Faults that no test finds
are printed with their place. Some change nothing that anyone can see, such as a glance that spares a search; each of
the others is a test to be written.

Libraries for this (mutmut 3, cosmic-ray 8) neither draw a sample nor know which tests belong to a room, and bring 19
and 28 packages.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Literal

from mutation import Mutant, mutants

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("plugins/paperatlas")
SLOW_IS_A_LOOP = 150
"""Seconds after which the tests of a file or a room, most of which take a tenth of that, may be in a loop."""
LOOP = 3
"""How many times as long as without the fault they then have to take."""

Outcome = Literal["killed", "survived"]


@dataclass(frozen=True)
class Place:
    """A fault and the file that it is in, relative to the package."""

    path: Path
    mutant: Mutant

    @property
    def room(self) -> str:
        """Return the name of the folder below the package."""
        return self.path.parts[0]

    def __str__(self) -> str:
        """Return place and change as a line, the place so that editors open it."""
        return f"{PACKAGE / self.path}:{self.mutant.line}: {self.mutant}"


def find_rooms(package: Path) -> list[str]:
    """Return the folders of a package that have code and tests. Words for people are read by people."""
    return sorted(
        path.name
        for path in package.iterdir()
        if (path / "__init__.py").is_file() and (ROOT / "tests" / path.name).is_dir() and path.name != "texts"
    )


def draw(package: Path, room: str, number: int, seed: int) -> list[Place]:
    """Return `number` faults of a room, at most one a line, or all if there are fewer: the same for the same seed."""
    places = [
        Place(path.relative_to(package), mutant)
        for path in sorted((package / room).rglob("*.py"))
        if path.name not in ("__init__.py", "rules.py") and path.parent.name != "rules"  # wording of problems
        for mutant in mutants(path.read_text("utf-8"))
    ]
    chance = random.Random(f"{seed} {room}")
    chance.shuffle(places)
    lines = {(place.path, place.mutant.line): place for place in reversed(places)}
    drawn = [place for place in places if lines[place.path, place.mutant.line] == place]
    return sorted(drawn[:number], key=lambda place: (place.path, place.mutant.start))


def runs_for(path: Path) -> list[list[str]]:
    """Return what pytest is to run for a file of the package, one run after the other, the nearest tests first."""
    room = f"tests/{path.parts[0]}"
    near = (Path("tests", path.parent, f"test_{path.stem}.py"), Path("tests", path.parent))
    nearest = next((there.as_posix() for there in near if (ROOT / there).exists()), room)
    every = [room, "-m", "not slow"]
    runs = [every] if nearest == room else [[nearest], every]
    users = files_that_name(".".join(("paperatlas", *path.with_suffix("").parts)))
    others = [file for file in users if not file.startswith(f"{room}/")]
    return [*runs, [*others, "-m", "not slow"]] if others else runs


def files_that_name(module: str) -> list[str]:
    """Return the tests that import a module by its name."""
    named = re.compile(rf"\b{re.escape(module)}\b(?!\.)")
    return [path for path, text in _texts_of_tests().items() if named.search(text)]


@cache
def _texts_of_tests() -> dict[str, str]:
    found = sorted((ROOT / "tests").rglob("test_*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in found}


def run_one(place: Place, copy: Path) -> Outcome:
    """Put a fault into a copy of the repository's package, run its tests, and take it out again."""
    file = copy / PACKAGE / place.path
    source = file.read_text("utf-8")
    for tests in runs_for(place.path):
        file.write_text(place.mutant.apply(source), "utf-8")
        try:
            failed = _failed(tests, copy, SLOW_IS_A_LOOP)
        finally:
            file.write_text(source, "utf-8")
        if failed and (_is_endless(tests, copy, place, source) if failed == tests else not _failed(failed, copy)):
            return "killed"
    return "survived"


def _is_endless(tests: Sequence[str], copy: Path, place: Place, source: str) -> bool:
    """Return whether tests that take long with a fault fail because of it, or take several times as long."""
    begun = time.monotonic()
    _failed(tests, copy)
    limit = LOOP * max(time.monotonic() - begun, SLOW_IS_A_LOOP / LOOP)
    file = copy / PACKAGE / place.path
    file.write_text(place.mutant.apply(source), "utf-8")
    try:
        return bool(_failed(tests, copy, limit))
    finally:
        file.write_text(source, "utf-8")


def _failed(tests: Sequence[str], copy: Path, seconds: float | None = None) -> Sequence[str]:
    """Return the first of some tests that fails with the package of a copy, or all of them if they take too long.

    That none is chosen counts as passing; a file that cannot be imported fails as a whole.
    """
    options = [
        "-x",
        "-q",
        "--no-header",
        "--tb=no",
        "-rfE",
        "-p",
        "no:cacheprovider",
        "--basetemp",
        str(copy / "tests"),
    ]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(copy / "plugins")},
            timeout=seconds,
            capture_output=True,
            check=False,
            text=True,
        )
    except subprocess.TimeoutExpired:
        return tests
    if done.returncode in (0, 5):
        return []
    named = re.search(r"^(?:FAILED|ERROR) (\S+?\.py(?:::\w+)*)", done.stdout, re.MULTILINE)
    return [named[1]] if named else [tests[0]]


def copy_package(copy: Path) -> None:
    """Make a folder from which the package runs as from the repository.

    Compiled modules are checked by content: a fault may leave the size and the second of a file as they were.
    """
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(ROOT / PACKAGE, copy / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    # No link: what builds distributions follows it, and then takes the real folder for one that it has seen.
    shutil.copytree(ROOT / "templates", copy / "templates")
    compiled = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", str(copy / PACKAGE)]
    subprocess.run(compiled, check=True)


def run_all(places: Sequence[Place], copies: Sequence[Path]) -> Iterator[tuple[Place, Outcome]]:
    """Run the tests for each fault, as many at a time as there are copies, and yield what came of it, in order."""
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        copy_package(copy)
        free.put(copy)

    def run(place: Place) -> tuple[Place, Outcome]:
        copy = free.get()
        try:
            return place, run_one(place, copy)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from pool.map(run, places)


def table(outcomes: Sequence[tuple[Place, Outcome]]) -> str:
    """Return a line for each room and one for all of them: the share of faults that were found, found, all."""
    rooms = sorted({place.room for place, _ in outcomes})
    rows = [(room, [outcome for place, outcome in outcomes if place.room == room]) for room in rooms]
    rows.append(("all", [outcome for _, outcome in outcomes]))
    counts = [(name, found.count("killed"), len(found)) for name, found in rows]
    return "\n".join(
        f"{name:14} {killed / max(every, 1):6.1%}  {killed:4} of {every:4}" for name, killed, every in counts
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line says. Survivors are a list to read, not a failure."""
    rooms = find_rooms(ROOT / PACKAGE)
    parser = argparse.ArgumentParser(description="Name the faults that no test of a room finds.")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help="folders of the package (all)")
    parser.add_argument("--number", type=int, default=8, help="faults for each room (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another number draws others (%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time (%(default)s)")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.rooms) - set(rooms):
        parser.error(f"no rooms of the package: {', '.join(sorted(unknown))}. There are {', '.join(rooms)}")
    places = [
        place for room in chosen.rooms or rooms for place in draw(ROOT / PACKAGE, room, chosen.number, chosen.seed)
    ]
    outcomes = []
    for place, outcome in run_all(places, [ROOT / ".cache" / "mutants" / str(job) for job in range(chosen.jobs)]):
        outcomes.append((place, outcome))
        if outcome == "survived":
            print(place, flush=True)
    print(table(outcomes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
