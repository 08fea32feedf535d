"""Where what is written is to be seen."""

from __future__ import annotations

import pytest

from paperatlas.diagnostics.problem import Edit, Problem, Span
from paperatlas.upkeep.updates.rules import NEWER_VERSION, PUBLISHED_PREPRINT, UNNAMED_CODE_LICENCE
from paperatlas.upkeep.updates.sources import confirming_sources

HERE = Span("a.bib", 1, 1)
LICENCE = UNNAMED_CODE_LICENCE.at(HERE, key="a", forge="GitHub", licence="MIT", address="https://github.com/ada/a")
PUBLISHED = PUBLISHED_PREPRINT.at(HERE, key="a", doi="10.1000/x<y", year=2021)


@pytest.mark.parametrize(
    ("problem", "row"),
    [
        (LICENCE, ("a", "codelicense", "https://github.com/ada/a")),
        (PUBLISHED, ("a", "record", "https://doi.org/10.1000/x%3Cy")),
        (NEWER_VERSION.at(HERE, key="a", version=2, known=1), None),
    ],
)
def test_what_is_written_has_a_source(problem: Problem, row: tuple[str, str, str] | None) -> None:
    assert list(confirming_sources([problem.mended_by(Edit(HERE, "x"))])) == ([row] if row else [])
    assert list(confirming_sources([problem])) == []
