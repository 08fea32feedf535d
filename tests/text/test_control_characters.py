"""Signs of control."""

from __future__ import annotations

import pytest

from paperatlas.text.control_characters import without_controls


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("A\x01B", "AB"),
        ("A\x1fB\x0cC", "A B C"),
        ("A\tB\nC\r\n", "A\tB\nC\r\n"),
        ("Ä 中文", "Ä 中文"),
        ("", ""),
        ("a\x85b\u2028c\x9bd", "a b cd"),
        ("a\u202eb\u2066c\ud800d\ufeff\uffff", "abcd"),
        ("a\u200db\u200fc", "a\u200db\u200fc"),
    ],
)
def test_signs_of_control_are_left_out(text: str, without: str) -> None:
    assert without_controls(text) == without
