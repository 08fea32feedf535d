"""Which language a text is in."""

from __future__ import annotations

import pytest

from paperatlas.similarity.languages import FUNCTION_WORDS, LIGHT_WORDS, detect_languages

LANGUAGES = [
    # text, declared, languages
    ("Attention is all you need", "", ("en",)),
    ("Die Welt und die Maschinen", "", ("de",)),
    ("Histoire de la folie à l'âge classique", "", ("fr",)),
    ("Historia de la locura en los tiempos y las ciudades", "", ("es",)),
    ("Storia della follia nella città degli uomini", "", ("it",)),
    ("A história das cidades e dos homens", "", ("pt",)),
    ("De geschiedenis van het verdriet en de stad", "", ("nl",)),
    ("История безумия в классическую эпоху и что было после", "", ("ru",)),
    ("扩散模型的训练", "", ("en",)),
    # one such word is in names and terms of any language
    ("De novo design", "", ("en",)),
    ("Die Hard", "", ("en",)),
    # names in capitals are no words
    ("CON and SIN: DE LA", "", ("en",)),
    # what is declared counts, and so does what the text shows: a German title over an English abstract, and the reverse
    ("Maschinen", "de", ("de",)),
    ("Maschinen", "de-AT", ("de",)),
    ("Die Welt und die Maschinen", "en", ("en", "de")),
    ("Machine", "polish", ("en",)),
    ("", "", ("en",)),
    # equally many words of two languages: both
    ("no de que es", "", ("es",)),
]


@pytest.mark.parametrize(("text", "declared", "languages"), LANGUAGES)
def test_languages(text: str, declared: str, languages: tuple[str, ...]) -> None:
    assert detect_languages(text, declared) == languages


@pytest.mark.parametrize("language", sorted(FUNCTION_WORDS))
def test_no_word_says_nothing_and_is_light(language: str) -> None:
    assert not FUNCTION_WORDS[language] & LIGHT_WORDS[language]
