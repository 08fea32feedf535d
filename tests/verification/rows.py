"""Files of what was looked up, for tests."""

from __future__ import annotations


def verified(*rows: str) -> str:
    """A file of what was looked up: the cells of each row are separated by ` | `; the day and the source may be left out."""
    cells = [row.split(" | ") for row in rows]
    lines = ["\t".join([*row, *["2026-11-01", "GitHub"][len(row) - 2 :]]) for row in cells]
    return "\n".join(["key\twhat\twhen\tsource", *lines, ""])
