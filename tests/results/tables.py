"""Tables of results, made up."""

from __future__ import annotations

import csv
from io import StringIO

from paperatlas.results import RESULT_COLUMNS

HEAD = ",".join(RESULT_COLUMNS)


def row(**values: str) -> str:
    """Return a line of a table, quoted where it has to be."""
    cells = {
        "key": "ddpm",
        "task": "image-generation",
        "dataset": "CIFAR-10",
        "metric": "FID",
        "value": "3.17",
        "setting": "steps=1000",
        "kind": "paper",
        "source": "https://example.org/ddpm",
        "place": "table 1",
    } | values
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(cells.values())
    return line.getvalue()


def table(*rows: str) -> str:
    """Return a table."""
    return "".join(f"{line}\n" for line in (HEAD, *rows))
