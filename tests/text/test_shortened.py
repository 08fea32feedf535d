"""Texts that are cut to fit."""

from __future__ import annotations

import pytest

from paperatlas.text.shortened import shortened

WORD = "x" * 40


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("Flows and sets", 14, "Flows and sets"),
        ("Flows and sets", 13, "Flows and…"),
        ("Flows, and sets", 9, "Flows…"),
        ("Flows and sets", 6, "Flows…"),
        # A blank that is far from the end would take too much away.
        (f"A {WORD}", 40, f"A {'x' * 38}…"),
        ("流模型，与集合", 4, "流模型…"),
    ],
)
def test_a_text_is_cut_between_words_where_it_can_be(text: str, longest: int, shown: str) -> None:
    assert shortened(text, longest) == shown
