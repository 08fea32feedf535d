"""Addresses, identifiers and file names, without the backslashes LaTeX would want."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.verbatim import unescape


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", ""),
        ("https://example.org/~me/a_b?c=%20&d#e", "https://example.org/~me/a_b?c=%20&d#e"),
        (r"a\_b\%\&\#\~\{\}\$", "a_b%&#~{}$"),
        (r"/\textasciitilde{}me", "/~me"),
        (r"/\textasciitilde me", "/~me"),
        (r"/\textasciitilde/me", "/~/me"),
        (r"/{\textasciitilde}me", "/~me"),
        (r"/\textasciitildes", r"/\textasciitildes"),
        (r"C:\Papers\深度.pdf", r"C:\Papers\深度.pdf"),
        ("a\\", "a\\"),
        (r"\\_", r"\_"),
        ("{a}", "{a}"),
    ],
)
def test_a_backslash_before_a_special_character_is_dropped(written: str, value: str) -> None:
    assert unescape(written) == value
