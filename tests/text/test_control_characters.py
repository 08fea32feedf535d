"""Signs of control."""

from __future__ import annotations

import pytest

from paperatlas.text.control_characters import without_controls


@pytest.mark.parametrize(
    ("text", "without"),
    [("A\x01B", "AB"), ("A\x1fB\x0cC", "A B C"), ("A\tB\nC\r\n", "A\tB\nC\r\n"), ("Ä 中文", "Ä 中文"), ("", "")],
)
def test_signs_of_control_are_left_out(text: str, without: str) -> None:
    assert without_controls(text) == without
