"""The decoder of LaTeX: one pass over a text, its commands looked up in tables, pylatexenc asked about all others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from paperatlas.bibliography.latex import chemistry, quantities, tables
from paperatlas.bibliography.latex.character_numbers import character_by_number
from paperatlas.bibliography.latex.groups import Groups
from paperatlas.bibliography.latex.pylatexenc_macros import decode_with_pylatexenc
from paperatlas.bibliography.latex.spacing import end_of
from paperatlas.bibliography.model.marked_text import Marked, Node, plain
from paperatlas.bibliography.model.verbatim import unescape

_TOKEN = re.compile(
    r"\\([A-Za-z@]+)|\\(.)|([{}])|(\$)|(~)|(-{2,3})|(``|''|[?!]`|`)|(https?://[^\s{}\\$\"<>]+)|(\\)", re.DOTALL
)
_MARK = re.compile(r"\\|\{|\}|\$|~|`|--|''|\?`|!`")
_MARK_OR_ADDRESS = re.compile(_MARK.pattern + "|https?://")
"""Where a token may begin. Each branch opens with a plain character, which the engine finds 40 times faster
than it would try the tokens one after the other."""
_WORD, _SYMBOL, _BRACE, _DOLLAR, _TILDE, _DASH, _QUOTE, _ADDRESS, _LAST = range(1, 10)
_MATH = re.compile(r"\$\$((?:[^$\\]|\\.)++)\$\$|\$((?:[^$\\]|\\.)++)\$", re.DOTALL)
_PRICES = re.compile(r"\$\d[^$\\]*\s\$\d")
"""Two prices, `$5 and $10`, between which LaTeX sees a formula that nobody meant."""
_RAISED = re.compile(
    r"\$(?:\{\})?([_^])(?:\{?\\(?:textrm|text|mathrm|textsf)\{([\w+-]+)\}\}?|\{(?:\\rm )?([\w+-]+)\}|(\w))\$"
)
"""Text that is in a formula only to be set high or low, as Zotero writes `<sub>` and chemists `Cu$_2$O`."""
_LONE_SIGNS = {
    "<": "<", ">": ">", "\\less": "<", "\\greater": ">", "\\mathsemicolon": ";", "\\&": "&", "\\times": "×",
    "\\pm": "±", "\\sim": "∼", "^\\circ": "°", "^{\\circ}": "°",
}  # fmt: skip
"""A formula of one sign, which is no formula but a way to write the sign (Crossref's `$\\less$`)."""
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_BLANKS = re.compile(r"[ \t\n]*")
_SINGLE_QUOTED = re.compile(r"([^`'\\{}]{1,200})'(?!\w)")
_LOST_BRACES = re.compile(r"\\([ij])(?!(?:math)?\b)(?=[A-Za-z])")
"""The dotless letter of an accent that has lost its braces: `Mart\\'\\in` and `Mart\\'\\inez`."""
_SKIP = re.compile(r"[ =]*-?[\d.]+ ?(?:pt|em|ex|mm|cm|in|bp|pc|sp|mu)\b ?")
_LINE_DEPTH = re.compile(r"\*?\[-?[\d.]+ ?(?:pt|em|ex|mm|cm|in)\]")
"""What `\\\\[2pt]` sets between two lines."""
_OPTIONS = re.compile(r"\[[^\[\]]*\]\s*")
_DASHES = {"--": "–", "---": "—"}
_QUOTES = {"``": "“", "''": "”", "?`": "¿", "!`": "¡"}

_MAX_DEPTH = 8
"""Accents on accents are read no deeper than this."""


class Decoded(NamedTuple):
    """A decoded value: its nodes, the unknown commands in it, and whether `$` or braces do not balance."""

    nodes: tuple[Node, ...]
    unknown: tuple[str, ...] = ()
    open_math: bool = False
    open_braces: bool = False

    @property
    def flawed(self) -> bool:
        """Return whether there is anything to report."""
        return bool(self.unknown) or self.open_math or self.open_braces


class Decoder:
    """Decodes one text from left to right; `at` is the offset of the next character."""

    def __init__(self, text: str, depth: int = 0) -> None:
        self.text = text
        self.depth = depth
        self.at = 0
        self.groups = Groups()
        self.emit = self.groups.emit
        self.unknown: dict[str, None] = {}
        self.open_math = False
        self.open_braces = False
        self.not_found: set[str] = set()

    def decoded(self) -> Decoded:
        """Return the whole text, decoded."""
        text = self.text
        search = (_MARK_OR_ADDRESS if "://" in text else _MARK).search
        while (mark := search(text, self.at)) is not None:
            if mark.start() > self.at:
                self.emit(text[self.at : mark.start()])
            token = _TOKEN.match(text, mark.start())
            if token is None:  # an address that is nothing but its beginning
                self.emit(mark[0])
                self.at = mark.end()
                continue
            self.at = token.end()
            kind = token.lastindex or 0
            _READERS[kind](self, token[kind])
        if self.at < len(text):
            self.emit(text[self.at :])
        nodes, balanced = self.groups.finish()
        return Decoded(nodes, tuple(self.unknown), self.open_math, self.open_braces or not balanced)

    def brace(self, brace: str) -> None:
        """`{` or `}`."""
        if brace == "{":
            self.groups.open(None, braced=True)
        elif not self.groups.close():
            self.open_braces = True

    def dollar(self, _dollar: str) -> None:
        """Return a formula, or a lone dollar sign."""
        match = _MATH.match(self.text, self.at - 1)
        if match is not None and _PRICES.match(self.text, self.at - 1):
            self.emit("$")
        elif match is None:
            self.open_math = True
            self.emit("$")
        else:
            self.at = match.end()
            raised = _RAISED.fullmatch(match[0])
            if raised is not None:
                self.emit(Marked("sup" if raised[1] == "^" else "sub", (raised[2] or raised[3] or raised[4],)))
            elif (sign := _LONE_SIGNS.get((match[2] or "").strip())) is not None:
                self.emit(sign)
            else:
                self.emit(Marked("math", (match[0],)))

    def tilde(self, _tilde: str) -> None:
        """Return a tie."""
        self.emit(" ")

    def dash(self, dash: str) -> None:
        """Return an en or em dash."""
        self.emit(_DASHES[dash])

    def quote(self, quote: str) -> None:
        """Quotation marks and their like."""
        if quote != "`":
            self.emit(_QUOTES[quote])
        elif (match := _SINGLE_QUOTED.match(self.text, self.at)) is not None:
            self.at = match.end()
            self.emit(f"‘{match[1]}’")
        else:
            self.emit("‘")

    def as_written(self, text: str) -> None:
        """Return a web address in the running text, where `~` and `--` mean themselves; a last backslash."""
        self.emit(text)

    def symbol(self, character: str) -> None:
        """Return a backslash and one character that is no letter."""
        if character == "\\" and (depth := _LINE_DEPTH.match(self.text, self.at)) is not None:
            self.at = depth.end()
        if character in tables.ACCENTS:
            self._accent(character)
        elif character in "([" and (end := self._math_end(character)) >= 0:
            self.emit(Marked("math", (f"${self.text[self.at : end]}$",)))
            self.at = end + 2
        else:
            self.emit(tables.ESCAPES.get(character, f"\\{character}"))

    def _math_end(self, opening: str) -> int:
        r"""Return where `\)` or `\]` closes a formula, or -1; what was not found once is not looked for again."""
        closing = "\\)" if opening == "(" else "\\]"
        if closing in self.not_found:
            return -1
        end = self.text.find(closing, self.at)
        if end < 0:
            self.not_found.add(closing)
        return end

    def word(self, name: str) -> None:
        """Return a backslash and a word."""
        after = end_of(_BLANKS, self.text, self.at)
        if (symbol := tables.SYMBOLS.get(name)) is not None:
            if name not in tables.MATH_SYMBOLS:
                self.at = after
            self.emit(symbol)
        elif name in tables.ACCENTS:
            self._accent(name)
        elif (mark := tables.MARK_COMMANDS.get(name)) is not None:
            self.at = after
            self._marked(mark)
        elif (mark := tables.SWITCHES.get(name)) is not None:
            self.at = after
            self.groups.open(mark, braced=False)
        elif (printed := tables.SILENT.get(name)) is not None:
            self.at = after
            self.emit(printed)
        else:
            self._rare(name, after)

    def _rare(self, name: str, after: int) -> None:
        """Return a command that takes its argument as it is written, or one of no table."""
        if name in tables.SWALLOWED:
            star = self.text.startswith("*{", after)  # `\\hspace*{1em}`
            _, self.at = self._argument(after + star)
        elif name in tables.ADDRESSES:
            argument, self.at = self._argument(after)
            self.emit(unescape(argument))
        elif name == "href":
            _, end = self._argument(after)
            self.at = end_of(_BLANKS, self.text, end)
        elif name == "ensuremath":
            argument, self.at = self._argument(after)
            symbol = tables.SYMBOLS.get(argument.strip()[1:]) if argument.strip().startswith("\\") else None
            self.emit(symbol or Marked("math", (f"${argument}$",)))
        elif name in ("char", "symbol"):
            self._numbered(name, after)
        elif name in chemistry.COMMANDS and self.text.startswith("{", after):
            argument, self.at = self._argument(after)
            for node in chemistry.printed_formula(argument):
                self.emit(node)
        elif name in quantities.ARGUMENTS:
            self._quantity(name, after)
        elif name in ("hskip", "kern") and (skip := _SKIP.match(self.text, after)) is not None:
            self.at = skip.end()
            self.emit(" " if name == "hskip" else "")
        else:
            self._foreign(name, after)

    def _numbered(self, name: str, after: int) -> None:
        r"""Return a character by its number: `\char 233`, `\symbol{233}`."""
        if name == "char":
            character, self.at = character_by_number(self.text, after)
        else:
            argument, self.at = self._argument(after)
            character, _ = character_by_number(argument, 0)
        self.emit(character)

    def _quantity(self, name: str, after: int) -> None:
        r"""Return a number with its unit, as `\qty{10}{\micro\metre}`; options of the command change nothing said."""
        options = _OPTIONS.match(self.text, after)
        at = options.end() if options else after
        arguments = []
        for _ in quantities.ARGUMENTS[name]:
            argument, at = self._argument(end_of(_BLANKS, self.text, at))
            arguments.append(argument)
        nodes, unknown = quantities.printed_quantity(name, arguments)
        self.at = at
        self.unknown.update(dict.fromkeys(unknown))
        for node in nodes:
            self.emit(node)

    def _marked(self, mark: tables.GroupMark) -> None:
        """Begin the argument of a marking command: a group, or else the next character."""
        if self.text.startswith("{", self.at):
            self.at += 1
            self.groups.open(mark, braced=True)
        elif self.at < len(self.text) and self.text[self.at] not in "\\}$":
            self.groups.open(mark, braced=False)
            self.emit(self.text[self.at])
            self.at += 1
            self.groups.close_one()

    def _accent(self, accent: str) -> None:
        """Return an accent and the letter it stands on."""
        start = at = end_of(_BLANKS, self.text, self.at)
        # An accent may stand on an accent without braces: `{\\~\\^e}`.
        for _ in range(_MAX_DEPTH):
            token = _TOKEN.match(self.text, at)
            if token is None or token.lastindex not in (_WORD, _SYMBOL) or token[token.lastindex] not in tables.ACCENTS:
                break
            at = end_of(_BLANKS, self.text, token.end())
        if (lost := _LOST_BRACES.match(self.text, at)) is not None:
            self.at = lost.end()
            self.emit(_accented(accent, f"{self.text[start:at]}{lost[1]}", self.depth))
            return
        argument, self.at = self._argument(at)
        if argument[:1] == "\\" and argument[1:].isalpha() and argument[1:] not in tables.KNOWN_COMMANDS:
            self.unknown.update(dict.fromkeys(Decoder(argument).decoded().unknown))
        self.emit(_accented(accent, self.text[start : self.at] if at > start else argument, self.depth))

    def _foreign(self, name: str, after: int) -> None:
        """Return a command of no table: pylatexenc's answer, or its bare argument and a report."""
        answer = None if name in tables.NOT_FOR_PYLATEXENC else decode_with_pylatexenc(name, self.text, self.at)
        if answer is not None:
            text, self.at = answer
            self.emit(text)
            return
        self.unknown[name] = None
        if not self.text.startswith("{", after):
            self.emit(f"\\{name}")

    def _argument(self, start: int) -> tuple[str, int]:
        """Return the argument that begins at an offset, without its braces, and the offset after it."""
        text = self.text
        if not text.startswith("{", start):
            token = _TOKEN.match(text, start)
            if token is not None and token.lastindex == _WORD:
                return token[0], end_of(_BLANKS, text, token.end())
            if token is not None and token.lastindex == _SYMBOL:
                return token[0], token.end()
            end = start + (start < len(text) and text[start] not in "}$")
            return text[start:end], end
        depth = 0
        for match in _BRACES.finditer(text, start):
            depth += 1 if match[0] == "{" else -1 if match[0] == "}" else 0
            if depth == 0:
                return text[start + 1 : match.start()], match.end()
        self.open_braces = True
        return text[start + 1 :], len(text)


_READERS = {
    _WORD: Decoder.word,
    _SYMBOL: Decoder.symbol,
    _BRACE: Decoder.brace,
    _DOLLAR: Decoder.dollar,
    _TILDE: Decoder.tilde,
    _DASH: Decoder.dash,
    _QUOTE: Decoder.quote,
    _ADDRESS: Decoder.as_written,
    _LAST: Decoder.as_written,
}


# 19 accents on the letters of every alphabet they are used with.
@lru_cache(maxsize=4096)
def _accented(accent: str, argument: str, depth: int) -> str:
    """Return a letter with an accent, in one character where Unicode has it."""
    if argument.isalnum() or depth >= _MAX_DEPTH:
        base = argument
    else:
        base = plain(Decoder(argument, depth + 1).decoded().nodes)
    if not base:
        return tables.BARE_ACCENTS.get(accent, "")
    first = base[0]
    if accent not in tables.BELOW:
        first = {"ı": "i", "ȷ": "j"}.get(first, first)
    end = 1
    while end < len(base) and unicodedata.combining(base[end]):
        end += 1
    return unicodedata.normalize("NFC", first + base[1:end] + tables.ACCENTS[accent]) + base[end:]
