"""LaTeX to marked text: a table of everyday commands, and pylatexenc for all others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from paperatlas.bibliography import latex_tables as tables
from paperatlas.bibliography.pylatex import decode_with_pylatexenc
from paperatlas.bibliography.text import Marked, Node, plain

_TOKEN = re.compile(
    r"\\([A-Za-z@]+)|\\(.)|([{}])|(\$)|(~)|(-{2,3})|(``|''|[?!]`|`)|(https?://[^\s{}\\$\"<>]+)|(\\)", re.DOTALL
)
_MARK = re.compile(r"\\|\{|\}|\$|~|`|--|''|\?`|!`")
_MARK_OR_ADDRESS = re.compile(_MARK.pattern + "|https?://")
"""Where a token may begin. Each branch opens with a plain character, which the engine finds 40 times faster
than it would try the tokens one after the other."""
_WORD, _SYMBOL, _BRACE, _DOLLAR, _TILDE, _DASH, _QUOTE, _ADDRESS, _LAST = range(1, 10)
_MATH = re.compile(r"\$\$((?:[^$\\]|\\.)++)\$\$|\$((?:[^$\\]|\\.)++)\$", re.DOTALL)
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_BLANKS = re.compile(r"[ \t\n]*")
_SINGLE_QUOTED = re.compile(r"([^`'\\{}]{1,200})'(?!\w)")
_CHAR = re.compile(r"[ ]*(?:\"([0-9A-Fa-f]{1,6})|'([0-7]{1,7})|(\d{1,7}))[ ]?")
_DASHES = {"--": "–", "---": "—"}
_QUOTES = {"``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_MAX_MARKS = 12
"""Marks nest no deeper than this; what stands deeper loses its mark, not its text."""

_MAX_DEPTH = 8
"""Accents on accents are read no deeper than this."""

_CACHED_LENGTH = 300
"""Longer texts (abstracts) hardly ever repeat, so they are not kept in the cache."""


class Decoded(NamedTuple):
    """A decoded value: its nodes, the unknown commands in it, and whether `$` or braces do not balance."""

    nodes: tuple[Node, ...]
    unknown: tuple[str, ...] = ()
    open_math: bool = False
    open_braces: bool = False

    @property
    def flawed(self) -> bool:
        """Whether there is anything to report."""
        return bool(self.unknown) or self.open_math or self.open_braces


def decode(raw: str) -> Decoded:
    """The marked text a LaTeX value stands for, with white space collapsed."""
    text = collapse(raw)
    if not (
        "\\" in text or "{" in text or "}" in text or "$" in text or "~" in text or "--" in text or "`" in text
        or "''" in text
    ):  # fmt: skip
        return Decoded((text,) if text else ())
    return _decode_cached(text) if len(text) <= _CACHED_LENGTH else _Decoder(text, 0).decoded()


def decode_plain(raw: str) -> str:
    """The text a LaTeX value stands for, without marks."""
    return plain(decode(raw).nodes)


def collapse(raw: str) -> str:
    """The text with each run of blanks and line ends made one space, and none at its ends.

    Other white space (a no-break space, an ideographic space) is a character like any other.
    """
    if "\n" in raw:
        raw = raw.replace("\n", " ")
    if "\t" in raw:
        raw = raw.replace("\t", " ")
    if "  " in raw:
        raw = _RUN.sub(" ", raw)
    return raw.strip(" ")


_RUN = re.compile(r"  +")


@lru_cache(maxsize=1 << 15)
def _decode_cached(text: str) -> Decoded:
    """The decoding of a short text."""
    return _Decoder(text, 0).decoded()


class _Frame(NamedTuple):
    """An open group: the mark its content gets, its nodes so far, and whether a brace opened it."""

    mark: str
    nodes: list[Node]
    braced: bool
    target: str = ""


class _Decoder:
    """Decodes one text from left to right; `at` is the offset of the next character."""

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.depth = depth
        self.at = 0
        self.frames = [_Frame("", [], braced=False)]
        self.marks = 0
        self.unknown: dict[str, None] = {}
        self.open_math = False
        self.open_braces = False
        self.not_found: set[str] = set()

    def decoded(self) -> Decoded:
        """The whole text, decoded."""
        text = self.text
        search = (_MARK_OR_ADDRESS if "://" in text else _MARK).search
        while (mark := search(text, self.at)) is not None:
            if mark.start() > self.at:
                self.emit(text[self.at : mark.start()])
            match = _TOKEN.match(text, mark.start())
            if match is None:
                self.emit(mark[0])
                self.at = mark.end()
                continue
            self.at = match.end()
            _HANDLERS[match.lastindex or 0](self, match[0], match[match.lastindex or 0])
        if self.at < len(text):
            self.emit(text[self.at :])
        while len(self.frames) > 1:
            self.open_braces |= self.frames[-1].braced
            self._close_frame()
        return Decoded(_tidy(self.frames[0].nodes), tuple(self.unknown), self.open_math, self.open_braces)

    def emit(self, node: Node) -> None:
        """Add a node to the innermost group."""
        self.frames[-1].nodes.append(node)

    def open(self, mark: str, *, braced: bool, target: str = "") -> None:
        """Begin a group."""
        if mark and self.marks >= _MAX_MARKS:
            mark = ""
        self.marks += bool(mark)
        self.frames.append(_Frame(mark, [], braced, target))

    def _close_frame(self) -> None:
        """End the innermost group."""
        frame = self.frames.pop()
        self.marks -= bool(frame.mark)
        nodes = self.frames[-1].nodes
        if frame.mark == "quote":
            inner = any(each.mark == "quote" for each in self.frames)
            nodes += ["‘" if inner else "“", *frame.nodes, "’" if inner else "”"]
        elif frame.mark and frame.nodes:
            nodes.append(Marked(frame.mark, _merge(frame.nodes), frame.target))
        else:
            nodes += frame.nodes

    def brace(self, _whole: str, brace: str) -> None:
        """`{` or `}`."""
        if brace == "{":
            self.open("", braced=True)
            return
        while len(self.frames) > 1:
            braced = self.frames[-1].braced
            self._close_frame()
            if braced:
                return
        self.open_braces = True

    def dollar(self, _whole: str, _dollar: str) -> None:
        """A formula, or a lone dollar sign."""
        match = _MATH.match(self.text, self.at - 1)
        if match is None:
            self.open_math = True
            self.emit("$")
        else:
            self.at = match.end()
            self.emit(Marked("math", (match[0],)))

    def tilde(self, _whole: str, _tilde: str) -> None:
        """A tie."""
        self.emit(" ")

    def dash(self, _whole: str, dash: str) -> None:
        """An en or em dash."""
        self.emit(_DASHES[dash])

    def quote(self, _whole: str, quote: str) -> None:
        """Quotation marks and their like."""
        if quote != "`":
            self.emit(_QUOTES[quote])
        elif (match := _SINGLE_QUOTED.match(self.text, self.at)) is not None:
            self.at = match.end()
            self.emit(f"‘{match[1]}’")
        else:
            self.emit("‘")

    def address(self, _whole: str, address: str) -> None:
        """A web address in the running text, where `~` and `--` mean themselves."""
        self.emit(address)

    def symbol(self, whole: str, character: str) -> None:
        """A backslash and one character that is no letter."""
        if character in tables.ACCENTS:
            self._accent(character)
        elif character in "([" and (end := self._math_end(character)) >= 0:
            self.emit(Marked("math", (f"${self.text[self.at : end]}$",)))
            self.at = end + 2
        else:
            self.emit(tables.ESCAPES.get(character, whole))

    def _math_end(self, opening: str) -> int:
        """Where `\\)` or `\\]` closes a formula, or -1; what was not found once is not looked for again."""
        closing = "\\)" if opening == "(" else "\\]"
        if closing in self.not_found:
            return -1
        end = self.text.find(closing, self.at)
        if end < 0:
            self.not_found.add(closing)
        return end

    def word(self, _whole: str, name: str) -> None:
        """A backslash and a word."""
        after = _skip_blanks(self.text, self.at)
        symbol = tables.SYMBOLS.get(name)
        if symbol is not None:
            if name not in tables.MATH_SYMBOLS:
                self.at = after
            self.emit(symbol)
        elif name in tables.ACCENTS:
            self._accent(name)
        elif name in tables.MARKS:
            self.at = after
            self._marked(tables.MARKS[name])
        elif name in tables.SWITCHES:
            self.at = after
            self.open(tables.SWITCHES[name], braced=False)
        elif name in tables.TRANSPARENT:
            self.at = after
        elif name in tables.SPACES:
            self.at = after
            self.emit(" ")
        else:
            self._rare(name, after)

    def _rare(self, name: str, after: int) -> None:
        """A command outside the everyday tables."""
        if name in tables.SWALLOWED:
            _, self.at = self._argument(after)
        elif name in tables.PLAIN_ARGUMENT:
            argument, self.at = self._argument(after)
            address = unescape(argument)
            self.emit(Marked("url", (address,), address))
        elif name == "href":
            target, self.at = self._argument(after)
            self.at = _skip_blanks(self.text, self.at)
            self._marked("url", unescape(target))
        elif name == "ensuremath":
            self._ensure_math(after)
        elif name == "char":
            self._character(after)
        else:
            self._foreign(name)

    def _marked(self, mark: str, target: str = "") -> None:
        """Begin the argument of a marking command: a group, or else the next character."""
        if self.text.startswith("{", self.at):
            self.at += 1
            self.open(mark, braced=True, target=target)
        elif self.at < len(self.text) and self.text[self.at] not in "\\}$":
            self.open(mark, braced=False, target=target)
            self.emit(self.text[self.at])
            self.at += 1
            self._close_frame()

    def _accent(self, accent: str) -> None:
        """An accent and the letter it stands on."""
        argument, self.at = self._argument(_skip_blanks(self.text, self.at))
        self.emit(_accented(accent, argument, self.depth))

    def _ensure_math(self, after: int) -> None:
        """A formula that is none if it is a single known symbol."""
        argument, self.at = self._argument(after)
        symbol = tables.SYMBOLS.get(argument.strip().removeprefix("\\"))
        self.emit(symbol if symbol and "\\" in argument else Marked("math", (f"${argument}$",)))

    def _character(self, after: int) -> None:
        """A character by its number, as `\\char"263A`."""
        match = _CHAR.match(self.text, after)
        if match is None:
            self.emit("\\char")
            return
        self.at = match.end()
        number = int(match[match.lastindex or 1], {1: 16, 2: 8, 3: 10}[match.lastindex or 1])
        if 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000:
            self.emit(chr(number))

    def _foreign(self, name: str) -> None:
        """A command of no table: pylatexenc's answer, or its bare argument and a report."""
        answer = None if name in tables.NOT_FOR_PYLATEXENC else decode_with_pylatexenc(name, self.text, self.at)
        if answer is not None:
            text, self.at = answer
            self.emit(text)
            return
        self.unknown[name] = None
        if not self.text.startswith("{", _skip_blanks(self.text, self.at)):
            self.emit(f"\\{name}")

    def _argument(self, start: int) -> tuple[str, int]:
        """The argument that begins at an offset, without its braces, and the offset after it."""
        if not self.text.startswith("{", start):
            token = _TOKEN.match(self.text, start)
            if token is not None and token.lastindex in (_WORD, _SYMBOL):
                return token[0], _skip_blanks(self.text, token.end()) if token.lastindex == _WORD else token.end()
            if start < len(self.text) and self.text[start] not in "}$":
                return self.text[start], start + 1
            return "", start
        depth = 0
        for match in _BRACES.finditer(self.text, start):
            depth += {"{": 1, "}": -1}.get(match[0], 0)
            if depth == 0:
                return self.text[start + 1 : match.start()], match.end()
        self.open_braces = True
        return self.text[start + 1 :], len(self.text)


