"""Records of other formats are read and written in time that grows with their length."""

from __future__ import annotations

import pytest

from paperatlas.formats.bibtex.writer import readable
from paperatlas.formats.markup import Markup
from tests.growth import is_linear


@pytest.mark.parametrize("piece", ["\\{", "\\}", "{", "}", "\\", "$\\{"])
def test_braces_of_a_value(piece: str) -> None:
    assert is_linear(lambda size: readable(piece * size + "}"), 2000)


@pytest.mark.parametrize("piece", ["<a ", "<", "<i>", "</", "<!-- ", "&lt;"])
def test_tags_of_a_title(piece: str) -> None:
    assert is_linear(lambda size: Markup.text_of("<i>a</i>" + piece * size, str), 2000)
