"""The blocks of a Markdown file, read as GitHub shows it: CommonMark with tables, and HTML wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from paperatlas.formats.awesome.blocks import BREAK, Block, Piece, row, text_pieces, words
from paperatlas.formats.awesome.html_blocks import html_blocks, inline_tag

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_STYLES = {"strong": "strong", "em": "em", "b": "strong", "i": "em"}


def markdown_blocks(text: str) -> list[Block]:
    """Every block of a Markdown text, in order."""
    found: list[Block] = []
    for node in SyntaxTreeNode(_MARKDOWN.parse(text)).children:
        _read(node, -1, found)
    return found


def _read(node: SyntaxTreeNode, item: int, found: list[Block]) -> None:
    """Add the blocks of a node; `item` is the number of the list item it stands in, or -1.

    There is no deeper nesting than the 20 levels that markdown-it reads.
    """
    line = node.map[0] + 1 if node.map else 0
    if node.type == "heading":
        found.append(Block("heading", line, _inline(node, line), level=int(node.tag[1:])))
    elif node.type == "paragraph":
        _add(found, item, Block("paragraph", line, _inline(node, line)))
    elif node.type == "html_block":
        for block in html_blocks(node.content, line):
            _add(found, item, block)
    elif node.type == "table":
        found += _rows(node)
    elif node.type == "list_item":
        found.append(Block("item", line, (), parent=item))
        number = len(found) - 1
        for child in node.children:
            _read(child, number, found)
    elif node.type != "inline":
        for child in node.children:
            _read(child, item, found)


def _add(found: list[Block], item: int, block: Block) -> None:
    """Add a block; a paragraph in a list item is more of the item."""
    if item < 0 or block.kind != "paragraph":
        found.append(block)
        return
    before = found[item].pieces
    gap = (Piece(BREAK, block.line),) if before else ()
    found[item] = replace(found[item], pieces=(*before, *gap, *block.pieces))


def _rows(table: SyntaxTreeNode) -> Iterator[Block]:
    header: tuple[str, ...] = ()
    for line_of_table in table.walk():
        if line_of_table.type != "tr":
            continue
        line = line_of_table.map[0] + 1 if line_of_table.map else 0
        cells = tuple(_inline(cell, line) for cell in line_of_table.children)
        if line_of_table.parent and line_of_table.parent.type == "thead":
            header = tuple(words(cell) for cell in cells)
        else:
            yield row(line, cells, header)


def _inline(node: SyntaxTreeNode, line: int) -> tuple[Piece, ...]:
    """What stands in a block that holds text."""
    return tuple(
        piece
        for child in node.children
        if child.type == "inline" and child.token is not None
        for piece in _pieces(child.token.children or [], line)
    )


@dataclass
class _Style:
    """What is open in running text: a link, and how often bold and italic type."""

    href: str = ""
    strong: int = 0
    em: int = 0

    def turn(self, style: str, step: int) -> None:
        """Open or close a style."""
        if style == "strong":
            self.strong = max(0, self.strong + step)
        elif style == "em":
            self.em = max(0, self.em + step)


def _pieces(tokens: list[Token], line: int) -> Iterator[Piece]:
    style = _Style()
    for token in tokens:
        kind = token.type
        if kind in ("softbreak", "hardbreak"):
            yield Piece(BREAK, line)
            line += 1
        elif kind in ("text", "code_inline", "text_special"):
            yield from text_pieces(token.content, line, style.href, strong=style.strong > 0, em=style.em > 0)
        elif kind == "image":
            yield Piece(token.content, line, style.href, image=True)
        elif kind in ("link_open", "link_close"):
            style.href = str(token.attrs.get("href", ""))
        elif kind == "html_inline":
            yield from _tag(token.content, line, style)
            line += token.content.count("\n")
        else:
            style.turn(kind.partition("_")[0], token.nesting)


def _tag(source: str, line: int, style: _Style) -> Iterator[Piece]:
    """What an HTML tag in running text stands for."""
    name, opens, said = inline_tag(source)
    if name == "a":
        style.href = said if opens else ""
    elif name == "img":
        yield Piece(said, line, style.href, image=True)
    elif name == "br":
        yield Piece(BREAK, line)
    else:
        style.turn(_STYLES.get(name, ""), 1 if opens else -1)
