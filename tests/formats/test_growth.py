"""Records of other formats are read and written in time that grows with their length."""

from __future__ import annotations

import pytest

from paperatlas.formats.bibtex.writer import readable
from paperatlas.formats.endnote.xml import read_endnote_xml
from paperatlas.formats.markup import Markup
from tests.growth import is_linear


@pytest.mark.parametrize("piece", ["\\{", "\\}", "{", "}", "\\", "$\\{"])
def test_braces_of_a_value(piece: str) -> None:
    assert is_linear(lambda size: readable(piece * size + "}"), 2000)


@pytest.mark.parametrize("piece", ["<a ", "<", "<i>", "</", "<!-- ", "&lt;"])
def test_tags_of_a_title(piece: str) -> None:
    assert is_linear(lambda size: Markup.text_of("<i>a</i>" + piece * size, str), 2000)


def test_elements_in_elements() -> None:
    def read(size: int) -> None:
        title = "<style>" * size + "T" + "</style>" * size
        readout = read_endnote_xml(f"<xml><record><titles><title>{title}</title></titles></record></xml>", "a.xml")
        assert [one.record.fields["title"] for one in readout.found] == ["T"]

    assert is_linear(read, 2000)
