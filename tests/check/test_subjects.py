"""Which entry and field a problem is about."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.reader.library import parse_library
from paperatlas.check.rules import MISSING_FIELD
from paperatlas.check.subjects import Subjects
from paperatlas.diagnostics.problem import Span

TEXT = """\
@string{jmlr = {JMLR}}
@article{one,
  title = {A
    title},
  Journal = {J},
}
@misc{two, title = {B}, note = {C}} @misc{three, title = {D}}
% a remark
"""
PLACES = [
    # line and column, the subject
    ((0, 0), ("", "", "")),
    ((1, 9), ("", "", "")),
    ((2, 1), ("one", "", "")),
    ((3, 3), ("one", "title", "A\n    title")),
    ((4, 7), ("one", "title", "A\n    title")),
    ((5, 3), ("one", "journal", "J")),
    ((7, 1), ("two", "", "")),
    ((7, 33), ("two", "note", "C")),
    ((7, 37), ("three", "", "")),
    ((7, 60), ("three", "title", "D")),
    ((8, 1), ("", "", "")),
]


@pytest.mark.parametrize(("place", "subject"), PLACES)
def test_subjects(place: tuple[int, int], subject: tuple[str, str, str]) -> None:
    subjects = Subjects(parse_library(TEXT.encode(), "a.bib")[0])
    assert subjects.of(MISSING_FIELD.at(Span("a.bib", *place))) == subject
    assert subjects.of(MISSING_FIELD.at(Span("b.bib", *place))) == ("", "", "")
