"""Values that stand for words: as pandoc prints them, in its tests of biblatex-examples.bib."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.localised import localised
from tests.bibliography.conftest import ReadEntry


@pytest.mark.parametrize(
    ("name", "value", "entry_type", "words"),
    [
        ("series", "newseries", "article", "New series"),
        ("series", "3", "article", "3rd series"),
        ("series", "11", "article", "11th series"),
        ("series", "2010", "article", "2010"),
        ("series", "3", "book", "3"),
        ("series", "News", "article", "News"),
        ("location", "countryfr and countryuk and countryde", "patent", "France and United Kingdom and Germany"),
        ("location", "Countryside", "book", "Countryside"),
        ("location", "countryxx", "patent", "countryxx"),
    ],
)
def test_a_value_is_shown_in_words(name: str, value: str, entry_type: str, words: str) -> None:
    assert localised(name, value, entry_type) == words


def test_an_entry_has_the_words(read_entry: ReadEntry) -> None:
    fields = "title = {T}, author = {Roe, Ann}, journal = {J}, year = {2020}, series = {oldseries}"
    assert read_entry(f"@article{{a, {fields}}}").plain("series") == "Old series"
