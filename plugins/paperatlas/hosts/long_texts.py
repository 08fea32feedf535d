"""An extension of Python-Markdown for paragraphs without end.

Python-Markdown writes the rest of a paragraph anew for each link, citation or emphasis in it, which takes the square of
their number: 140 s for 50,000. Here it is given a long paragraph in pieces, and what it makes of them is put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

LONG_TEXTS = "paperatlas.hosts.long_texts"
"""What a configuration calls the extension."""
_LONG = 20_000
"""In characters: the length of a piece. Prose has no paragraph of twice that, below which nothing is divided."""
_PIECE = "paperatlas-piece"
_BEHIND_BLOCKS, _BEHIND_INLINE = 21, 19
"""On both sides of what makes elements of marks in a text (20)."""
_PAIRS = (("[", "]"), ("(", ")"), ("<", ">"))
_TOKEN = re.compile(r"(?P<blank>(?<=\S)\s)|(?P<stop>[，、；。])|[\[\]()<>]|`+|\*+|_+|~+|\^+")
"""What a piece may end before, what it may end behind, as it may behind an element, and the marks."""


class LongTexts(Extension):
    """Divides long texts, and joins what became of them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Stand on both sides of the step that takes the time."""
        md.treeprocessors.register(_Divide(md), "paperatlas-divide", _BEHIND_BLOCKS)
        md.treeprocessors.register(_Join(md), "paperatlas-join", _BEHIND_INLINE)


def makeExtension(**options: object) -> LongTexts:  # noqa: N802 - as Python-Markdown has it
    """Return the extension."""
    return LongTexts(**options)


def pieces_of(text: str) -> Iterator[str]:
    """Divide a text where a word ends and no mark is open; where there is no such place for long, behind any word."""
    start = 0
    while len(text) - start > 2 * _LONG:
        end = _end_of_piece(text, start)
        yield text[start:end]
        start = end
    yield text[start:]


def _end_of_piece(text: str, start: int) -> int:
    marks: dict[str, int] = {}
    last = 0
    for token in _TOKEN.finditer(text, start, start + 2 * _LONG):
        if token.lastgroup is None:
            marks[token[0]] = marks.get(token[0], 0) + 1
        if token.start() < start + _LONG or not (token.lastgroup or token[0] == ">"):
            continue
        end = token.start() if token["blank"] else token.end()
        if _are_closed(marks):
            return end
        if marks.get("<") == marks.get(">"):
            last = end
    return last or start + 2 * _LONG


def _are_closed(marks: Mapping[str, int]) -> bool:
    """Return whether each bracket that opens closes, and each mark that begins something ends it."""
    pairs = {mark for pair in _PAIRS for mark in pair}
    return all(marks.get(opens, 0) == marks.get(closes, 0) for opens, closes in _PAIRS) and not any(
        count % 2 for mark, count in marks.items() if mark not in pairs
    )


class _Divide(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            text = element.text
            if text and len(text) > 2 * _LONG and not isinstance(text, AtomicString):
                element.text, *rest = pieces_of(text)
                for number, piece in enumerate(rest):
                    part = Element(_PIECE)
                    part.text = piece
                    element.insert(number, part)


class _Join(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in [parent for parent in root.iter() if parent.find(_PIECE) is not None]:
            _join(parent)


def _join(parent: Element) -> None:
    """Put what is in the pieces of an element where the pieces are."""
    children: list[Element] = []
    for child in parent:
        if child.tag != _PIECE:
            children.append(child)
            continue
        if children:
            children[-1].tail = (children[-1].tail or "") + (child.text or "")
        else:
            parent.text = (parent.text or "") + (child.text or "")
        children += child
    parent[:] = children
