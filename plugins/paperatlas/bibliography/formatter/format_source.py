"""One style for .bib files: `format_source` lays a file out anew and touches no value.

    @type{key,
      name         = {value},
    }

- Types of entries and names of fields are in lower case, the names padded to twelve characters. Fields stand in
  one order (see `formatting_order`), those of one name in the order of the file. An entry written in
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
from functools import partial
from itertools import chain, pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.formatter.entry import BREAK, doubt, lay_out_entry
from paperatlas.bibliography.latex.spacing import end_of
from paperatlas.bibliography.model.complaints import Complaint, SourceBlock, complaint
from paperatlas.bibliography.reader.recover import recover
from paperatlas.bibliography.reader.scan import BLOCKS, scan
from paperatlas.bibliography.reader.source import Source, mark_of, source_of
from paperatlas.bibliography.reader.split import RawEntry, split
from paperatlas.diagnostics.problem import Problem, Rule, Span, Wording, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

_CHECK = "Check the braces, quotation marks and commas around it."

UNCERTAIN_TEXT = Rule(
    "FMT001",
    "uncertain-text",
    "error",
    "It is not certain what this text belongs to, so the file is not formatted.",
    "Formatting moves fields and lines. That is safe only if it is certain what each text belongs to: "
    "an entry, another block, or text outside both. The file is not changed.",
    "@book{a,\n  title = {One},\n}\n\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
    message="This looks like a part of an entry, but it is outside any entry.",
    hint="Check the braces above it, or put '%' before text that does not belong to an entry.",
    variants={
        "anew": Wording("After formatting, this would be read differently."),
        "key": Wording("It is not certain what the key of this entry is.", _CHECK),
        "comma": Wording("A comma is missing here, or the text that follows is not a field.", _CHECK),
        "value": Wording("It is not certain where the value of {name} ends.", _CHECK),
        "end": Wording("It is not certain where this entry ends.", _CHECK),
    },
)

RULES: tuple[Rule, ...] = (UNCERTAIN_TEXT,)
"""The rules that only formatting checks."""

_ENTRY, _TEXT = "entry", "text"

_LINE_END = re.compile(r"\r\n|\r|\n")
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


def format_source(data: bytes, file: str) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a .bib file in the one style; None, and why, if the file cannot be read whole."""
    source = source_of(file, data)
    if source.problems:
        return None, in_order(source.problems)
    mark, encoding = mark_of(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None, [rules.NOT_UTF8.at(Span(file, 1, 1), "broken", encoding=encoding[:6].upper())]
    layout = _Layout(source, _LINE_END.findall(text))
    if layout.problems:
        return None, in_order(layout.problems)
    laid = layout.text()
    result = laid.replace(BREAK, _line_end(layout.ends, laid))
    # The proof: what was laid out must read as the same blocks, and be laid out the same again.
    again = _Layout(source_of(file, result.encode()), _LINE_END.findall(result))
    if again.problems or again.text() != laid:
        return None, [layout.difference(again)]
    return mark + result.encode(encoding), []


def _line_end(ends: list[str], laid: str) -> str:
    """Return the line end of most lines that the layout sets anew; if it sets none, of those it keeps."""
    as_they_are = Counter(_LINE_END.findall(laid))
    counts = Counter(ends) - as_they_are or as_they_are
    return counts.most_common(1)[0][0] if counts else "\n"


class _Laid(NamedTuple):
    """A block as it is to be written, and whether a blank line stands before it in the source."""

    kind: str
    text: str
    apart: bool
    span: Span


class _Layout:
    """The blocks of a file, each laid out, in the order of the file."""

    def __init__(self, source: Source, ends: list[str]) -> None:
        self.file = source.file
        self.ends = ends
        self.blocks: list[_Laid] = []
        self.problems: list[Problem] = []
        self._only_end = "".join(set(ends)) if len(set(ends)) == 1 else ""
        self._breaks = 0  # line ends since the last block
        chunks = scan(source.data).chunks
        first = chunks[0].start if chunks else len(source.data)
        self._add_text(SourceBlock(source.file, source.text(0, first), 1, 1), 0)
        for chunk in chunks:
            block = SourceBlock(source.file, source.text(chunk.start, chunk.end), chunk.line, chunk.column)
            end = self._add_other(block, chunk.kind) if chunk.kind in BLOCKS else self._add_entry(block)
            self._add_rest(block, end)

    def text(self) -> str:
        """Return the whole file, with BREAK for the line ends that the layout sets."""
        parts = [block.text for block in self.blocks[:1]]
        for above, block in pairwise(self.blocks):
            tight = not block.apart and above.kind != _ENTRY and (block.kind != _ENTRY or above.kind == _TEXT)
            parts += [BREAK if tight else BREAK * 2, block.text]
        return "".join([*parts, BREAK]) if parts else ""

    def difference(self, other: _Layout) -> Problem:
        """Return the problem of a layout that reads as another one, at the first block that does."""
        pairs = zip_longest(self.blocks, other.blocks)
        first = next((ours for ours, theirs in pairs if ours and (theirs is None or ours[:2] != theirs[:2])), None)
        span = first.span if first else Span(self.file)
        return UNCERTAIN_TEXT.at(span, "anew")

    def _add_entry(self, block: SourceBlock) -> int:
        """Lay out an entry; where it ends."""
        raw, flaws = _read(block.text)
        if raw is None or flaws:
            self.problems += block.problems(flaws)
            return len(block.text)
        self._add(_ENTRY, lay_out_entry(block.text, raw, partial(self._keep, block)), block.span(0))
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
        self._add(kind, self._keep(block, 0, end), block.span(0))
        return end

    def _add_rest(self, block: SourceBlock, start: int) -> None:
        """Add what follows a block: the rest of its line stays there, and more lines are a block of text."""
        line_end = block.text.find("\n", start)
        line_end = len(block.text) if line_end < 0 else line_end
        if block.text[start:line_end].strip(" \t"):
            self._check_text(block, start, line_end)
            last = self.blocks[-1]
            self.blocks[-1] = last._replace(text=last.text + self._keep(block, start, line_end))
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
        self._add(_TEXT, self._keep(block, first, line_end), block.span(first))
        self._breaks = text.count("\n", line_end)

    def _add(self, kind: str, text: str, span: Span) -> None:
        """Add a block."""
        self.blocks.append(_Laid(kind, text, self._breaks > 1, span))
        self._breaks = 0

    def _check_text(self, block: SourceBlock, start: int, end: int) -> None:
        """Report what looks like a part of an entry in text between blocks."""
        offset = _leftover(block.text[start:end])
        if offset is not None:
            self.problems.append(UNCERTAIN_TEXT.at(block.span(start + offset)))

    def _keep(self, block: SourceBlock, start: int, end: int) -> str:
        """Return the source between two offsets, with its own line ends."""
        stretch = block.text[start:end]
        if self._only_end:
            return stretch.replace("\n", self._only_end)
        lines = stretch.split("\n")
        first = block.line - 1 + block.text.count("\n", 0, start)
        ends = self.ends[first : first + len(lines) - 1]
        return "".join(chain.from_iterable(zip_longest(lines, ends, fillvalue="")))


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
