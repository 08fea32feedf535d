r"""The commands that a file's own `@preamble` defines: `\newcommand{\jmlr}{J. Mach. Learn. Res.}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from paperatlas.bibliography.latex import tables

_BODY = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_DEFINITION = re.compile(
    r"\\(?:(?:(?:re)?new|provide)command\*?\s*\{?\s*\\([A-Za-z@]+)\s*\}?\s*(\[[^\[\]]*\])?|def\s*\\([A-Za-z@]+)\s*((?:\#\d)*))"
    rf"\s*{_BODY}"
)
_ONE_ARGUMENT = frozenset({"[1]", "#1"})
_KNOWN = frozenset({
    *(tables.SYMBOLS.keys() - tables.JOURNAL_MACROS.keys()), *tables.ACCENTS, *tables.MARK_COMMANDS, *tables.SWITCHES,
    *tables.SILENT, *tables.SWALLOWED, *tables.ADDRESSES, "href", "ensuremath", "char",
})  # fmt: skip
r"""What a definition does not change: people define `\url` or `\enquote` in case that a document lacks them."""
_ARGUMENT = re.compile(rf"\s*{_BODY}")

_LONGEST_BODY = 300
"""In characters. What is longer is no name or mark."""
_MOST_USES = 100
"""Of defined commands in one value; a body with others in it twice could grow without limit."""


class Command(NamedTuple):
    """What a command stands for, and whether it takes an argument, `#1` in its text."""

    text: str
    has_argument: bool


def commands_of(preamble: str) -> dict[str, Command]:
    """Return the commands that an `@preamble` defines as text, with one argument at most."""
    commands = {}
    for match in _DEFINITION.finditer(preamble):
        name, arguments, body = match[1] or match[3], match[2] or match[4] or "", match[5]
        own = re.search(rf"\\{name}(?![A-Za-z])", body)
        if name not in _KNOWN and arguments in {"", *_ONE_ARGUMENT} and not own and len(body) <= _LONGEST_BODY:
            commands[name] = Command(body, has_argument=bool(arguments))
    return commands


def expanded(raw: str, commands: Mapping[str, Command]) -> str:
    """Return a value with the file's own commands replaced by what they stand for."""
    pattern = re.compile(rf"\\({'|'.join(sorted(commands, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}})?")
    at = 0
    for _ in range(_MOST_USES):
        match = pattern.search(raw, at)
        if match is None:
            break
        command, end = commands[match[1]], match.end()
        text = command.text
        if command.has_argument and (argument := _ARGUMENT.match(raw, match.end(1))) is not None:
            text, end = text.replace("#1", argument[1]), argument.end()
        raw = f"{raw[: match.start()]}{{{text}}}{raw[end:]}"
        at = match.start()
    return raw
