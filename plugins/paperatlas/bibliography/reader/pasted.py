"""What a merge or a careless paste leaves in a .bib file, where it would be read as text between entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography import rules
from paperatlas.diagnostics.problem import Edit, Problem, Span

_CONFLICT = re.compile(rb"\n(?:<{7}|>{7}) [^\n]*")
_HEADLESS = re.compile(
    rb"\n(?=[a-z])(?:article|book|inbook|incollection|inproceedings|mastersthesis|misc|online|phdthesis|proceedings|report|software"
    rb"|techreport|thesis|unpublished)[ \t]*\{[^\s{}\",=]+,[ \t]*(?=\n|\Z)",
    re.IGNORECASE,
)
"""The first line of an entry without its `@`, by the commonest types: a line of a value does not look like that."""

_SIGNS = {"＠": "@", "｛": "{"}
"""What an input method for Chinese writes where an entry begins."""
_FULL_WIDTH = re.compile(
    r"\n(?:＠[ \t]*[a-z]+[ \t]*(?:\{|\(|｛)|@[ \t]*[a-z]+[ \t]*｛)[^\s{}]*".encode(), re.IGNORECASE
)
_CUT_SHORT = re.compile(rb"\n[ \t]*@[A-Za-z]*\s*\Z")
"""What is left of an entry where a file was cut short behind its `@`."""
_ENTRY = re.compile(rb"^[^\S\n]*@|@\s*[a-z]+\s*[{(]", re.MULTILINE | re.IGNORECASE)
_TEXT = re.compile(rb"^[^\S\n]*(?!This file was created with JabRef|Encoding: )[^%\s]", re.MULTILINE)
"""A line that is no comment. JabRef heads its files without a sign for one."""
_RIS = re.compile(rb"^TY  - ", re.MULTILINE)
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")
_PAGE = re.compile(rb"\s*<(?:!doctype html|html)", re.IGNORECASE)
_LONGEST_TYPE = 40
"""How many bytes before the end of a file the type of an entry may begin."""


def pasted_problems(data: bytes, file: str) -> Iterator[Problem]:
    """Yield the marks of conflicts, each conflict once, and what keeps entries, or the whole file, from being read."""
    if b"<<<<<<< " in data or b">>>>>>> " in data:
        opened = False
        for span, text in _lines(_CONFLICT, data, file):
            opened |= text.startswith("<")
            # The end of a conflict is told only where its beginning was removed.
            if text.startswith("<") or not opened:
                yield rules.CONFLICT_MARKER.at(span, text=text[:40])
    heads = [*_odd_heads(data, file)]
    yield from heads
    if b"@" in data[-_LONGEST_TYPE:]:
        for span, text in _lines(_CUT_SHORT, data, file):
            yield rules.HEADLESS_ENTRY.at(span, "cut", text=text.strip())
    if not heads and (first := _TEXT.search(data)) is not None and _ENTRY.search(data) is None:
        variant = "ris" if _RIS.search(data) else "page" if _PAGE.match(data) else "json" if _JSON.match(data) else ""
        yield rules.NO_ENTRY.at(Span(file, data.count(b"\n", 0, first.start()) + 1, 1), variant, file=file)


def _odd_heads(data: bytes, file: str) -> Iterator[Problem]:
    """Yield the first lines of entries that are none for want of a sign."""
    for span, text in _lines(_HEADLESS, data, file):
        edit = Edit(Span(file, span.line, 1, span.line, 1), "@")
        yield rules.HEADLESS_ENTRY.at(span, text=text.rstrip()).mended_by(edit)
    # UTF-8's first byte of both signs, which most libraries have nowhere.
    for span, text in _lines(_FULL_WIDTH, data, file) if b"\xef" in data else ():
        sign = next(sign for sign in text if sign in _SIGNS)
        yield rules.HEADLESS_ENTRY.at(span, "full-width", text=text, sign=sign, plain=_SIGNS[sign])


def _lines(pattern: re.Pattern[bytes], data: bytes, file: str) -> Iterator[tuple[Span, str]]:
    """Yield the place and the text of what a pattern, which begins with the end of the line before, finds in lines.

    Lines that begin so are found five times as fast as with `^`.
    """
    line, counted = 1, 0
    lines = b"\n" + data
    for match in pattern.finditer(lines):
        line += lines.count(b"\n", counted, match.start())
        counted = match.start()
        text = match[0][1:].decode("utf-8", "replace")
        yield Span(file, line, 1).covering(text), text
