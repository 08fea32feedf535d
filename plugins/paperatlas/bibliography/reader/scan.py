"""An independent look at where entries begin, so that every one of them is accounted for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

BLOCKS = frozenset({"comment", "preamble", "string"})
"""The three words after `@` that are no entry types."""

# Possessive, so that a run of blanks is passed over once and not once for every way to divide it. It begins with
# a plain character, which the engine finds ten times faster than a look behind it.
_HEAD = re.compile(rb"@[ \t]*+([^\s@{}(),=\"#%'\\]*+)\s*+([{(])")
_WORD_BEFORE = re.compile(rb"[\w.+-]")
_BARE_HEAD = re.compile(
    rb"@[ \t]*(article|book|booklet|collection|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc"
    rb"|online|phdthesis|proceedings|report|software|techreport|thesis|unpublished)"
    rb"[ \t]+(?=[^\s@{}(),=\"#%'\\]+[ \t]*,)",
    re.IGNORECASE,
)
"""The head of an entry that lacks its brace."""
_KEY_AFTER_BRACE = re.compile(rb"[^\s,{}\"=]+\s*,")
_KEY_AFTER_PAREN = re.compile(rb"\s*[^\s,(){}\"=]+\s*[,=)]")
_BRACE = re.compile(rb"[{}]")

_INLINE = -1
"""The indentation of a head that does not open its line."""
_LONGEST_INDENTATION = 256
"""In bytes. Looking further back would cost quadratic time in a file of one long line."""


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


class _Head(NamedTuple):
    """Where a block may begin: its word, the offset after its opening brace (0 if it has none), its indentation."""

    kind: str
    start: int
    inside: int
    indentation: int


def scan(data: bytes) -> Scan:
    """Return where blocks begin: at each `@word{` that opens a line, or that follows another block on its line.

    What a line begins with is the one mark that damage to an entry does not move: a brace too many or
    too few shifts every count of braces after it, but not the beginning of the next line. Only where a
    head is indented deeper than the one before it, and the braces around it balance, is it taken for text
    inside a value.
    """
    heads = _heads(data)
    limits = _limits(heads, len(data))
    chunks: list[Chunk] = []
    commented: list[tuple[int, int]] = []
    line, counted, index = 1, 0, 0
    budget = 8 * len(data)
    while index < len(heads):
        head = heads[index]
        line += data.count(b"\n", counted, head.start)
        counted = head.start
        following, spent = _following(data, heads, limits, index, budget)
        budget -= spent
        if head.kind == "comment" and (inside := sum(each.indentation >= 0 for each in heads[index + 1 : following])):
            commented.append((line, inside))
        column = head.start - data.rfind(b"\n", 0, head.start)
        end = heads[following].start if following < len(heads) else len(data)
        chunks.append(Chunk(head.kind, head.start, end, line, column))
        index = following
    return Scan(tuple(chunks), tuple(commented))


def _limits(heads: list[_Head], size: int) -> list[int]:
    """For each head, where the next one begins that opens a line and is indented no deeper; else `size`."""
    limits = [size] * len(heads)
    # The heads after this one that are nearest of their indentation, deepest last: nothing farther can matter.
    depths: list[int] = []
    starts: list[int] = []
    for index in reversed(range(len(heads))):
        head = heads[index]
        if nearest := bisect_right(depths, max(head.indentation, 0)):
            limits[index] = starts[nearest - 1]
        if head.indentation >= 0:
            nearer = bisect_left(depths, head.indentation)
            depths[nearer:], starts[nearer:] = [head.indentation], [head.start]
    return limits


def _following(data: bytes, heads: list[_Head], limits: list[int], index: int, budget: int) -> tuple[int, int]:
    """Return the number of the head that begins the next block, and how many bytes were searched for it."""
    head = heads[index]
    following = index + 1
    if following == len(heads):
        return following, 0
    if head.kind != "comment" and 0 <= heads[following].indentation <= max(head.indentation, 0):
        return following, 0
    limit = len(data) if head.kind == "comment" else limits[index]
    limit = min(limit, head.start + max(budget, 0))
    closed = closing_brace(data, head.inside, limit) if head.inside else -1
    while following < len(heads) and (heads[following].start < closed or (closed < 0 and _hidden(heads[following]))):
        following += 1
    return following, (closed if closed > 0 else limit) - head.start


def _hidden(head: _Head) -> bool:
    """Return whether a head may be text of a block that is never closed."""
    return head.indentation == _INLINE


def closing_brace(data: bytes, start: int, limit: int) -> int:
    """Return the offset after the brace that closes the one before `start`; -1 if none does before `limit`."""
    depth = 1
    for match in _BRACE.finditer(data, start, limit):
        depth += 1 if match[0] == b"{" else -1
        if depth == 0:
            return match.end()
    return -1


def _heads(data: bytes) -> list[_Head]:
    """Return everything that can begin a block."""
    heads = []
    for match in _HEAD.finditer(data):
        if _is_head(match):
            indentation = _indentation(data, match.start())
            if indentation != _INLINE or not _is_commented_out(data, match.start()):
                inside = match.end() if match[2] == b"{" else 0
                heads.append(_Head(_word(match), match.start(), inside, indentation))
    bare = [
        _Head(_word(match), match.start(), 0, indentation)
        for match in _BARE_HEAD.finditer(data)
        if (indentation := _indentation(data, match.start())) != _INLINE
    ]
    return sorted(heads + bare, key=lambda head: head.start) if bare else heads


def _word(match: re.Match[bytes]) -> str:
    """Return the word after the `@`, in lower case."""
    return match[1].decode("utf-8", "replace").lower()


def _is_head(match: re.Match[bytes]) -> bool:
    """Return whether a block begins here, and not a sentence with an `@`.

    An entry without a type, or in parentheses, must show a citation key to be told from text.
    """
    if _WORD_BEFORE.match(match.string, max(0, match.start() - 1), match.start()):
        return False  # an e-mail address
    if match[2] == b"{":
        return bool(match[1]) or _KEY_AFTER_BRACE.match(match.string, match.end()) is not None
    if not match[1]:
        return False
    if match[1].lower() in (b"comment", b"preamble"):
        return True
    return _KEY_AFTER_PAREN.match(match.string, match.end()) is not None


def _indentation(data: bytes, offset: int) -> int:
    """Return how many blanks stand before `offset` on its line; `_INLINE` if anything else does."""
    before = data[max(0, offset - _LONGEST_INDENTATION) : offset]
    blanks = len(before) - len(before.rstrip(b" \t"))
    if blanks == len(before):
        return blanks if offset < _LONGEST_INDENTATION else _INLINE
    return blanks if before[len(before) - blanks - 1] == 0x0A else _INLINE


def _is_commented_out(data: bytes, offset: int) -> bool:
    """Return whether a `%` hides the head at `offset`: it opens the line, or stands behind the last brace before it.

    Anywhere else it is a percent sign in a value.
    """
    before = data[max(0, offset - 1000) : offset]
    line = before[before.rfind(b"\n") + 1 :].lstrip()
    return line.startswith(b"%") or b"%" in line[line.rfind(b"}") + 1 :]
