"""Writes what was measured as JSON, and as the page RESULTS.md."""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.builds.comparison import Comparison
from benchmarks.builds.costs import GUIDE, write_costs
from benchmarks.builds.sides import REPOSITORY
from benchmarks.builds.table import cells, markdown_table

RESULTS = REPOSITORY / "benchmarks" / "RESULTS.md"
DATA = REPOSITORY / "benchmarks" / "results.json"
_HEAD = """\
# What builds cost

Written by `make bench`, not by hand. Each row compares two sides that ran in turn on one machine, so a ratio says
more than seconds do: it is the median of the ratios of the rounds, beside it the smallest and the largest. CPU is user
and system time of all processes. *ours* and *theirs* are medians of the figure that the row is judged by; *time* and
*memory* are the ratios of the time that passed and of the most memory at once. A goal of another number of papers is
named and not judged. What is compared, and with what, is in the docstrings of `benchmarks/builds/`.
"""


def run_data(comparisons: Sequence[Comparison], peers: Mapping[str, str], rounds: int) -> dict[str, Any]:
    """Return a run with what its figures depend on: the day, the revision, the versions, the kind of machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "revision": revision(),
        "rounds": rounds,
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB",
        "versions": {"Python": platform.python_version()}
        | {name: version(name) for name in ("mkdocs", "mkdocs-material")}
        | dict(peers),
        "rows": [comparison.as_data() | {"cells": cells(comparison)} for comparison in comparisons],
    }


def revision() -> str:
    """Return the revision that was measured, with a plus where files differ from it."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(REPOSITORY), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!benchmarks")
    return (git("rev-parse", "--short", "HEAD") or "unknown") + ("+" if changed else "")


def merged(runs: Sequence[dict[str, Any]], latest: dict[str, Any]) -> list[dict[str, Any]]:
    """Put a run before earlier ones, of which the rows stay that it did not measure again."""

    def key(row: Mapping[str, Any]) -> tuple[str, str, int]:
        return row["work"], row["against"], row["papers"]

    again = {key(row) for row in latest["rows"]}
    older = [run | {"rows": [row for row in run["rows"] if key(row) not in again]} for run in runs]
    return [latest, *(run for run in older if run["rows"])]


def page(runs: Sequence[Mapping[str, Any]]) -> str:
    """Return RESULTS.md."""
    return "\n".join([_HEAD, *(line for run in runs for line in _section(run))])


def _section(run: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {run['date']}, revision {run['revision']}\n"
    versions = ", ".join(f"{name} {number}" for name, number in run["versions"].items())
    yield f"{run['machine']}; rounds: {run['rounds']}; {versions}.\n"
    yield from markdown_table([row["cells"] for row in run["rows"]])
    if notes := dict.fromkeys(row["note"] for row in run["rows"] if row["note"]):
        yield ""
        yield from (f"- {note}" for note in notes)
    yield ""


def record(run: dict[str, Any], results: Path = RESULTS, data: Path = DATA, guide: Path = GUIDE) -> None:
    """Take a run into the page and its data."""
    runs = json.loads(data.read_text(encoding="utf-8")) if data.exists() else []
    runs = merged(runs, run)
    data.write_text(json.dumps(runs, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    results.write_text(page(runs), encoding="utf-8")
    write_costs(runs, guide)
    print(f"Written: {', '.join(path.name for path in (results, data, guide))}", file=sys.stderr)
