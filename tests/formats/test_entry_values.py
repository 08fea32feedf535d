"""What several formats say of an entry alike."""

from __future__ import annotations

import pytest

from paperatlas.formats.entry_values import genre, language_tag
from tests.formats.conftest import ReadEntries


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ("langid = {ngerman}", "de"),
        ("langid = {British}, language = {french}", "en-GB"),
        ("language = {French}", "fr"),
        ('language = {Alt{\\"a}isch}', "Altäisch"),
        ("note = {x}", ""),
    ],
)
def test_a_language_has_the_tag_of_its_name_in_babel(entries_of: ReadEntries, fields: str, tag: str) -> None:
    assert language_tag(entries_of(f"@misc{{k, title = {{T}}, {fields}}}")[0]) == tag


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("thesis", "type = {phdthesis}", "PhD thesis"),
        ("thesis", "type = {Habilitation}", "Habilitation"),
        ("mastersthesis", "note = {x}", "Master’s thesis"),
        ("techreport", "note = {x}", "Technical report"),
        ("phdthesis", "type = {MathEsis}", "Master’s thesis"),
        ("misc", "note = {x}", ""),
    ],
)
def test_a_genre_is_in_words(entries_of: ReadEntries, kind: str, fields: str, words: str) -> None:
    assert genre(entries_of(f"@{kind}{{k, title = {{T}}, {fields}}}")[0]) == words
