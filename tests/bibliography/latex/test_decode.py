"""LaTeX to text: what needs no decoder, what does, and that long values are read like short ones."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.decode import decode, decode_plain
from paperatlas.bibliography.latex.decoder import Decoded, Decoder
from paperatlas.bibliography.model.marked_text import Marked


@pytest.mark.parametrize(
    "text", ["plain", "it's a well-known 10% of #1_x & y^2", "https://example.org/a_b", "深度 学习", "é"]
)
def test_a_text_without_latex_is_kept_and_not_copied(text: str) -> None:
    decoded = decode(text)
    assert decoded == Decoded((text,))
    assert decoded.nodes[0] is text
    assert not decoded.flawed


@pytest.mark.parametrize("text", ["", " ", "\n\t \n", "{}", "~", "{ }", "\\relax"])
def test_nothing_to_print_is_no_node(text: str) -> None:
    assert decode(text) == Decoded(())
    assert decode_plain(text) == ""


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("a~b", "a b"),
        ("a--b", "a–b"),
        ("a''", "a”"),
        ("`a'", "‘a’"),
        ("{A}b", "Ab"),
        ("A}b", "Ab"),
        ("\\&", "&"),
        ("$x$", "$x$"),
        ("\n \\emph{a\n\t b}\n c ", "a b c"),
        ("\\textbf{\\emph{a} b}\\url{https://example.org}", "a bhttps://example.org"),
    ],
)
def test_each_sign_of_latex_is_enough_for_decoding(latex: str, text: str) -> None:
    assert decode_plain(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        # lengths, REVTeX's and natbib's commands, German quotes
        (r"A \vspace*{1pt} B \hspace*{2em} C", "A B C"),
        (r"C \\[2pt] D \\*[1em] E", "C D E"),
        (r"E \hskip 1em F\kern1pt G", "E FG"),
        (r"\bibinfo{title}{Real Title}", "Real Title"),
        (r"\newblock Foo", "Foo"),
        (r"\bibfnamefont{B.} \bibnamefont{Doe}", "B. Doe"),
        (r"\glq einfach\grq{} x", "‚einfach‘ x"),
        (r"a \\ [sic] b", "a [sic] b"),
    ],
)
def test_what_sets_type_is_not_shown(latex: str, text: str) -> None:
    decoded = decode(latex)
    assert decode_plain(latex) == text
    assert not decoded.flawed


def test_marks_are_nodes() -> None:
    assert decode("a \\emph{b} c").nodes == ("a ", Marked("em", ("b",)), " c")


@pytest.mark.parametrize("latex", ["{\\'E}mile and ", "\\fancy{a} $b ", "\\emph{a} } "])
def test_long_texts_are_decoded_like_short_ones(latex: str) -> None:
    for count in (1, 20, 400):
        text = (latex * count).strip()
        assert decode(text) == Decoder(text).decoded()
