from __future__ import annotations

import pytest

from paperatlas.graph.text_width import measure_text, wrap_text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("ViT", 100, ("ViT",)),
        ("", 100, ("–",)),
        ("Influence Functions", 90, ("Influence", "Functions")),
        ("TSP-FCOS and TSP-RCNN", 130, ("TSP-FCOS and", "TSP-RCNN")),
        ("引入局部或层级结构", 80, ("引入局部或", "层级结构")),
        ("起点：二", 40, ("起点：", "二")),
        ("abcdefghij", 30, ("abcd", "efghi", "j")),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert wrap_text(text, width) == lines


@pytest.mark.parametrize(("narrow", "wide"), [("iii", "mmm"), ("abc", "中文字"), ("e", "é" * 2), ("W", "WW")])
def test_wide_letters_take_more_room(narrow: str, wide: str) -> None:
    assert measure_text(narrow) < measure_text(wide)
    assert measure_text(narrow) < measure_text(narrow, bold=True)


def test_an_accent_takes_no_room() -> None:
    assert measure_text("é") == measure_text("e") == measure_text("e\u0301")
