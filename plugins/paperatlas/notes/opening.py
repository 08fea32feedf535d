"""How a page begins: its first sentences as plain text, for whoever describes it in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from paperatlas.notes.citations.masking import DEFINITION, blank_code
from paperatlas.text.shortened import shortened

LONGEST = 160
"""What search engines show of a description."""
READ = 4000
"""So many characters of a paragraph are read for it, links and marks included: one without end costs nothing."""
_LITTLE = 60
"""So many characters are half a line of a result of a search."""

_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
_HEADING_LINES = re.compile(r"\A(?:[ \t]*\n|#{1,6}(?:[ \t][^\n]*)?(?:\n|\Z)|[^\n]+\n[ \t]*(?:=+|--+)[ \t]*(?:\n|\Z))+")
_NO_PROSE = re.compile(
    r"(?: {4}|\t)|[ \t]*(?:[|>:]|[-*+][ \t]|\d+[.)][ \t]|!!!|\?\?\?|===|///|:::|--8<--|\{[%!:.#-]|\[\^|\*\[|[-*_]{3})"
    rf"|\[TOC\]|{DEFINITION}",
    re.MULTILINE,
)
"""What a paragraph does not begin with: those of lists, tables, quotations, admonitions, definitions, directives."""
_UNSEEN = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>|\{[:.#][^{}\n]*\}", re.DOTALL)
_REFERENCE = re.compile(r"\[(?P<label>[^\[\]]+)\]\[[^\[\]]*\]|<(?P<address>https?://[^<>\s]+)>")
_EMPHASIS = re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_END = re.compile(
    r"(?<=[。！？])(?![”’」』）》])|(?<=[。！？][”’」』）》])"
    r"|(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bal\.)(?<!\bcf\.)(?<!\bvs\.)(?<!\b[A-Z]\.)(?<!\bDr\.)[ ](?=[^a-z])"
    r"|(?<=[.!?][”\")])[ ]"
)
"""Where a sentence ends: not behind an initial or an abbreviation, nor before a small letter."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs of prose stand in a Markdown text."""
    visible = blank_code(text)
    for match in _PARAGRAPH.finditer(text):
        heading = _HEADING_LINES.match(match[0])
        start = match.start() + (heading.end() if heading else 0)
        shown = visible[start : match.end()]
        if any(map(str.isalpha, shown)) and not _NO_PROSE.match(text[start : match.end()].lstrip("\n")):
            yield start, match.end()


def without_unseen(text: str) -> str:
    """Return a paragraph of Markdown without HTML and what only programs read."""
    seen = _UNSEEN.sub("", _REFERENCE.sub(lambda match: match["label"] or match["address"], text))
    return _ESCAPED.sub(r"\1", unescape(_EMPHASIS.sub(r"\1", seen)))


def first_sentences(text: str) -> str:
    """Return as many sentences of a plain text as there is room for; where these say too little, cut one short."""
    ends = [match.start() for match in _END.finditer(text)] + [len(text)]
    room = max((end for end in ends if end <= LONGEST), default=0)
    says_little = room < _LITTLE and room < len(text)
    return shortened(text, LONGEST - 1) if says_little else text[:room].strip()
