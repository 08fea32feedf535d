"""What a text is made of, whatever it is written in."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.blocks import (
    LINE_BREAK,
    LONGEST_TEXT,
    Piece,
    pieces_text,
    readable_pieces,
    row,
    text_pieces,
)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([], ""),
        ([Piece("Seeing ", 1), Piece("图像", 1, strong=True), Piece("!", 1)], "Seeing 图像!"),
        ([Piece("one", 1), Piece(LINE_BREAK, 1), Piece("two", 2)], "one two"),
        ([Piece("one", 1), Piece("badge", 1, "https://a.org", image=True)], "one"),
        ([Piece("  one \t", 1), Piece(LINE_BREAK, 1), Piece(LINE_BREAK, 2)], "one"),
    ],
)
def test_the_words_of_pieces_are_on_one_line_and_those_of_images_are_none(pieces: list[Piece], text: str) -> None:
    assert pieces_text(pieces) == text


def test_a_row_is_all_its_cells_each_with_an_end() -> None:
    one, two = Piece("one", 4), Piece("two", 5)
    found = row(3, [(one,), (), (two,)], ("A", "B", "C"))
    assert (found.kind, found.line, found.header) == ("row", 3, ("A", "B", "C"))
    assert found.cells == ((one,), (), (two,))
    assert found.pieces == (one, Piece(LINE_BREAK, 4), Piece(LINE_BREAK, 3), two, Piece(LINE_BREAK, 5))


ADDRESSES = [
    ("", []),
    ("no address, not even www.a.org", ["no address, not even www.a.org"]),
    ("see https://a.org/x_y, or", ["see ", "<https://a.org/x_y>", ", or"]),
    ("https://a.org/图. http://b.org/?q=1#z!", ["<https://a.org/图>", ". ", "<http://b.org/?q=1#z>", "!"]),
    ("(https://a.org)|https://b.org|", ["(", "<https://a.org>", ")|", "<https://b.org>", "|"]),
    ("https:// alone", ["https:// alone"]),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_an_address_that_is_written_out_is_a_link_without_words(text: str, expected: list[str]) -> None:
    pieces = list(text_pieces(text, 7, "", strong=True, em=False))
    assert [f"<{piece.href}>" if piece.href else piece.text for piece in pieces] == expected
    assert all((piece.line, piece.strong, piece.em) == (7, True, False) for piece in pieces)
    assert not any(piece.text for piece in pieces if piece.href)


def test_the_text_of_a_link_holds_no_other_link() -> None:
    text = "see https://a.org"
    assert list(text_pieces(text, 1, "b", strong=False, em=True)) == [Piece(text, 1, "b", em=True)]


def test_of_much_text_the_beginning_is_read_and_every_link() -> None:
    long = Piece("a" * LONGEST_TEXT, 1)
    link, image = Piece("b", 2, "https://a.org"), Piece("", 3, image=True)
    assert readable_pieces([long, Piece("c", 2), link, image]) == (long, Piece("", 2, "https://a.org"), image)
    assert readable_pieces([Piece("d", 1), long, Piece(LINE_BREAK, 1)]) == (
        Piece("d", 1),
        Piece("a" * (LONGEST_TEXT - 1), 1),
    )
    assert readable_pieces([Piece("a", 1), link]) == (Piece("a", 1), link)
