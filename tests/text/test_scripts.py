"""The script of a text."""

from __future__ import annotations

import pytest

from paperatlas.text.scripts import is_in_script_of


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        ("深度学习", "zh", True),
        ("深度学习", "zh-Hant", True),
        ("deep learning", "zh", False),
        ("用 BERT 的权重", "zh", True),
        ("ディープ", "ja", True),
        ("ディープ", "zh", False),
        ("deep learning", "en", True),
        ("deep learning", "de", True),
        ("глубокое обучение", "ru", True),
        ("глубокое обучение", "fr", False),
        ("the α-divergence", "en", True),
        ("It is known as 道 in a text of Laozi, who wrote it", "en", True),
        ("3.17", "zh", True),
        ("", "zh", True),
    ],
)
def test_scripts(text: str, language: str, fits: bool) -> None:
    assert is_in_script_of(text, language) is fits
