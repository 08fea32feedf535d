"""Files of citations for tests."""

from __future__ import annotations


def citations(*rows: str) -> str:
    """A file of citations: the cells of each row are separated by blanks, the source is `OpenAlex` if there is none."""
    cells = [row.split(maxsplit=2) for row in rows]
    lines = ["\t".join([*row, *["OpenAlex"][len(row) - 2 :]]) for row in cells]
    return "\n".join(["citing\tcited\tsource", *lines, ""])
