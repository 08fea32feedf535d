"""What pylatexenc knows of one command, and what it is not asked."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.pylatexenc_macros import decode_with_pylatexenc


@pytest.mark.parametrize(
    ("name", "text", "printed", "rest"),
    [
        ("mathbb", "{R}x", "ℝ", "x"),
        ("leftrightarrow", " \n a", "↔", "a"),
        ("hat", " {x} y", "x̂", " y"),
        ("sqrt", "[3]{2} a", "√(2)", " a"),
        ("sqrt", "{2}[a]", "√(2)", "[a]"),
        ("section", "*{A}b", "§ A", "b"),
        ("textcolor", "{red}\n{warm}!", "warm", "!"),
        ("frac", "{a{b}}{c}", "ab/c", ""),
        ("mathrm", "{10% x}y", "10% x", "y"),
        ("mathrm", "{10\\% x}y", "10% x", "y"),
        ("overline", "{é  中}", "é 中", ""),
        ("nu", "", "ν", ""),
    ],
)
def test_a_command_takes_its_arguments_and_no_more(name: str, text: str, printed: str, rest: str) -> None:
    assert decode_with_pylatexenc(name, text, 0) == (printed, len(text) - len(rest))
    assert decode_with_pylatexenc(name, f"{{a}}{text}", 3) == (printed, 3 + len(text) - len(rest))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fancy", "{a}"),
        ("", ""),
        ("深", "{a}"),
        ("sqrt", ""),
        ("sqrt", " a"),
        ("sqrt", "{a"),
        ("textcolor", "{red} warm"),
        ("frac", "{" * 5 + "deep" + "}" * 5 + "{c}"),
        ("sqrt", "{" * 50_000),
    ],
)
def test_what_it_does_not_know_or_is_not_whole_has_no_answer(name: str, text: str) -> None:
    assert decode_with_pylatexenc(name, text, 0) is None
