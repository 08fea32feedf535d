"""Brackets of which there are too many are text; what a page shows is the same."""

from __future__ import annotations

import markdown
import pytest

from paperatlas.notes.citations.brackets import bounded_brackets
from tests.growth import is_linear

MANY = 300


@pytest.mark.parametrize(
    "text",
    [
        "[a](b.md) " * MANY,
        "[a] " * MANY,
        "[ " * 100,
        "[![a](b.png)](c.md) " * MANY,
        "`[` " * MANY,
        "```\n" + "[ " * MANY + "\n```\n",
        "[" * 150 + "]" * 150,
    ],
)
def test_any_other_text_stays(text: str) -> None:
    assert bounded_brackets(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@a; " * MANY, "&#91;@a; " * MANY),
        ("[a](b.md) " + "[ " * MANY, "[a](b.md) " + "&#91; " * MANY),
        ("[a\n\nb] " * MANY, "&#91;a\n\nb] " * MANY),
        ("[" * MANY + "]" * MANY, "[" * 50 + "&#91;" * 250 + "]" * MANY),
    ],
)
def test_brackets_that_are_no_link(text: str, expected: str) -> None:
    assert bounded_brackets(text) == expected


@pytest.mark.parametrize("piece", ["[@a; ", "[", "[]["])
def test_markdown_ends(piece: str) -> None:
    assert is_linear(lambda size: markdown.markdown(bounded_brackets(piece * size)), 500)