_HANDLERS = {
    _WORD: _Decoder.word,
    _SYMBOL: _Decoder.symbol,
    _BRACE: _Decoder.brace,
    _DOLLAR: _Decoder.dollar,
    _TILDE: _Decoder.tilde,
    _DASH: _Decoder.dash,
    _QUOTE: _Decoder.quote,
    _ADDRESS: _Decoder.address,
    _LAST: _Decoder.address,
}


@lru_cache(maxsize=4096)
def _accented(accent: str, argument: str, depth: int) -> str:
    """A letter with an accent, in one character where Unicode has it."""
    if argument.isalnum() or depth >= _MAX_DEPTH:
        base = argument
    else:
        base = plain(_Decoder(argument, depth + 1).decoded().nodes)
    if not base:
        return tables.BARE_ACCENTS.get(accent, "")
    first = base[0]
    if accent not in tables.BELOW:
        first = {"ı": "i", "ȷ": "j"}.get(first, first)
    return unicodedata.normalize("NFC", first + tables.ACCENTS[accent]) + base[1:]


def unescape(address: str) -> str:
    """An address without the backslashes people put before `_`, `%`, `&`, `#` and `~` in it."""
    if "\\" not in address:
        return address
    return _ESCAPED.sub(lambda match: match[1] or "~", address)


