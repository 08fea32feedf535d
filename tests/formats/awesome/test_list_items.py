"""Which stretches of a curated list stand for one paper each."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.blocks import LINE_BREAK, Piece, pieces_text
from paperatlas.formats.awesome.list_items import count_words, links_of, merged, units_of
from paperatlas.formats.awesome.markdown_blocks import markdown_blocks

A, B = "https://arxiv.org/abs/2001.00001", "https://arxiv.org/abs/2001.00002"
UNITS = [
    ("no paper, only [a page](https://example.org)", []),
    (f"[Seeing Things]({A})", ["1 Seeing Things: 2001.00001"]),
    (f"Seeing Things [pdf]({A}) [doi](https://doi.org/10.1/x) [code](https://github.com/a/b)", ["1 Seeing Things pdf doi code: 2001.00001"]),
    (f"[Seeing Things]({A}), [Hearing Things]({B})", ["1 Seeing Things,: 2001.00001", "1 Hearing Things: 2001.00002"]),
    (f"Seeing All Things [pdf]({A})\nHearing All Things [pdf]({B})", ["1 Seeing All Things pdf: 2001.00001", "2 Hearing All Things pdf: 2001.00002"]),
    (f"Seeing Things [v1]({A}) [v2]({B})", ["1 Seeing Things v1 v2: 2001.00001 2001.00002"]),
    (f"[Seeing Things]({A}) [pdf]({A}v2)", ["1 Seeing Things pdf: 2001.00001"]),
    (f"[paper](https://nature.com/x) [arXiv]({A})", ["1 paper arXiv: 2001.00001 nature.com/x"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_a_paragraph_is_divided_into_papers(text: str, expected: list[str]) -> None:
    (block,) = markdown_blocks(text)
    assert [
        f"{unit.line} {pieces_text(unit.pieces)}: {' '.join(paper.value for paper in unit.papers)}"
        for unit in units_of(block)
    ] == expected


def test_a_row_keeps_its_cells_and_their_heads() -> None:
    (block,) = markdown_blocks(f"| A | B |\n|---|---|\n| x | [pdf]({A}) |")
    (unit,) = units_of(block)
    assert (unit.header, [pieces_text(cell) for cell in unit.cells], unit.line) == (("A", "B"), ["x", "pdf"], 3)


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one two", 2), ("1 - 2 of3", 1), ("稀疏注意力", 2), ("稀疏 attention", 2), ("naïve é", 2)],
)
def test_two_chinese_characters_count_as_a_word(text: str, count: int) -> None:
    assert count_words(text) == count


MERGED = [
    ([Piece("a ", 1, "x"), Piece("b", 1, "x", strong=True)], [Piece("a b", 1, "x")]),
    ([Piece("a", 1, "x"), Piece("b", 1, "y"), Piece("c", 1), Piece("d", 1)], None),
    ([Piece("badge", 1, "x", image=True), Piece("paper", 1, "x")], [Piece("paper", 1, "x")]),
    ([Piece("paper", 1, "x"), Piece("badge", 1, "x", image=True)], [Piece("paper", 1, "x")]),
    ([Piece("a", 1, "x"), Piece(LINE_BREAK, 1), Piece("b", 2, "x")], None),
    ([], []),
]


@pytest.mark.parametrize(("pieces", "expected"), MERGED)
def test_the_pieces_of_one_link_are_one(pieces: list[Piece], expected: list[Piece] | None) -> None:
    assert merged(pieces) == tuple(pieces if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "image", "titled"),
    [
        ("Seeing Things", False, True),
        ("Seeing Things", True, False),
        ("Seeing", False, False),
        ("the pdf", False, False),
    ],
)
def test_a_link_is_titled_if_its_text_is_no_label_and_no_single_word(text: str, image: bool, titled: bool) -> None:
    (link,) = links_of((Piece("before", 1), Piece(text, 1, A, image=image)))
    assert (link.at, link.is_titled) == (1, titled)
    assert link.paper is not None
