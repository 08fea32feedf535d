"""An independent look at where entries begin, so that every one of them is accounted for."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = re.compile(rb"(?<![\w.+-])@[ \t]*([^\s@{}(),=\"#%'\\]*)\s*([{(])")
_KEY_AFTER_BRACE = re.compile(rb"[^\s,{}\"=]+\s*,")
_KEY_AFTER_PAREN = re.compile(rb"\s*[^\s,(){}\"=]+\s*[,=)]")
_BRACE = re.compile(rb"[{}]")

BLOCKS = frozenset({"comment", "preamble", "string"})
"""The three words after `@` that are no entry types."""


class Chunk(NamedTuple):
    """A stretch of a file that begins with one block and reaches to the next.

    `start` and `end` are byte offsets, `line` is the line of `start`, from 1, `kind` the lower-case word
    after `@` (empty for an entry without a type).
    """

    kind: str
    start: int
    end: int
    line: int
    column: int


class Scan(NamedTuple):
    """What a scan found: the chunks, and how many entries stand inside each `@comment{…}` by its line."""

    chunks: tuple[Chunk, ...]
    commented: tuple[tuple[int, int], ...]


def scan(data: bytes) -> Scan:
    """Where blocks begin: at each `@word{` that opens a line, or that follows the end of another block on its line.

    What a line begins with is the one mark that damage to an entry does not move: a brace too many or
    too few shifts every count of braces after it, but not the beginning of the next line.
    """
    matches = [match for match in _HEAD.finditer(data) if _is_head(match)]
    opening = [_opens_line(data, match.start()) for match in matches]
    chunks: list[Chunk] = []
    commented: list[tuple[int, int]] = []
    line, counted, index = 1, 0, 0
    budget = 8 * len(data)
    closed = 0
    while index < len(matches):
        match = matches[index]
        start = match.start()
        if not opening[index] and (start < closed or closed < 0 or _is_commented_out(data, start)):
            index += 1
            continue
        line += data.count(b"\n", counted, start)
        counted = start
        kind = match[1].decode("utf-8", "replace").lower()
        following = index + 1
        closed = 0
        if following < len(matches) and (kind == "comment" or not opening[following]):
            closed = closing_brace(data, match.end(), budget) if match[2] == b"{" else -1
            budget -= (closed if closed > 0 else len(data)) - start
            if kind == "comment":
                while following < len(matches) and matches[following].start() < closed:
                    following += 1
                if following > index + 1:
                    commented.append((line, following - index - 1))
        chunks.append(Chunk(kind, start, len(data), line, start - data.rfind(b"\n", 0, start)))
        index = following
    ends = [*(chunk.start for chunk in chunks[1:]), len(data)]
    return Scan(tuple(chunk._replace(end=end) for chunk, end in zip(chunks, ends, strict=bool(chunks))), tuple(commented))


def closing_brace(data: bytes, start: int, budget: int) -> int:
    """The offset after the brace that closes the one before `start`; -1 if none does within `budget` bytes."""
    depth = 1
    for match in _BRACE.finditer(data, start, start + max(budget, 0)):
        depth += 1 if match[0] == b"{" else -1
        if depth == 0:
            return match.end()
    return -1


def _is_commented_out(data: bytes, offset: int) -> bool:
    """Whether a `%` stands before `offset` on its line."""
    before = data[max(0, offset - 1000) : offset]
    return b"%" in before[before.rfind(b"\n") + 1 :]


def _is_head(match: re.Match[bytes]) -> bool:
    """Whether a block begins here, and not a sentence with an `@`.

    An entry without a type, or in parentheses, must show a citation key to be told from text.
    """
    if match[2] == b"{":
        return bool(match[1]) or _KEY_AFTER_BRACE.match(match.string, match.end()) is not None
    if not match[1]:
        return False
    if match[1].lower() in (b"comment", b"preamble"):
        return True
    return _KEY_AFTER_PAREN.match(match.string, match.end()) is not None


def _opens_line(data: bytes, offset: int) -> bool:
    """Whether only blanks stand before `offset` on its line.

    It looks back over 256 bytes at most, so that a file of one long line costs no quadratic time.
    """
    before = data[max(0, offset - 256) : offset].rstrip(b" \t")
    return before.endswith(b"\n") if before else offset <= 256
