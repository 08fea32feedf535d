"""White space in values: what TeX makes of it."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.spacing import collapse, join_runs


@pytest.mark.parametrize("text", ["a\nb", "a \n  b", "\ta  b ", "a\n\n\nb"])
def test_white_space(text: str) -> None:
    assert collapse(text) == "a b"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("a\t\t\tb", "a b"),
        ("a\n\t \n\tb\n", "a b"),
        ("a\u00a0 b\u3000", "a\u00a0 b\u3000"),
        ("\u3000a", "\u3000a"),
        ("a\r\nb", "a\r b"),
        ("x" + " " * 100_000 + "y", "x y"),
        ("x" + "\n \t" * 30_000 + "y", "x y"),
    ],
)
def test_only_blanks_and_line_ends_are_collapsed(raw: str, text: str) -> None:
    assert collapse(raw) == text


def test_a_text_without_such_runs_is_not_copied() -> None:
    text = "a b\u00a0c"
    assert collapse(text) is text


@pytest.mark.parametrize(
    ("text", "joined"),
    [("", ""), (" a  b   ", " a b "), ("a\n  b", "a\n b"), *(("a" + " " * n, "a ") for n in range(1, 9))],
)
def test_runs_of_spaces_are_joined_and_ends_kept(text: str, joined: str) -> None:
    assert join_runs(text) == joined
