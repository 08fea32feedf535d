"""The blocks of a Markdown file, read as GitHub shows it: CommonMark with tables, and HTML wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from paperatlas.formats.awesome.blocks import (
    LINE_BREAK,
    BlockKind,
    ListBlock,
    Piece,
    pieces_text,
    readable_pieces,
    row,
    text_pieces,
)

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_BLOCKS: dict[str, BlockKind] = {
    **dict.fromkeys(("p", "div", "ul", "ol", "table", "tbody", "thead"), "paragraph"),
    **dict.fromkeys(("details", "summary", "blockquote", "center"), "paragraph"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "item",
    "tr": "row",
}
"""The block that a tag begins; it ends where any of these tags begins or ends."""
_CELLS = frozenset({"td", "th"})
_STYLES = {"strong": "strong", "b": "strong", "th": "strong", "em": "em", "i": "em"}
_INLINE_TAG = re.compile(r"</?(?:a|img|br|strong|b|em|i)\b", re.IGNORECASE)


def markdown_blocks(text: str) -> list[ListBlock]:
    """Return every block of a Markdown text, in order."""
    reader = _Reader()
    for token in _MARKDOWN.parse(text):
        reader.read(token)
    return reader.found


_CHECK_BOX = re.compile(r"\A\s*\[[ xX✓✔]\](?=\s)")
"""Of a list of tasks: what has been read."""


class _Reader(HTMLParser):
    """What has been read, and what is open.

    The library calls the `handle_…` methods for HTML, and `read` calls them for Markdown, with the tags it stands for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[ListBlock] = []
        self._items: list[int] = []
        """The numbers of the Markdown list items that are open."""
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._pieces: list[Piece] = []
        self._cells: list[tuple[Piece, ...]] = []
        self._heads = 0
        self._header: tuple[str, ...] = ()
        self._begin_text(1)

    def read(self, token: Token) -> None:
        """Read a part of a Markdown text."""
        line = token.map[0] + 1 if token.map else 0
        if token.type == "inline":
            self._begin_text(line)
            self._read_inline(token.children or ())
            if self._kind != "row":
                self._add(line)
        elif token.type == "html_block":
            self._begin_text(line)
            self._header = ()
            self.feed(token.content)
            self.close()
            self._finish()
        elif token.type == "list_item_open":
            self.found.append(ListBlock("item", line, (), parent=self._items[-1] if self._items else -1))
            self._items.append(len(self.found) - 1)
        elif token.type == "list_item_close":
            self._items.pop()
        elif token.type == "thead_close":
            self.found.pop()  # The one row in it has become the header.
        elif token.nesting > 0:
            self.handle_starttag(token.tag, [])
        elif token.nesting < 0:
            self.handle_endtag(token.tag)

    def _begin_text(self, line: int) -> None:
        """Begin a stretch of text or HTML: what was left open before it does not reach into it."""
        self.reset()
        self._first_line = line
        self._href = ""
        self._depth = {"strong": 0, "em": 0}

    @property
    def _line(self) -> int:
        return self._first_line + self.getpos()[0] - 1

    def _read_inline(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if token.type in ("softbreak", "hardbreak"):
                self.handle_starttag("br", [])
                self._first_line += 1
            elif token.type in ("text", "code_inline"):
                self._add_text(token.content, self._line)
            elif token.type == "image":
                self.handle_starttag("img", [("alt", token.content)])
            elif token.type == "html_inline" and _INLINE_TAG.match(token.content):
                self.feed(token.content)
            elif token.type == "html_inline":
                self._first_line += token.content.count("\n")
            elif token.nesting > 0:
                self.handle_starttag(token.tag, [("href", str(token.attrs.get("href", "")))])
            else:
                self.handle_endtag(token.tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _BLOCKS:
            self._finish()
            self._kind = _BLOCKS[tag]
            self._level = int(tag[1]) if self._kind == "heading" else 0
        elif tag in _CELLS:
            self._close_cell()
            self._heads += tag == "th"
        elif tag == "a":
            self._href = values.get("href") or ""
        elif tag == "img":
            self._pieces.append(Piece(values.get("alt") or "", self._line, self._href, image=True))
        elif tag == "br" and self._href:  # a title goes on
            self._add_text(" ", self._line)
        elif tag == "br":
            self._pieces.append(Piece(LINE_BREAK, self._line))
        if tag in _STYLES:
            self._depth[_STYLES[tag]] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _BLOCKS or tag in _CELLS:  # Of a link or a style, browsers overlook that it is closed at once.
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS and self._kind == "row":
            self._cells.append(self._take_pieces())
        elif tag in _BLOCKS:
            self._finish()
        elif tag == "a":
            self._href = ""
        if tag in _STYLES:
            self._depth[_STYLES[tag]] = max(0, self._depth[_STYLES[tag]] - 1)

    def handle_data(self, data: str) -> None:
        line = self._line
        for number, text in enumerate(data.split("\n"), line):
            if number > line and self._pieces and not self._href:
                self._pieces.append(Piece(LINE_BREAK, number))
            if text.strip():
                self._add_text(text, number)

    def _add_text(self, text: str, line: int) -> None:
        styles = {style: depth > 0 for style, depth in self._depth.items()}
        if not self._pieces:
            text = _CHECK_BOX.sub("", text)
        self._pieces += text_pieces(text, line, self._href, **styles)

    def _finish(self) -> None:
        """End the block that is open, if anything stands in it."""
        self._close_cell()
        if self._cells:
            if self._heads == len(self._cells):
                self._header = tuple(pieces_text(cell) for cell in self._cells)
            lines = (piece.line for cell in self._cells for piece in cell if piece.text != LINE_BREAK)
            self.found.append(row(next(lines, self._line), self._cells, self._header))
        elif line := next((piece.line for piece in self._pieces if piece.text.strip() or piece.href), 0):
            self._add(line)
        self._kind, self._pieces, self._cells, self._heads = "paragraph", [], [], 0

    def _add(self, line: int) -> None:
        """Add a block of what has been read; a paragraph in a Markdown list item is more of the item."""
        pieces, kind, self._kind = self._take_pieces(), self._kind, "paragraph"
        if kind != "paragraph" or not self._items:
            self.found.append(ListBlock(kind, line, pieces, level=self._level if kind == "heading" else 0))
            return
        item = self.found[self._items[-1]]
        gap = (Piece(LINE_BREAK, line),) if item.pieces else ()
        self.found[self._items[-1]] = replace(item, pieces=readable_pieces((*item.pieces, *gap, *pieces)))

    def _close_cell(self) -> None:
        """End a cell that nobody closed."""
        if self._kind == "row" and self._pieces:
            self._cells.append(self._take_pieces())

    def _take_pieces(self) -> tuple[Piece, ...]:
        pieces, self._pieces = readable_pieces(self._pieces), []
        return pieces
