"""Texts without case and accents."""

from __future__ import annotations

import pytest

from paperatlas.text.folding import ascii_slug, fold, folded_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ABC", "abc"),
        ("Ångström", "angstrom"),
        ("Łukasz Øre Đặng", "lukasz ore dang"),
        ("Straße", "strasse"),
        ("ﬁ", "fi"),
        ("扩散", "扩散"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_runs_of_letters_and_figures() -> None:
    assert folded_words("GPT-3: “Few_Shot” 学习") == ("gpt", "3", "few", "shot", "学习")


@pytest.mark.parametrize(
    ("text", "separator", "slug"),
    [
        ("Fast sampling & more", "-", "fast-sampling-more"),
        ("Ærø", "-", "aero"),
        ("U-Net", "", "unet"),
        ("扩散", "-", ""),
        ("--", "-", ""),
    ],
)
def test_ascii_slug(text: str, separator: str, slug: str) -> None:
    assert ascii_slug(text, separator) == slug
