"""The words that papers of a divided table are found by."""

from __future__ import annotations

from itertools import accumulate

import pytest

from paperatlas.pages.papers import words
from paperatlas.pages.papers.words import word_pieces, words_of

FOUND_BY = [
    ("Deep residual learning", "deep residual learning"),
    ("Łukasz Ångström", "lukasz angstrom"),
    ("co-DETR (v2): 3D_boxes", "co detr v2 3d boxes d"),
    ("C++ & 'x'", "c x"),
    ("RoBERTa", "roberta berta"),
    ("FlowNet2Deep", "flownet2deep net2deep deep"),
    ("BERT, GPT-3", "bert gpt 3"),
    ("图神经网络", "图神 神经 经网 网络 络"),
    ("用BERT分类", "用 bert 分类 类"),
    ("張三、李四", "張三 三 李四 四"),
    ("データ", "テー ータ タ"),
    ("한국 말", "\u1112\u1161\u11ab\u1100\u116e\u11a8 \u1106\u1161\u11af"),
    ("हिन्दी", "हनद"),
    ("ΛΟΓΟΣ λόγος", "λογοσ λογοσ"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "found_by"), FOUND_BY)
def test_words_of_a_text(text: str, found_by: str) -> None:
    assert list(words_of(text)) == found_by.split()


@pytest.mark.parametrize(("most", "sizes"), [(1, [1, 1, 1, 1]), (4, [1, 3]), (5, [2, 2]), (5000, [4])])
def test_the_pieces_have_every_word_once_in_the_order_of_utf_16(
    most: int, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_PIECE", most)
    # Python has U+FE73 before U+10428, JavaScript behind it.
    pieces = word_pieces([["b a", "a"], [], ["\U00010428", "a \ufe73"], ["a", "b"]])
    found = [
        (word, list(accumulate(steps)))
        for piece in pieces
        for word, steps in zip(piece.words, piece.papers, strict=True)
    ]
    assert found == [("a", [0, 2, 3]), ("b", [0, 3]), ("\U00010428", [2]), ("\ufe73", [2])]
    assert [len(piece.words) for piece in pieces] == sizes


def test_no_text_makes_no_piece() -> None:
    assert word_pieces([]) == word_pieces([[], [""]]) == []
