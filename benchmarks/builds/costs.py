"""The table of what a library of each size costs, in the guide's page about large libraries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.builds.cold import EDITED, UNCHANGED
from benchmarks.builds.comparison import BYTES, CPU, FILES, MEMORY, WALL
from benchmarks.builds.live import NOTE
from benchmarks.builds.rows import COLD
from benchmarks.builds.sides import MKDOCS, REPOSITORY
from benchmarks.builds.table import quantity

GUIDE = REPOSITORY / "docs" / "guide" / "large-libraries.md"
START, END = "<!-- Written by `make bench`. -->\n", "<!-- Up to here. -->\n"
_COLUMNS: Mapping[str, tuple[str, str, str]] = {
    "first build, CPU": (COLD, MKDOCS, CPU),
    "time": (COLD, MKDOCS, WALL),
    "memory": (COLD, MKDOCS, MEMORY),
    "site": ("bytes of the site", MKDOCS, BYTES),
    "files": ("bytes of the site", MKDOCS, FILES),
    "nothing changed": (UNCHANGED, "own cold build", WALL),
    "one abstract changed": (EDITED, "own cold build", WALL),
    "a note saved while serving": (NOTE, MKDOCS, WALL),
}


def cost_table(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of the table from runs, of which the newest is first."""
    medians: dict[tuple[str, str, int, str], float] = {}
    for run in runs:
        for row in run["rows"]:
            for figure, result in row["results"].items():
                medians.setdefault((row["work"], row["against"], row["papers"], figure), result["medians"][0])
    sizes = sorted({papers for work, _, papers, _ in medians if work == COLD})
    yield f"Measured on {runs[0]['date']} ({runs[0]['machine']}).\n"
    yield f"| papers | {' | '.join(_COLUMNS)} |"
    yield "|" + " ---: |" * (len(_COLUMNS) + 1)
    for papers in sizes:
        found = [(figure, medians.get((work, other, papers, figure))) for work, other, figure in _COLUMNS.values()]
        texts = [quantity(figure, value) if value is not None else "" for figure, value in found]
        yield f"| {papers:,} | {' | '.join(texts)} |"


def write_costs(runs: Sequence[Mapping[str, Any]], guide: Path = GUIDE) -> None:
    """Put the table into the guide's page, between its two comments."""
    text = guide.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    table = "\n".join(cost_table(runs))
    guide.write_text(f"{before}{START}\n{table}\n\n{END}{after}", encoding="utf-8")