_ESCAPED = re.compile(r"\\([_%&#~{}$])|\\textasciitilde(?:\{\}| |(?![A-Za-z]))|\{\\textasciitilde\}")


def _skip_blanks(text: str, start: int) -> int:
    """The offset of the next character that is no white space."""
    return _BLANKS.match(text, start).end()  # type: ignore[union-attr]


def _merge(nodes: list[Node]) -> tuple[Node, ...]:
    """The nodes with neighbouring texts joined and runs of spaces collapsed."""
    merged: list[Node] = []
    texts: list[str] = []
    for node in [*nodes, None]:
        if isinstance(node, str):
            texts.append(node)
            continue
        text = "".join(texts)
        texts.clear()
        if "  " in text:
            text = _RUN.sub(" ", text)
        if text:
            merged.append(text)
        if node is not None:
            merged.append(node)
    return tuple(merged)


def _tidy(nodes: list[Node]) -> tuple[Node, ...]:
    """The merged nodes of a whole text, without spaces at its ends."""
    merged = list(_merge(nodes))
    if merged and isinstance(merged[0], str):
        merged[0] = merged[0].lstrip(" ")
    if merged and isinstance(merged[-1], str):
        merged[-1] = merged[-1].rstrip(" ")
    return tuple(node for node in merged if node)
