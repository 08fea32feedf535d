"""Reading a block that breaks the grammar: everything in it that leaves no doubt, and a report of the rest.

The only marks it trusts are those people do not forget: a line that looks like `name = {` begins a field,
whatever the braces before it say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.complaints import Complaint
from paperatlas.bibliography.split import BRACED, MACRO, NUMBER, QUOTED, Piece, RawEntry, RawField

if TYPE_CHECKING:
    from paperatlas.problems import Rule

TEXT = "t"
"""The kind of a piece that is text without braces, which only damaged entries hold."""

_HEAD = re.compile(r"@[ \t]*([^\s@{}(),=\"#%'\\]*)\s*([{(])\s*")
_KEY = re.compile(r"([^,=\"{}\n]*)(,?)")
_NAME = re.compile(r"([^\s\"#%'(),={}@]++)\s*+=(?!=)\s*+")
_SPACED_NAME = re.compile(r"([^\s\"#%'(),={}@]++(?:[ \t]++[^\s\"#%'(),={}@]++)*+)\s*+=(?!=)\s*+")
_NUMBER = re.compile(r"\d++(?![^\s,#{}()\"])")
_EXTRA = re.compile(r"[,\s]*(\})")
_NAME_WITHOUT_EQUALS = re.compile(r"([A-Za-z][\w-]*)\s*(?=[{\"])")
_FIELD_LINE = re.compile(r",?[ \t]*\n[ \t]*,?[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*(?:[{\"]|\d+[ \t]*[,\n]|[A-Za-z]\w*[ \t]*[,\n])")
_STRAY_END = re.compile(r"[,\n})]")
_BARE = re.compile(r"[^,{}\"#\n]*")
_MACRO = re.compile(r"[^\s\"#%'(),={}\d][^\s\"#%'(),={}]*")
NEXT_HEAD = re.compile(r"@[ \t]*[A-Za-z]+\s*\{[^\s,{}\"=]+\s*,")
_SPACE = re.compile(r"\s*")
_BRACES = re.compile(r"[{}]")
_UNESCAPED = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE_OR_BRACE = re.compile(r"[{}\"]")
_AFTER_QUOTE = re.compile(r"\s*(?:[,#})]|$|[A-Za-z][\w-]*\s*=)")


def recover(text: str) -> tuple[RawEntry | None, tuple[Complaint, ...]]:
    """The entry a block's text was meant to be, and what had to be guessed; None if nothing can be read."""
    reader = _Reader(text)
    return reader.entry(), tuple(reader.complaints)


