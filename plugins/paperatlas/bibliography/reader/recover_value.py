"""Reading a damaged entry's values: where each was meant to end."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.spacing import end_of
from paperatlas.bibliography.model.complaints import Complaint, complaint
from paperatlas.bibliography.reader.split import BRACED, MACRO, NUMBER, QUOTED, ValuePiece

if TYPE_CHECKING:
    from paperatlas.diagnostics.problem import Argument, Rule

BARE_TEXT = "t"
"""The kind of a piece that is text without braces, which only damaged entries hold."""

ONE_NAME = re.compile(r"([^\s\"#%'(),={}@]++)\s*+=(?!=)\s*+")
"""The name of a field, `=`, and white space."""

_FIELD_LINE = re.compile(
    r"\n[ \t]*+,?[ \t]*+[A-Za-z][\w-]*+[ \t]*+=[ \t]*+(?:[{\"]|\d++[ \t]*+[,\n]|[A-Za-z]\w*+[ \t]*+[,\n])"
)
_BARE = re.compile(r"[^,{}\"#\n]*")
_MACRO = re.compile(r"[^\s\"#%'(),={}\d][^\s\"#%'(),={}]*")
_NUMBER = re.compile(r"-?\d++(?![^\s,#{}()\"])")
_BRACES = re.compile(r"[{}]")
_UNESCAPED = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE_OR_BRACE = re.compile(r"[{}\"]")
_AFTER_QUOTE = re.compile(r"\s*+(?:[,#})]|$|[A-Za-z][\w-]*+\s*+=)")
_SPACE = re.compile(r"\s*")


class ValueReader:
    """Reads values; `at` is the offset of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.closer = "}"
        self.complaints: list[Complaint] = []
        self._closing, self.missing = _pairs(text, _BRACES)
        if self.missing:
            closing, missing = _pairs(text, _UNESCAPED)
            if not missing:
                self._closing, self.missing = closing, 0
        self._lines = [match.start() for match in _FIELD_LINE.finditer(text)]

    def complain(self, rule: Rule, offset: int, variant: str = "", length: int = 0, /, **arguments: Argument) -> None:
        """Note a broken rule."""
        self.complaints.append(complaint(rule, offset, variant, length, **arguments))

    def add_comma(self, offset: int) -> None:
        """Note that a comma at an offset mends what was noted last."""
        self.complaints[-1] = self.complaints[-1]._replace(edit=(offset, "", ","))

    def value(self, name: str) -> tuple[ValuePiece, ...]:
        """Return the pieces of a field's value."""
        pieces: list[ValuePiece] = []
        before = len(self.complaints)
        while True:
            start = self.at
            piece = self._piece(name)
            end = self.at
            self.at = skip_space(self.text, self.at)
            if piece is None:
                break
            pieces.append(piece)
            if not self.text.startswith("#", self.at):
                break
            self.at = skip_space(self.text, self.at + 1)
        if not pieces:
            self.complain(rules.MISSING_VALUE, start, name=name)
        following = ONE_NAME.match(self.text, self.at)
        if following is not None:
            whole = pieces and not self.missing and len(self.complaints) == before
            self.complain(rules.MISSING_COMMA, self.at, "", len(following[1]), name=name, following=following[1])
            if whole:  # else a brace may be missing, and the comma would be in its value
                self.add_comma(end)
        return tuple(pieces)

    def _piece(self, name: str) -> ValuePiece | None:
        """Return one piece of a value, or None where there is none."""
        opening = self.text[self.at : self.at + 1]
        if opening == "{":
            return self._braced(name)
        if opening == '"':
            return self._quoted(name)
        return self._bare(name)

    def _bare(self, name: str) -> ValuePiece | None:
        """Return a number, the name of a macro, or words that lack their braces."""
        text, start = self.text, self.at
        bare = _BARE.match(text, start)
        word = bare[0].strip() if bare else ""
        number = _NUMBER.match(text, start)
        token = number or _MACRO.match(text, start)
        if token is not None and (
            token[0] == word or word == token[0] + self.closer or ONE_NAME.match(text, skip_space(text, token.end()))
        ):
            self.at = token.end()
            return ValuePiece(NUMBER if number else MACRO, token.start(), token.end())
        if self.closer == ")" and word.endswith(")"):
            word = word[:-1].rstrip()
        if not word:
            return None
        self.at = start + len(word)
        self.complain(rules.BARE_VALUE, start, "", len(word), name=name, value=short(word))
        return ValuePiece(BARE_TEXT, start, self.at)

    def _braced(self, name: str) -> ValuePiece:
        """Return a piece in braces, which may lack its closing one."""
        start = self.at + 1
        end = self._closing.get(self.at, -1)
        line = self._field_line(start)
        if end < 0 or (self.missing > 0 and line < end):
            return self._cut(name, start, line)
        self.at = end + 1
        if self.missing > 0:  # the brace may be the entry's own, on a line of its own
            end = start + len(self.text[start:end].rstrip())
        return ValuePiece(BRACED, start, end)

    def _cut(self, name: str, start: int, end: int) -> ValuePiece:
        """Return a piece whose closing brace is missing, ended at `end`."""
        self.complain(rules.UNCLOSED_BRACE, start - 1, "", 1, name=name)
        content = self.text[start:end]
        self.missing -= content.count("{") - content.count("}") + 1
        self.at = start + self._length(content, end)
        return ValuePiece(BRACED, start, self.at)

    def _quoted(self, name: str) -> ValuePiece:
        """Return a piece in quotation marks, which may lack its second one, or hold others."""
        start = self.at + 1
        depth = 0
        inside: int | None = None
        end = self._field_line(start)
        for match in _QUOTE_OR_BRACE.finditer(self.text, start, end):
            if match[0] != '"':
                depth = max(0, depth + (1 if match[0] == "{" else -1))
            elif depth == 0 and _AFTER_QUOTE.match(self.text, match.end()):
                if inside is not None:
                    self.complain(rules.UNCLOSED_QUOTE, inside, "inside", 1, name=name)
                self.at = match.end()
                return ValuePiece(QUOTED, start, match.start())
            elif depth == 0 and inside is None:
                inside = match.start()
        self.complain(rules.UNCLOSED_QUOTE, start - 1, "", 1, name=name)
        self.at = start + self._length(self.text[start:end], end)
        return ValuePiece(QUOTED, start, self.at)

    def _length(self, content: str, end: int) -> int:
        """Return how much of a value that runs up to `end` is its own, and not a comma or the end of the entry."""
        content = content.rstrip()
        if end == len(self.text):
            content = content.removesuffix(self.closer).rstrip()
        return len(content.rstrip(",").rstrip())

    def _field_line(self, start: int) -> int:
        """Return where the next line that looks like a field begins; the text's end if none does."""
        index = bisect_left(self._lines, start)
        return self._lines[index] if index < len(self._lines) else len(self.text)


def skip_space(text: str, start: int) -> int:
    """Return the offset of the next character that is no white space."""
    return end_of(_SPACE, text, start)


def short(text: str) -> str:
    """Return the beginning of a text, for a message."""
    text = " ".join(text[:200].split())
    return text if len(text) <= 40 else text[:39] + "…"


def _pairs(text: str, pattern: re.Pattern[str]) -> tuple[dict[int, int], int]:
    """Return the offset of the closing brace of each opening one, and how many more open than close."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    balance = 0
    for match in pattern.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
            balance += 1
        elif match[0] == "}":
            balance -= 1
            if opened:
                pairs[opened.pop()] = match.start()
    return pairs, balance
