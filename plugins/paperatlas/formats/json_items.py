"""The members of a JSON file one by one, each with its line, however big the file is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from paperatlas.bibliography.latex.spacing import end_of
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules

_CHUNK = 1 << 16
_MOST = 64 << 20
"""No member is longer: what has no end by then is damaged."""
_OF_A_NUMBER = "+-.0123456789Ee"
_SPACE = re.compile(r"[\s,\ufeff]*")
_decode = json.JSONDecoder().raw_decode


class JsonError(Exception):
    """The file is no JSON from some line on; the message says what is wrong there."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Readable(Protocol):
    """A file opened for reading text."""

    def read(self, size: int, /) -> str:
        """Return the next characters, at most `size`; none at the end."""


class Member(NamedTuple):
    """A member of a list (`name` is that of the list, or empty), or any other member of the outermost object."""

    name: str
    line: int
    value: Any


@dataclass
class _Window:
    """The stretch of a file that is being read."""

    file: Readable
    text: str = ""
    at: int = 0
    line: int = 1
    ended: bool = False

    def more(self) -> bool:
        """Read on; False at the end of the file."""
        chunk = "" if self.ended else self.file.read(max(_CHUNK, len(self.text) - self.at))
        self.ended = not chunk
        self.line += self.text.count("\n", 0, self.at)
        self.text, self.at = self.text[self.at :] + chunk, 0
        return not self.ended

    def here(self) -> int:
        """Return the line of the next character."""
        return self.line + self.text.count("\n", 0, self.at)

    def skip(self) -> str:
        """Go to the next character that is no space or comma; empty at the end of the file."""
        while True:
            self.at = end_of(_SPACE, self.text, self.at)
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def value(self) -> object:
        """Return the value that begins here."""
        while True:
            try:
                found, end = _decode(self.text, self.at)
            except (ValueError, RecursionError) as error:
                # Reading on moves what the error counts its lines from.
                reason = _reason(self, error)
                if len(self.text) - self.at > _MOST or not self.more():
                    raise JsonError(*reason) from error
                continue
            # A number may go on behind the end of what has been read.
            whole = end < len(self.text) and self.text[end] not in _OF_A_NUMBER
            if whole or self.ended or not self.more():
                self.at = min(end, len(self.text))
                return found


def _reason(window: _Window, error: Exception) -> tuple[int, str]:
    """Return the line, and what is wrong there."""
    if isinstance(error, json.JSONDecodeError):
        line = window.line + error.lineno - 1
        return line, f"{error.msg[:1].lower()}{error.msg[1:]}"
    if isinstance(error, RecursionError):
        return window.here(), "it is nested too deeply"
    # Python reads whole numbers of 4,300 digits at most.
    return window.here(), "it has a number of too many digits"


def json_members(file: Readable) -> Iterator[Member]:
    """Yield the members of the outermost list; of an outermost object its members, lists in it member by member.

    JSON texts one after the other (a text a line) are read like a list. Raises `JsonError` where it ends being JSON.
    """
    window = _Window(file)
    first = window.skip()
    if first == "[":
        yield from _list(window, "")
    elif first == "{":
        window.at += 1
        yield from _object(window)
    elif first:
        raise JsonError(window.here(), f"it begins with {first!r}, which is neither a list nor an object")
    while window.skip():
        # JSON Lines: what follows the first object.
        line = window.here()
        yield Member("", line, window.value())


def placed_members(
    file: Readable, name: str, problems: list[Problem], variant: str = ""
) -> Iterator[tuple[Member, Span]]:
    """Yield the members of the file called `name` with their places, and a problem where it ends being JSON."""
    try:
        yield from ((member, Span(name, member.line)) for member in json_members(file))
    except JsonError as error:
        problems.append(rules.UNREADABLE_SOURCE.at(Span(name, error.line), variant, reason=str(error)))


def _list(window: _Window, name: str) -> Iterator[Member]:
    window.at += 1
    while (character := window.skip()) != "]":
        line = window.here()
        if not character:
            raise JsonError(line, "the file ends in the middle of a list")
        yield Member(name, line, window.value())
    window.at += 1


def _object(window: _Window) -> Iterator[Member]:
    """Yield the members of the outermost object, as they come."""
    while (character := window.skip()) != "}":
        line = window.here()
        name = window.value() if character == '"' else None
        if not isinstance(name, str) or not _colon(window):
            raise JsonError(line, "the name of a member and a colon are expected here")
        if window.skip() == "[":
            yield from _list(window, name)
        else:
            line = window.here()
            yield Member(name, line, window.value())
    window.at += 1


def _colon(window: _Window) -> bool:
    if window.skip() != ":":
        return False
    window.at += 1
    return True