class _Reader:
    """Reads one block from left to right; `at` is the offset of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.closer = "}"
        self.complaints: list[Complaint] = []
        self.closing, self.missing = _pairs(text, _BRACES)
        if self.missing:
            closing, missing = _pairs(text, _UNESCAPED)
            if not missing:
                self.closing, self.missing = closing, 0
        self.lines = [match.start() for match in _FIELD_LINE.finditer(text)]

    def entry(self) -> RawEntry | None:
        """The whole entry."""
        head = _HEAD.match(self.text)
        if head is None:
            return None
        self.closer = ")" if head[2] == "(" else "}"
        if not head[1]:
            self.complain(rules.MISSING_TYPE, 0, "The entry has no type; it is read as misc.", "Write @article, @misc … before the brace.")
        self.at = head.end()
        key, key_start = self._key()
        fields: list[RawField] = []
        while (field := self._field()) is not None:
            fields.append(field)
        if not key and not fields:
            return None
        return RawEntry(head[1].lower() or "misc", key, key_start, tuple(fields), self.at)

    def complain(self, rule: Rule, offset: int, message: str, hint: str = "") -> None:
        """Note a broken rule."""
        self.complaints.append(Complaint(rule, offset, message, hint))

    def _field_line(self, start: int) -> int:
        """Where the next line that looks like a field begins, after the offset; the text's end if none does."""
        index = bisect_left(self.lines, start)
        return self.lines[index] if index < len(self.lines) else len(self.text)

    def _name(self) -> re.Match[str] | None:
        """The name and `=` of a field that begins here; a name of several words only where nothing else can stand."""
        match = _NAME.match(self.text, self.at)
        if match is None and self.text[max(0, self.at - 80) : self.at].rstrip(" \t")[-1:] in ("\n", ","):
            match = _SPACED_NAME.match(self.text, self.at)
        return match

    def _key(self) -> tuple[str, int]:
        """The citation key and its offset; an empty key where a field or the end follows at once."""
        start = self.at
        if _NAME.match(self.text, start):
            return "", start
        match = _KEY.match(self.text, start)
        if match is None:
            return "", start
        key = match[1].strip()
        if match[2]:
            self.at = match.end()
        elif key:
            name = _NAME.match(self.text, _SPACE.match(self.text, match.end()).end())  # type: ignore[union-attr]
            self.at = match.end()
            if name is not None:
                self.complain(
                    rules.MISSING_COMMA, match.end(1), f"A comma is missing after the citation key {key}.", "Add a comma after the key."
                )
        return key, start

    def _field(self) -> RawField | None:
        """The next field, or None at the end of the entry."""
        while True:
            self._skip()
            text, at = self.text, self.at
            if at >= len(text):
                self.complain(
                    rules.UNCLOSED_BRACE, 0, "The entry is never closed.", f"Add “{self.closer}” after its last field."
                )
                return None
            if text[at] == self.closer or text[at] == "}":
                if self._ends():
                    return None
                continue
            if NEXT_HEAD.match(text, at):
                self.complain(rules.UNCLOSED_BRACE, 0, "The entry is never closed.", f"Add “{self.closer}” after its last field.")
                return None
            name = self._name()
            if name is None and (name := _NAME_WITHOUT_EQUALS.match(text, at)) is not None:
                self.complain(rules.STRAY_TEXT, at, f"“=” is missing after {name[1]}.", f"Write {name[1]} = and the value.")
            if name is None:
                self._skip_stray()
                continue
            self.at = name.end()
            pieces = self._value(name[1])
            if any(mark in name[1] for mark in " \t"):
                self.complain(rules.ODD_FIELD_NAME, at, f"The field name “{name[1]}” holds a space.", "Join its words with a hyphen.")
            return RawField(name[1], name.start(1), pieces)

    def _skip(self) -> None:
        """Move over white space, commas and `%` comments between fields."""
        while True:
            self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
            if self.text.startswith(",", self.at):
                self.at += 1
            elif self.text.startswith("%", self.at):
                self.complain(rules.COMMENT_IN_ENTRY, self.at, "A % comment stands inside the entry.", "Move it out of the entry.")
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                return

    def _ends(self) -> bool:
        """Move over a closing brace; whether it closes the entry."""
        brace = self.at
        self.at += 1
        after = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
        while after < len(self.text) and self.text[after] in ",}":
            after = _SPACE.match(self.text, after + 1).end()  # type: ignore[union-attr]
        name = _NAME.match(self.text, after)
        if name is not None and self.text[name.end() : name.end() + 1].isalnum() | (self.text[name.end() : name.end() + 1] in ("{", '"')):
            self.complain(rules.STRAY_BRACE, brace, "This closing brace has no opening one.", "Remove it.")
            return False
        extra = _EXTRA.match(self.text, self.at)
        if extra is not None:
            self.complain(rules.STRAY_BRACE, extra.start(1), "This closing brace has no opening one.", "Remove it.")
            self.at = extra.end()
        return True

    def _skip_stray(self) -> None:
        """Move over text that is no field, to the next comma or line that looks like a field."""
        start = self.at
        match = _STRAY_END.search(self.text, start + 1)
        self.at = match.start() if match else len(self.text)
        stray = self.text[start : self.at].strip()
        if stray:
            self.complain(rules.STRAY_TEXT, start, f"“{_short(stray)}” is no field.", "Write it as name = {value}, or remove it.")

    def _value(self, name: str) -> tuple[Piece, ...]:
        """The pieces of a value, with `at` after them and after a comma."""
        pieces: list[Piece] = []
        while True:
            start = self.at
            piece = self._piece(name)
            if piece is not None:
                pieces.append(piece)
            elif not pieces:
                self.complain(rules.MISSING_VALUE, start, f"The field {name} has no value.", "Give it one or remove the field.")
            self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
            if piece is not None and self.text.startswith("#", self.at):
                self.at = _SPACE.match(self.text, self.at + 1).end()  # type: ignore[union-attr]
                continue
            break
        following = self.text[self.at : self.at + 1]
        if following and following not in (",", self.closer, "}", "%", "@"):
            after = _NAME.match(self.text, self.at)
            if after is not None:
                self.complain(
                    rules.MISSING_COMMA, self.at, f"A comma is missing between {name} and {after[1]}.", f"Add a comma before {after[1]}."
                )
        return tuple(pieces)

    def _piece(self, name: str) -> Piece | None:
        """One piece of a value, or None where there is none."""
        opening = self.text[self.at : self.at + 1]
        if opening == "{":
            return self._braced(name)
        if opening == '"':
            return self._quoted(name)
        bare = _BARE.match(self.text, self.at)
        word = bare[0].strip() if bare else ""
        macro = _MACRO.match(self.text, self.at)
        number = _NUMBER.match(self.text, self.at)
        token = number or macro
        if token is not None and (token[0] == word or word.endswith(self.closer) or _NAME.match(self.text, _SPACE.match(self.text, token.end()).end())):  # type: ignore[union-attr]
            self.at = token.end()
            return Piece(NUMBER if number else MACRO, token.start(), token.end())
        if not word:
            return None
        start = self.at
        self.at = start + len(word)
        self.complain(rules.BARE_VALUE, start, f"The value of {name} is in no braces.", f"Write {name} = {{{_short(word)}}}.")
        return Piece(TEXT, start, self.at)

    def _braced(self, name: str) -> Piece:
        """A piece in braces, which may lack its closing one."""
        start = self.at + 1
        end = self.closing.get(self.at, -1)
        line = self._field_line(start)
        if self.missing > 0 and line < (end if end >= 0 else len(self.text)):
            return self._cut(name, start, line)
        if end < 0:
            return self._cut(name, start, line)
        self.at = end + 1
        return Piece(BRACED, start, end)

    def _cut(self, name: str, start: int, end: int) -> Piece:
        """A piece whose closing brace is missing, ended at `end`."""
        self.complain(rules.UNCLOSED_BRACE, start - 1, f"The brace that opens {name} is never closed.", "Add “}” where the value ends.")
        content = self.text[start:end]
        self.missing -= content.count("{") - content.count("}") + 1
        self.at = end
        if end == len(self.text):
            content = content.rstrip().removesuffix(self.closer)
        return Piece(BRACED, start, start + len(content.rstrip().rstrip(",").rstrip()))

    def _quoted(self, name: str) -> Piece:
        """A piece in quotation marks, which may lack its second one or hold others."""
        start = self.at + 1
        depth = 0
        end = self._field_line(start)
        for match in _QUOTE_OR_BRACE.finditer(self.text, start, end + 1):
            if match[0] != '"':
                depth = max(0, depth + (1 if match[0] == "{" else -1))
            elif depth == 0 and _AFTER_QUOTE.match(self.text, match.end()):
                self.at = match.end()
                return Piece(QUOTED, start, match.start())
        self.complain(rules.UNCLOSED_QUOTE, start - 1, f"The quotation mark that opens {name} is never closed.", "Add “\"” where the value ends.")
        self.at = end
        content = self.text[start:end].rstrip()
        if end == len(self.text):
            content = content.removesuffix(self.closer).rstrip()
        return Piece(QUOTED, start, start + len(content.rstrip(",").rstrip()))


def _pairs(text: str, pattern: re.Pattern[str]) -> tuple[dict[int, int], int]:
    """The offset of the closing brace of each opening one, and how many more open than close."""
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


def _short(text: str) -> str:
    """The beginning of a text, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
