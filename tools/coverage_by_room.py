"""Print how much of each room of the package its tests run: `python tools/coverage_by_room.py coverage.json`."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path, PurePath

PACKAGE = "paperatlas"


def by_room(report: dict[str, dict[str, dict[str, dict[str, int]]]]) -> dict[str, tuple[int, int]]:
    """Return by room the statements that were run, and all statements, of a report of coverage.py in JSON."""
    rooms: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for name, file in report["files"].items():
        parts = PurePath(name).parts
        below = parts[parts.index(PACKAGE) + 1 :]
        room = below[0] if len(below) > 1 else "(top)"
        run, every = rooms[room]
        summary = file["summary"]
        rooms[room] = run + summary["covered_lines"], every + summary["num_statements"]
    return dict(sorted(rooms.items()))


def table(rooms: dict[str, tuple[int, int]]) -> str:
    """Return a line for each room and one for all of them: percentage, statements run, all statements."""
    total = sum(run for run, _ in rooms.values()), sum(every for _, every in rooms.values())
    rows = [*rooms.items(), ("all", total)]
    return "\n".join(f"{room:14} {run / max(every, 1):6.1%}  {run:6,} of {every:6,}" for room, (run, every) in rows)


if __name__ == "__main__":
    print(table(by_room(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
