"""Says which small faults in the package no test of its room finds: `make mutants`.

A sample of the faults that `mutation.py` knows is put into a copy of the package, one at a time, and tests run until
one fails: first those of the file (formats/ris/reader.py: tests/formats/ris/test_reader.py), slow ones too, then those
of its room that are not slow. Faults that no test finds are printed with their place. Some change nothing that anyone
can see; each of the others is a test to be written.

Libraries for this (mutmut 3, cosmic-ray 8) neither draw a sample nor know which tests belong to a room, and bring 19
and 28 packages.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Literal

from mutation import Mutant, mutants

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("plugins/paperatlas")
SLOW_IS_A_LOOP = 150
"""Seconds after which the tests of a file or a room, which take a tenth of that, are in a loop that a fault made."""

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
    return [every] if nearest == room else [[nearest], every]


def run_one(place: Place, copy: Path) -> Outcome:
    """Put a fault into a copy of the repository's package, run its tests, and take it out again."""
    file = copy / PACKAGE / place.path
    source = file.read_text("utf-8")
    file.write_text(place.mutant.apply(source), "utf-8")
    try:
        return "survived" if all(_pass(tests, copy) for tests in runs_for(place.path)) else "killed"
    finally:
        file.write_text(source, "utf-8")


def _pass(tests: Sequence[str], copy: Path) -> bool:
    """Return whether tests pass with the package of a copy. That none is chosen counts as passing."""
    options = ["-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "--basetemp", str(copy / "tests")]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(copy / "plugins")},
            timeout=SLOW_IS_A_LOOP,
            capture_output=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in (0, 5)


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
