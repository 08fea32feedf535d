"""Signs of control."""

from __future__ import annotations

import pytest

from paperatlas.text.control_characters import can_be_shown, has_control_bytes, has_controls, without_controls


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


@pytest.mark.parametrize(
    ("data", "there"),
    [
        (b"", False),
        ("A\tB\n ~ Ä中".encode(), False),
        (b"A\x00", True),
        (b"\x1b[1m", True),
        (b"\x7f", True),
        (b"\r", True),
    ],
)
def test_signs_of_control_in_bytes(data: bytes, there: bool) -> None:
    assert has_control_bytes(data) is there


@pytest.mark.parametrize(
    ("text", "has"), [("", False), ("Ä\tb\n中文 c\n", False), ("a\x07", True), ("a\u202eb", True), ("a\rb", True)]
)
def test_lines_and_tabs_are_no_signs_of_control(text: str, has: bool) -> None:
    assert has_controls(text) is has


@pytest.mark.parametrize(
    ("name", "can"),
    [
        ("a b-ä中.md", True),
        ("全角\u3000空格\u00a0", True),
        ("می\u200cخواهم", True),
        ("a\tb", False),
        ("a\nb", False),
        ("a\rb", False),
        ("a\x1b[31m", False),
        ("a\u202eb", False),
        ("a\udcff", False),
    ],
)
def test_names_that_a_line_can_show(name: str, can: bool) -> None:
    assert can_be_shown(name) is can
