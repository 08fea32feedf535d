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
        # as catalogues (ISO 639-2), BibLaTeX (localisation keys) and people write it; of several the first
        ("language = {eng}", "en"),
        ("language = {eng; ger}", "en"),
        ("language = {langgerman}", "de"),
        ("language = {English and German}", "en"),
        ("language = {Deutsch}", "de"),
        ("language = {Platt und so}", "Platt und so"),
        ("language = {Español}", "es"),
        ("language = {中文;}", "zh"),
        ("language = {英语}", "en"),
        ("language = {en_US}", "en-US"),
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
        ("patent", "type = {patentus}", "U.S. patent"),
        ("patent", "type = {patreqfr}", "French patent request"),
        ("patent", "note = {x}", ""),
    ],
)
def test_a_genre_is_in_words(entries_of: ReadEntries, kind: str, fields: str, words: str) -> None:
    assert genre(entries_of(f"@{kind}{{k, title = {{T}}, {fields}}}")[0]) == words
