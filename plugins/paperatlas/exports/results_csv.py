"""`results.csv`: all published results, in the columns that the library has them in."""

from __future__ import annotations

import csv
from io import StringIO

from paperatlas.atlas import Atlas
from paperatlas.results import RESULT_COLUMNS, Result


def results_csv(atlas: Atlas) -> str:
    """Return the results as CSV, in the order of the library's papers."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(RESULT_COLUMNS)
    for key in atlas.papers:
        writer.writerows(map(_cells, atlas.results.get(key, ())))
    return text.getvalue()


def _cells(result: Result) -> tuple[str, ...]:
    setting = "; ".join(map("=".join, result.setting))
    return (result.key, *result.measure, result.value, setting, result.kind, result.source, result.place)
