"""White space in values: what TeX makes of it."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.spacing import collapse


@pytest.mark.parametrize("text", ["a\nb", "a \n  b", "\ta  b ", "a\n\n\nb"])
def test_white_space(text: str) -> None:
    assert collapse(text) == "a b"
