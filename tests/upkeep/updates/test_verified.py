"""A row changes if it says something else, or after a season."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paperatlas.diagnostics.problem import Span
from paperatlas.upkeep.updates.verified import merged_verifications
from paperatlas.verification import Verification

DAY = date(2026, 6, 1)


def row(days: int, state: str = "", source: str = "GitHub", key: str = "a") -> Verification:
    findings = {"state": state} if state else {}
    return Verification(key, "code", findings, DAY + timedelta(days=days), source, Span("v.tsv"))


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([], [row(0)], [row(0)]),
        ([row(0)], [row(89)], [row(0)]),
        ([row(0)], [row(90)], [row(90)]),
        ([row(0)], [row(1, "archived")], [row(1, "archived")]),
        ([row(0)], [row(1, source="GitLab")], [row(1, source="GitLab")]),
        # An answer from the cache that is older than what somebody has looked up since.
        ([row(2, "gone")], [row(0)], [row(2, "gone")]),
        ([row(0, key="b")], [row(1)], [row(0, key="b"), row(1)]),
    ],
)
def test_rows_are_merged(before: list[Verification], now: list[Verification], expected: list[Verification]) -> None:
    assert merged_verifications(before, now) == expected
