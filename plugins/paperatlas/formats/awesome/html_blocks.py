"""The blocks of the HTML that stands in a Markdown file."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from paperatlas.formats.awesome.blocks import BREAK, Block, Piece, row, text_pieces, words

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ATTRIBUTE = re.compile(r"\b(href|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STYLES = {"strong": "strong", "b": "strong", "th": "strong", "em": "em", "i": "em"}
_ENDS = frozenset({"p", "div", "ul", "ol", "table", "tbody", "thead", "details", "summary", "blockquote", "center"})
_CELLS = frozenset({"td", "th"})


def inline_tag(source: str) -> tuple[str, bool, str]:
    """A tag in running text: its name, whether it opens, and where it leads (of an image: what stands for it)."""
    match = _TAG.match(source)
    if match is None:
        return "", False, ""
    wanted = "alt" if match[2].lower() == "img" else "href"
    found = {one[1].lower(): one[2] or one[3] or one[4] or "" for one in _ATTRIBUTE.finditer(match[3])}
    return match[2].lower(), not match[1], unescape(found.get(wanted, ""))


def html_blocks(source: str, line: int) -> list[Block]:
    """The blocks of a piece of HTML that begins at `line`. What is not closed ends with it."""
    reader = _Reader(line)
    reader.feed(source)
    reader.close()
    reader.finish()
    return reader.found


class _Reader(HTMLParser):
    """What has been read, and what is open: the library calls a method for each tag."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.found: list[Block] = []
        self._first_line = line
        self._kind: str = "paragraph"
        self._pieces: list[Piece] = []
        self._cells: list[tuple[Piece, ...]] = []
        self._header: tuple[str, ...] = ()
        self._href = ""
        self._depth = {"strong": 0, "em": 0}
        self._heads = 0

    @property
    def _line(self) -> int:
        return self._first_line + self.getpos()[0] - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _HEADINGS or tag in _ENDS or tag in ("li", "tr"):
            self.finish()
            self._kind = "item" if tag == "li" else tag if tag == "tr" or tag in _HEADINGS else "paragraph"
        elif tag in _CELLS:
            self._close_cell()
            self._heads += tag == "th"
        elif tag == "a":
            self._href = values.get("href") or ""
        elif tag == "img":
            self._pieces.append(Piece(values.get("alt") or "", self._line, self._href, image=True))
        elif tag == "br":
            self._pieces.append(Piece(BREAK, self._line))
        if tag in _STYLES:
            self._depth[_STYLES[tag]] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS and self._kind == "tr":
            self._cells.append(self._taken())
        elif tag in _HEADINGS or tag in _ENDS or tag in ("li", "tr"):
            self.finish()
        elif tag == "a":
            self._href = ""
        if tag in _STYLES:
            self._depth[_STYLES[tag]] = max(0, self._depth[_STYLES[tag]] - 1)

    def handle_data(self, data: str) -> None:
        line = self._line
        for number, text in enumerate(data.split("\n")):
            if number and self._pieces and not self._href:
                self._pieces.append(Piece(BREAK, line + number))
            if text.strip():
                styles = {name: depth > 0 for name, depth in self._depth.items()}
                self._pieces += text_pieces(text, line + number, self._href, **styles)

    def finish(self) -> None:
        """End the block that is open."""
        self._close_cell()
        pieces, line = self._taken(), self._line
        if self._kind == "tr" and self._cells:
            if self._heads == len(self._cells):
                self._header = tuple(words(cell) for cell in self._cells)
            self.found.append(row(_line_of(self._cells, line), self._cells, self._header))
        elif any(piece.text.strip() or piece.href for piece in pieces):
            first = next(piece.line for piece in pieces if piece.text.strip() or piece.href)
            if level := _HEADINGS.get(self._kind, 0):
                self.found.append(Block("heading", first, pieces, level=level))
            else:
                self.found.append(Block("item" if self._kind == "item" else "paragraph", first, pieces))
        self._cells, self._heads, self._kind = [], 0, "paragraph"

    def _close_cell(self) -> None:
        """End a cell that nobody closed."""
        if self._kind == "tr" and self._pieces:
            self._cells.append(self._taken())

    def _taken(self) -> tuple[Piece, ...]:
        taken = tuple(self._pieces)
        self._pieces.clear()
        return taken


def _line_of(cells: list[tuple[Piece, ...]], otherwise: int) -> int:
    return next((piece.line for cell in cells for piece in cell if piece.text != BREAK), otherwise)
