"""A library is laid out in time that grows with its length, whatever stands in it."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.formatter.style import style_problems
from tests.growth import is_linear

FORMS = [
    "@misc{a, author = {B}PIECES, }\n",
    "@misc{a, title = {B}}\nPIECES\n@misc{b, title = {B}}\n",
    "@misc{a, PIECES = {B}}\n",
]


@pytest.mark.parametrize("piece", ["a", "\\", "a ", "a=", "{", "}", "@a{", "%\n", "a={b} "])
@pytest.mark.parametrize("form", FORMS, ids=["behind a value", "between entries", "a name"])
def test_what_is_out_of_place(form: str, piece: str) -> None:
    assert is_linear(lambda size: style_problems(form.replace("PIECES", piece * size).encode(), "a.bib"), 6000)
