from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.similarity.terms import runs, split_runs, terms_of, word_of

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
    assert word_of(run) == term
