from __future__ import annotations

import pytest

from paperatlas.text.line_breaks import cut_lines, fill_lines, unbroken_pieces


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one two", 100, ["one two"]),
        ("self-supervised", 8, ["self-", "supervis", "ed"]),
        ("一二三四五，六", 5, ["一二三四", "五，六"]),
        ("一二三（四五）", 4, ["一二三", "（四五）"]),
        ("用GAN生成", 4, ["用GAN", "生成"]),
        ("扩散-模型", 2, ["扩", "散-", "模型"]),
        ("a/b/c", 2, ["a/", "b/", "c"]),
    ],
)
def test_lines_break_where_the_language_has_it(text: str, width: int, lines: list[str]) -> None:
    assert fill_lines(unbroken_pieces(text), width, len) == lines


def test_cut_lines_say_that_there_are_more() -> None:
    assert cut_lines(["one two,", "three"], 1, 8, len) == ["one two…"]
    assert cut_lines(["one", "two"], 2, 3, len) == ["one", "two"]
