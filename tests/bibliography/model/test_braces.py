"""Texts cut outside of braces."""

from __future__ import annotations

import re

import pytest

from paperatlas.bibliography.model.braces import cut


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("a,b", ["a", "b"]),
        ("a,{b,c},d", ["a", "{b,c}", "d"]),
        ("a,{b,{c,}d},", ["a", "{b,{c,}d}", ""]),
        ("{a,b", ["{a,b"]),
        ("a},{b,c}", ["a}", "{b,c}"]),
        ("\\{a,b\\},{c,d}", ["\\{a", "b\\}", "{c,d}"]),
    ],
)
def test_a_text_is_cut_outside_braces(text: str, parts: list[str]) -> None:
    assert cut(text, re.compile(",")) == parts
