"""One style for .bib files: `format_source` lays a file out anew and touches no value.

    @type{key,
      name         = {value},
    }

- An entry's type and the names of its fields are in lower case, the names padded to twelve characters; the
  fields stand in one order (see `formatting_order`), those of one name in the order of the file. An entry in
  parentheses keeps them.
- A value is kept byte for byte: its delimiters, macros and `#`, and every line of it.
- `@string`, `@preamble`, `@comment` and text between entries stay in place, byte for byte. Around an entry
  stands one blank line, but text on the line above it stays there. Between other blocks blank lines are
  neither begun nor ended, only reduced to one. What follows a closing brace on its line stays on that line.
- A `%` comment inside an entry moves with the field it stands above, or beside.
- A file keeps its encoding, its byte order mark, and the line ends it mostly has.

A file that cannot be read whole is refused: what is wrong in it is for a person to mend.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.complaints import Block
from paperatlas.bibliography.formatting_entry import BREAK, doubt, lay_out
from paperatlas.bibliography.recover import recover
from paperatlas.bibliography.scan import BLOCKS, scan
from paperatlas.bibliography.source import Source, source_of
from paperatlas.bibliography.split import split
from paperatlas.problems import Place, Problem, Rule, in_order

UNCERTAIN_TEXT = Rule(
    "FMT001",
    "uncertain-text",
    "error",
    "It is not certain what this text belongs to, so the file is not formatted.",
    "Formatting moves fields and lines, which is safe only where every character has its place: in an entry, "
    "in another block, or in text that looks like neither. The file is left as it is.",
    "@book{a,\n  title = {One},\n}\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
)

RULES: tuple[Rule, ...] = (UNCERTAIN_TEXT,)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENTRY, _TEXT = "", "text"
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)*+")
_BRACKET = re.compile(r"[{}()\"]")
_COMMENT = re.compile(r"%[^\n]*")
_LEFTOVER = re.compile(
    r"(?P<brace>[{}])"
    r"|(?<![\w.+-])@[ \t]*[^\s@{}(),=\"#%'\\]*\s*[{(]"
    r"|^[ \t]*@(?!comment\b)[A-Za-z]+[ \t]+[^\s{(@,]+[ \t]*,"
    r"|^[ \t]*,?[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"]",
    re.MULTILINE | re.IGNORECASE,
)


class _Laid(NamedTuple):
    """A block as it is to be written, and whether a blank line stands before it in the source."""

    kind: str
    text: str
    apart: bool


def format_source(data: bytes, file: str) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a .bib file in the one style; None and the reasons if the file cannot be read whole."""
    source = source_of(file, data)
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    if source.problems:
        return None, in_order(source.problems)
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError:
        message = f"The file begins like {encoding[:6].upper()}, but part of it is not."
        return None, [rules.NOT_UTF8.at(Place(file, 1, 1), message, "Save it as UTF-8.")]
    layout = _Layout(source, _LINE_END.findall(text))
    if layout.problems:
        return None, in_order(layout.problems)
    laid = layout.text()
    kept = Counter(_LINE_END.findall(laid))
    free = Counter(layout.ends) - kept or kept or Counter(["\n"])
    result = bom + laid.replace(BREAK, free.most_common(1)[0][0]).encode(encoding)
    again = source_of(file, result)
    return None, []


class _Layout:
    """The blocks of a file, laid out in order."""

    def __init__(self, source: Source, ends: list[str]) -> None:
        self.ends = ends
        self.blocks: list[_Laid] = []
        self.problems: list[Problem] = []
        self._plain = set(ends) <= {"\n"}
        self._breaks = 0
        chunks = scan(source.data).chunks
        first = chunks[0].start if chunks else len(source.data)
        self._add_text(Block(source.file, source.text(0, first), 1, 1), 0)
        for chunk in chunks:
            block = Block(source.file, source.text(chunk.start, chunk.end), chunk.line, chunk.column)
            end = self._add_other(block, chunk.kind) if chunk.kind in BLOCKS else self._add_entry(block)
            self._add_rest(block, end)
