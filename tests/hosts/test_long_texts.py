"""Paragraphs without end become the same HTML, in time that grows with their length."""

from __future__ import annotations

import markdown
import pytest

from paperatlas.hosts.long_texts import LONG_TEXTS, pieces_of
from tests.growth import is_linear

LONG = 100_000

TEXTS = [
    "plain words ",
    "*a b* and **c d** ",
    "[a b](c.md) ",
    "![a b](c.png 'd e') ",
    '<span class="a">b c</span> ',
    "`a b` ",
    "line one  \nline two\n",
    "- *a* b\n",
    "> *a*\n> b\n",
    '词语<span data-pa-cited="7">（多伊，2020）</span>和，',
    '词语<span data-pa-cited="7">1</span>',
    "snake_case and 2 * 3 * 4, ",
]


@pytest.mark.parametrize("piece", TEXTS)
def test_the_html_is_the_same(piece: str) -> None:
    text = "# Title\n\n" + piece * (LONG // len(piece)) + "\n\nAnother *paragraph*.\n"
    assert markdown.markdown(text, extensions=[LONG_TEXTS]) == markdown.markdown(text)


@pytest.mark.parametrize("piece", [*TEXTS, "a", "[a ", "*a ", "<"])
def test_nothing_is_lost_and_no_piece_is_long(piece: str) -> None:
    text = piece * (LONG // len(piece))
    pieces = list(pieces_of(text))
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 40_000
    assert list(pieces_of(text[:40_000])) == [text[:40_000]]


@pytest.mark.parametrize("piece", ['<span data-pa-cited="1">b</span> ', "*a* ", "[a](b) ", "`a` "])
def test_the_time_grows_with_the_length(piece: str) -> None:
    assert is_linear(lambda size: markdown.markdown(piece * size, extensions=[LONG_TEXTS]), 8000)
