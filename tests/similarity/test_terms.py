from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.similarity.languages import detect_languages
from paperatlas.similarity.terms import light_terms, runs, split_runs, terms_of, word_reader

TEXTS = [
    ("", []),
    ("Denoising Diffusion", ["denoising", "diffusion"]),
    ("the models of a class", ["model", "class"]),
    ("1,000 steps, FID 3.17, 64×64", ["step", "fid"]),
    ("GPT-3 and state-of-the-art", ["gpt", "state", "art"]),
    ("studies series bias loss analyses", ["study", "sery", "bia", "loss", "analyse"]),
    ("扩散模型", ["扩散", "散模", "模型"]),
    ("模型的训练和采样", ["模型", "训练", "采样"]),
    ("用DDPM训练", ["ddpm", "训练"]),
    ("図", []),
    ("ＤＤＰＭ", ["ddpm"]),
    ("Schrödinger GROSSE Straße", ["schrödinger", "grosse", "strasse"]),
    ("확산 모델", ["확산", "모델"]),
    ("модель диффузии", ["модель", "диффузии"]),
]


@pytest.mark.parametrize(("text", "terms"), TEXTS)
def test_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


@given(st.text())
def test_any_text_has_terms(text: str) -> None:
    terms = terms_of(text)
    assert all(len(term) > 1 for term in terms)
    assert terms_of(text.upper().lower().upper()) == terms_of(text.upper())


@given(st.text())
def test_parts_are_the_text(text: str) -> None:
    parts = split_runs(text)
    assert "".join(parts) == text
    assert parts[1::2] == runs(text)
    assert all(runs(run) == [run] for run in runs(text))


@pytest.mark.parametrize(("run", "term"), [("Models", "model"), ("the", ""), ("2021", ""), ("模型", None)])
def test_words(run: str, term: str | None) -> None:
    assert word_reader()(run) == term


IN_LANGUAGES = [
    # words of each language that say nothing, and endings of number and case
    ("de", "Die Modelle der Häuser und das Modell des Hauses", ["modell", "haus", "modell", "haus"]),
    ("de", "Maschinen, eine Maschine; in den Analysen einer Analyse", ["maschin", "maschin", "analys", "analys"]),
    ("fr", "Les réseaux et le réseau, des modèles, un modèle", ["réseau", "réseau", "modèl", "modèl"]),
    ("fr", "l'analyse des journaux du journal", ["analys", "journal", "journal"]),
    ("es", "Las redes y la red, los modelos, un modelo", ["red", "red", "model", "model"]),
    ("es", "imágenes de una imagen; voces, la voz", ["imagen", "imagen", "voz", "voz"]),
    ("it", "Le reti e la rete, i modelli, un modello", ["ret", "ret", "modell", "modell"]),
    ("pt", "As redes e a rede, os modelos, um modelo", ["red", "red", "model", "model"]),
    ("pt", "das imagens de uma imagem; ações, a ação", ["imagem", "imagem", "ação", "ação"]),
    ("nl", "De netwerken van het netwerk, modellen en een model", ["netwerk", "netwerk", "model", "model"]),
    ("ru", "модели и модель в сетях этой сети", ["модел", "модел", "сет", "сет"]),
    # English words are read in texts of all languages
    ("de", "Die Welt of the Maschine", ["welt", "maschin"]),
    ("zh", "扩散模型 and the models", ["扩散", "散模", "模型", "model"]),
]


@pytest.mark.parametrize(("language", "text", "terms"), IN_LANGUAGES)
def test_terms_of_a_language(language: str, text: str, terms: list[str]) -> None:
    assert terms_of(text, detect_languages("", language)) == terms


@pytest.mark.parametrize(
    ("word", "term"),
    [("studies", "study"), ("eyries", "eyry"), ("calories", "calory"), ("zombaies", "zombaie"), ("pies", "py")],
)
def test_plurals_of_english(word: str, term: str) -> None:
    assert terms_of(word, ("en",)) == [term]


@pytest.mark.parametrize(
    ("language", "word"), [("en", "studies"), ("de", "Untersuchungen"), ("fr", "études"), ("ru", "методов")]
)
def test_words_of_no_weight_are_known_in_every_number(language: str, word: str) -> None:
    assert terms_of(word, (language,))[0] in light_terms((language,))
