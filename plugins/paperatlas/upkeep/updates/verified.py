"""What was looked up now, merged with what a file says was looked up before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from paperatlas.verification import Verification

_STAYS = timedelta(days=90)
"""How long a row stays that says nothing else than before: its day alone is not worth a line of every pull request."""


def merged_verifications(there: Iterable[Verification], found: Iterable[Verification]) -> list[Verification]:
    """Return the rows of a file with those that say something else, or are of long after."""
    rows = {row.name: row for row in there}
    for row in found:
        before = rows.get(row.name)
        same = before is not None and (before.what, before.source) == (row.what, row.source)
        if before is None or (not same and row.when >= before.when) or row.when - before.when >= _STAYS:
            rows[row.name] = row
    return list(rows.values())
