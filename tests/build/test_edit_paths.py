"""Where generated pages are edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.edit_paths import edit_path
from paperatlas.diagnostics.problem import Span


@pytest.mark.parametrize(
    ("span", "docs", "address"),
    [
        (None, "/site/docs", None),
        (Span("bib/a.bib", 12, 3), "/site/docs", "../bib/a.bib#L12"),
        (Span("bib/a.bib"), "/site/docs", "../bib/a.bib"),
        (Span("bib/a.bib", 1), "/site/content/docs", "../../bib/a.bib#L1"),
        (Span("docs/流.bib", 1), "/site/docs", "流.bib#L1"),
        (Span("/elsewhere/a.bib", 1), "/site/docs", "../../elsewhere/a.bib#L1"),
    ],
)
def test_a_span_is_relative_to_the_pages(span: Span | None, docs: str, address: str | None) -> None:
    assert edit_path(span, Path("/site"), docs) == address
