"""The blocks of a .bib file, each laid out, and what is to stand between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.formatter.entry import LAYOUT_BREAK, doubt, lay_out_entry
from paperatlas.bibliography.formatter.rules import UNCERTAIN_TEXT
from paperatlas.bibliography.latex.spacing import end_of
from paperatlas.bibliography.model.complaints import Complaint, SourceBlock, complaint
from paperatlas.bibliography.reader.recover import recover
from paperatlas.bibliography.reader.scan import BLOCKS, scan
from paperatlas.bibliography.reader.split import RawEntry, split
from paperatlas.diagnostics.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperatlas.bibliography.reader.source import SourceText

_ENTRY, _TEXT = "entry", "text"

_LONG_LINE_END = re.compile("\r\n")
_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)*+")
_BRACKET = re.compile(r"[{}()\"]")
_COMMENT = re.compile(r"%[^\n]*")
_LEFTOVER = re.compile(
    r"[{}]"
    r"|(?<![\w.+-])@[ \t]*+[^\s@{}(),=\"#%'\\]*+\s*+(?=[{(])"
    r"|^[ \t]*+@(?!comment\b)[A-Za-z]++[ \t]++[^\s{(@,]++[ \t]*+,"
    r"|^[ \t]*+,?+[ \t]*+[A-Za-z][\w-]*+[ \t]*+=[ \t]*+(?=[{\"])",
    re.MULTILINE | re.IGNORECASE,
)
"""What text between blocks holds only if an entry is damaged: a brace without the other, a head, a field."""


class LaidBlock(NamedTuple):
    """A block as it is to be written, whether a blank line is above it in the source, and where it stands there."""

    kind: str
    text: str
    apart: bool
    span: Span
    start: int
    end: int


class LaidPiece(NamedTuple):
    """A block with what is above it, or what is behind the last one: as the source has it, and as it is to be written.

    What is to be written has BREAK for the line ends that the layout sets.
    """

    above_was: str
    above: str
    was: str = ""
    text: str = ""
    span: Span | None = None
    """Where the block begins; None behind the last one."""


class LibraryLayout:
    """The blocks of a file, each laid out, in the order of the file; or the problems that leave it as it is."""

    def __init__(self, source: SourceText, text: str) -> None:
        """Lay out a file; `text` is that of the source with its own line ends."""
        self.blocks: list[LaidBlock] = []
        self.problems: list[Problem] = []
        self._file = source.file
        self._text = text
        # Where the source, which has Unix line ends, is a character shorter than its text.
        self._shorter = [match.start() - number for number, match in enumerate(_LONG_LINE_END.finditer(text))]
        self._breaks = 0  # line ends since the last block
        chunks = scan(source.data).chunks
        first = chunks[0].start if chunks else len(source.data)
        before = SourceBlock(source.file, source.text(0, first), 1, 1)
        self._base = 0  # where the stretch at hand begins
        self._add_text(before, 0)
        self._base = len(before.text)
        for chunk in chunks:
            block = SourceBlock(source.file, source.text(chunk.start, chunk.end), chunk.line, chunk.column)
            end = self._add_other(block, chunk.kind) if chunk.kind in BLOCKS else self._add_entry(block)
            self._add_rest(block, end)
            self._base += len(block.text)

    def pieces(self) -> list[LaidPiece]:
        """Return the whole file in pieces."""
        pieces = []
        end, above = 0, None
        for block in self.blocks:
            own = self._own(block.start, block.end)
            pieces.append(LaidPiece(self._own(end, block.start), _gap(above, block), own, block.text, block.span))
            end, above = block.end, block
        behind = self._text[self._offset(end) :]
        return [*pieces, LaidPiece(behind, LAYOUT_BREAK if self.blocks else "")]

    def difference(self, other: LibraryLayout) -> Problem:
        """Return the problem of a layout that reads as another one, at the first block that does."""
        pairs = zip_longest(self.blocks, other.blocks)
        first = next((ours for ours, theirs in pairs if ours and (theirs is None or ours[:2] != theirs[:2])), None)
        span = first.span if first else Span(self._file)
        return UNCERTAIN_TEXT.at(span, "anew")

    def _add_entry(self, block: SourceBlock) -> int:
        """Lay out an entry; where it ends."""
        raw, flaws = _read(block.text)
        if raw is None or flaws:
            self.problems += block.problems(flaws)
            return len(block.text)
        self._add(_ENTRY, lay_out_entry(block.text, raw, self._keep), block, 0, raw.end)
        return raw.end

    def _add_other(self, block: SourceBlock, kind: str) -> int:
        """Add a block that is no entry, as it is; where it ends."""
        end = _closing(block.text)
        if end < 0:
            self.problems.append(rules.UNCLOSED_BRACE.at(block.span(0), "block", kind=kind))
            return len(block.text)
        if kind == "string":
            raw, complaints = recover(block.text)
            flaws = _flaws(complaints)
            if not flaws and (raw is None or raw.key or not raw.fields or raw.end != end):
                flaws = [Complaint(rules.BROKEN_STRING, 0)]
            self.problems += block.problems(flaws)
        self._add(kind, self._keep(0, end), block, 0, end)
        return end

    def _add_rest(self, block: SourceBlock, start: int) -> None:
        """Add what follows a block: the rest of its line stays there, and more lines are a block of text."""
        line_end = block.text.find("\n", start)
        line_end = len(block.text) if line_end < 0 else line_end
        if block.text[start:line_end].strip(" \t"):
            self._check_text(block, start, line_end)
            last = self.blocks[-1]
            self.blocks[-1] = last._replace(text=last.text + self._keep(start, line_end), end=self._base + line_end)
        self._add_text(block, line_end)

    def _add_text(self, block: SourceBlock, start: int) -> None:
        """Add the text from an offset to the end of a block, without the blank lines around it."""
        text = block.text
        first = end_of(_BLANK_LINES, text, start)
        self._breaks += text.count("\n", start, first)
        last = first + len(text[first:].rstrip(" \t\n"))
        if first >= last:
            return
        line_end = text.find("\n", last)
        line_end = len(text) if line_end < 0 else line_end
        self._check_text(block, first, line_end)
        self._add(_TEXT, self._keep(first, line_end), block, first, line_end)
        self._breaks = text.count("\n", line_end)

    def _add(self, kind: str, text: str, stretch: SourceBlock, start: int, end: int) -> None:
        """Add a block that stands in a stretch of the source."""
        span = stretch.span(start)
        self.blocks.append(LaidBlock(kind, text, self._breaks > 1, span, self._base + start, self._base + end))
        self._breaks = 0

    def _check_text(self, block: SourceBlock, start: int, end: int) -> None:
        """Report what looks like a part of an entry in text between blocks."""
        offset = _leftover(block.text[start:end])
        if offset is not None:
            self.problems.append(UNCERTAIN_TEXT.at(block.span(start + offset)))

    def _keep(self, start: int, end: int) -> str:
        """Return what is between two offsets of the stretch at hand, with its own line ends."""
        return self._own(self._base + start, self._base + end)

    def _own(self, start: int, end: int) -> str:
        """Return what is between two offsets of the source, with its own line ends."""
        return self._text[self._offset(start) : self._offset(end)]

    def _offset(self, offset: int) -> int:
        """Return where in the text an offset of the source is."""
        return offset + bisect_left(self._shorter, offset)


def _gap(above: LaidBlock | None, block: LaidBlock) -> str:
    """Return what is to stand above a block."""
    if above is None:
        return ""
    tight = not block.apart and above.kind != _ENTRY and (block.kind != _ENTRY or above.kind == _TEXT)
    return LAYOUT_BREAK if tight else LAYOUT_BREAK * 2


def _read(text: str) -> tuple[RawEntry | None, list[Complaint]]:
    """Return the entry a block's text begins with, and what keeps it from being read whole."""
    raw = split(text)
    flaws: list[Complaint] = []
    if raw is None:
        raw, complaints = recover(text)
        flaws = _flaws(complaints)
    if raw is None:
        return None, [Complaint(rules.BROKEN_ENTRY, 0)]
    if not raw.key:
        flaws.append(complaint(rules.MISSING_KEY, 0, "unformatted"))
    if not flaws and (found := doubt(text, raw)) is not None:
        offset, variant, name = found
        flaws = [complaint(UNCERTAIN_TEXT, offset, variant, name=name)]
    return raw, flaws


def _flaws(complaints: Iterable[Complaint]) -> list[Complaint]:
    """Return the complaints about what was guessed: all, but for comments, which have their place in the layout."""
    return [each for each in complaints if each.rule is not rules.COMMENT_IN_ENTRY]


def _closing(text: str) -> int:
    """Return the offset after the brace or parenthesis that ends the block a text begins with; -1 if none does."""
    opener, depth, quoted = "", 0, False
    for match in _BRACKET.finditer(text):
        sign = match[0]
        if not opener:
            opener = sign
        elif sign == '"' and depth == 0:
            quoted = not quoted
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and not quoted and sign == {"{": "}", "(": ")"}[opener]:
            return match.end()
    return -1


def _leftover(text: str) -> int | None:
    """Return the offset of what looks like a lost part of an entry, unless it stands in a comment or in braces."""
    text = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    opened: list[int] = []
    for match in _LEFTOVER.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif not opened:
            return match.start()
        elif match[0] == "}":
            opened.pop()
    return opened[0] if opened else None
