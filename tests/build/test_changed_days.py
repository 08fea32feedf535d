"""The days of last changes, as pages ask for them."""

from __future__ import annotations

import pytest

from paperatlas.build.changed_days import library_day
from tests.conftest import ReadFiles


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({}, ""),
        ({"note:bib/a.bib": "2026-01-02"}, "2026-01-02"),
        ({"note:bib/a.bib": "2026-01-02", "note:bib/b.bib": "2025-12-31"}, "2026-01-02"),
        ({"note:bib/gone.bib": "2026-01-02", "note:docs/a.md": "2026-01-02", "entry:a": "2026-01-02"}, ""),
    ],
)
def test_the_day_of_the_library_is_that_of_its_files(
    days: dict[str, str], expected: str, read_files: ReadFiles
) -> None:
    project = read_files({"bib/a.bib": "@misc{a, title = {A}}", "bib/b.bib": "@misc{b, title = {B}}"})
    assert library_day(project, days) == expected
