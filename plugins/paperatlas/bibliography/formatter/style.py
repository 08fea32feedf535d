"""One style for .bib files: `style_problems` finds what is laid out otherwise, and touches no value.

    @type{key,
      name         = {value},
    }

- Types of entries and names of fields are in lower case, the names padded to twelve characters. Fields stand in
  one order (see `field_order`), those of one name in the order of the file. An entry written in
  parentheses keeps them.
- A value is kept byte for byte: its delimiters, its macros and `#`, each of its lines.
- `@string`, `@preamble`, `@comment` and the text between blocks stay where they are, byte for byte.
- One blank line stands around an entry; text that stands directly above an entry stays there. Between other
  blocks, several blank lines become one. What follows a closing brace on its line stays on that line.
- A `%` comment inside an entry moves with the field it stands beside, or above.
- A file keeps its encoding, its byte order mark, and the line ends that most of its lines have.

A file that cannot be read whole is refused: to mend it is a person's work.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from textwrap import shorten

from paperatlas.bibliography import rules
from paperatlas.bibliography.formatter.entry import LAYOUT_BREAK
from paperatlas.bibliography.formatter.layout import LaidPiece, LibraryLayout
from paperatlas.bibliography.formatter.rules import NOT_IN_STYLE
from paperatlas.bibliography.reader.source import source_of
from paperatlas.diagnostics.encodings import mark_of
from paperatlas.diagnostics.problem import Edit, Problem, Span, in_order

_LONGEST_LINE = 60
"""How many characters of a formatted line are shown: enough to see its indentation, name and delimiters."""
_LINE_END = re.compile(r"\r\n|\r|\n")


def style_problems(data: bytes, file: str) -> tuple[list[Problem], list[Problem]]:
    """Return what is not in style in a .bib file, each with its edit; and why it is refused, if it is."""
    source = source_of(file, data)
    if source.problems:
        return [], in_order(source.problems)
    mark, encoding = mark_of(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return [], [rules.NOT_UTF8.at(Span(file, 1, 1), "broken", encoding=encoding[:6].upper())]
    layout = LibraryLayout(source, text)
    if layout.problems:
        return [], in_order(layout.problems)
    pieces = layout.pieces()
    laid = _joined(pieces)
    line_end = _line_end(text, laid)
    result = laid.replace(LAYOUT_BREAK, line_end)
    # The proof: what was laid out must read as the same blocks, and be laid out the same again.
    again = LibraryLayout(source_of(file, result.encode()), result)
    if again.problems or _joined(again.pieces()) != laid:
        return [], [layout.difference(again)]
    return _changes(pieces, line_end, file), []


def _joined(pieces: list[LaidPiece]) -> str:
    """Return the whole file as it is to be written."""
    return "".join(chain.from_iterable((piece.above, piece.text) for piece in pieces))


def _line_end(text: str, laid: str) -> str:
    """Return the line end of most lines that the layout sets anew; if it sets none, of those it keeps."""
    as_they_are = Counter(_LINE_END.findall(laid))
    counts = Counter(_LINE_END.findall(text)) - as_they_are or as_they_are
    return counts.most_common(1)[0][0] if counts else "\n"


def _changes(pieces: list[LaidPiece], line_end: str, file: str) -> list[Problem]:
    """Return a problem for each piece that is to be written otherwise than it is."""
    problems = []
    at = Span(file, 1, 1)
    for piece in pieces:
        was = _LINE_END.sub("\n", piece.above_was + piece.was)
        span = at.covering(was)
        above, text = piece.above.replace(LAYOUT_BREAK, line_end), piece.text.replace(LAYOUT_BREAK, line_end)
        if (above, text) != (piece.above_was, piece.was):
            variant = "end" if piece.span is None else "gap" if text == piece.was else ""
            problem = NOT_IN_STYLE.at(piece.span or at, variant) if variant else _first_change(piece, file)
            problems.append(problem.mended_by(Edit(span, above + text, was)))
        at = Span(file, span.end_line, span.end_column)
    return problems


def _first_change(piece: LaidPiece, file: str) -> Problem:
    """Return the problem of an entry that is laid out otherwise, at its first line that is to be another."""
    was, text = piece.was.split("\n"), piece.text.replace(LAYOUT_BREAK, "\n").split("\n")
    at = next((at for at, (old, new) in enumerate(zip(was, text, strict=False)) if old.rstrip("\r") != new), 0)
    start = piece.span or Span(file, 1, 1)
    span = Span(file, start.line + at, 1) if at else start
    return NOT_IN_STYLE.at(span, written=shorten(text[at].strip(), _LONGEST_LINE, placeholder=" …"))
