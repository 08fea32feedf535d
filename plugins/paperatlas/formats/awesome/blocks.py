"""The blocks a text is made of, whatever it is written in: stretches of text and links, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

BlockKind = Literal["heading", "item", "row", "paragraph"]

LINE_BREAK = "\n"
"""The text of a piece that ends a line."""

LONGEST_TEXT = 1000
"""In characters. What tells titles, names and venues apart looks at a text again from each of its places. All of them
stand before an abstract, which alone may be longer."""

_BARE_URL = re.compile(r"https?://[^\s<>\"'\])}|]*[^\s<>\"'\])}|.,;:!?*]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style, or a link; `LINE_BREAK` is the end of a line."""

    text: str
    line: int
    """From 1."""
    href: str = ""
    strong: bool = False
    em: bool = False
    image: bool = False
    """Whether the text is only what stands for an image."""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """What stands in one place: a heading, a list item without the items in it, a row, or a paragraph."""

    kind: BlockKind
    line: int
    pieces: tuple[Piece, ...]
    level: int = 0
    """Of a heading, 1 to 6."""
    parent: int = -1
    """Of a list item: the number of the item it stands in, or -1."""
    cells: tuple[tuple[Piece, ...], ...] = ()
    """Of a row, of which `pieces` is everything."""
    header: tuple[str, ...] = ()
    """Of a row: what stands at the head of each column."""


def pieces_text(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces, without images, on one line."""
    return " ".join(
        "".join(" " if piece.text == LINE_BREAK else piece.text for piece in pieces if not piece.image).split()
    )


def readable_pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces with no more text than is read: all links, and the beginning of what is said of them."""
    found: list[Piece] = []
    left = LONGEST_TEXT
    for piece in pieces:
        text = piece.text[:left]
        left -= len(text)
        if text or piece.href or piece.image:
            found.append(piece if text == piece.text else replace(piece, text=text))
    return tuple(found)


def row(line: int, cells: Iterable[tuple[Piece, ...]], header: tuple[str, ...]) -> ListBlock:
    """Return a row of a table."""
    all_cells = tuple(cells)
    ends = (Piece(LINE_BREAK, cell[-1].line if cell else line) for cell in all_cells)
    pieces = readable_pieces(piece for cell, end in zip(all_cells, ends, strict=True) for piece in (*cell, end))
    return ListBlock("row", line, pieces, cells=all_cells, header=header)


def text_pieces(text: str, line: int, href: str, *, strong: bool, em: bool) -> Iterator[Piece]:
    """Yield a text as pieces: one, or more if it holds addresses that are written out."""
    if href:
        yield Piece(text, line, href, strong, em)
        return
    end = 0
    for match in _BARE_URL.finditer(text):
        if before := text[end : match.start()]:
            yield Piece(before, line, "", strong, em)
        yield Piece("", line, match[0], strong, em)
        end = match.end()
    if rest := text[end:]:
        yield Piece(rest, line, "", strong, em)
