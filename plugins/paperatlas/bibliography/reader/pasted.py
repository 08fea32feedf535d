"""What a merge or a careless paste leaves in a .bib file, where it would be read as text between entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography import rules
from paperatlas.diagnostics.problem import Edit, Problem, Span

_CONFLICT = re.compile(rb"^(?:<{7}|>{7}) [^\n]*", re.MULTILINE)
_HEADLESS = re.compile(
    rb"^(?:article|book|inbook|incollection|inproceedings|mastersthesis|misc|online|phdthesis|proceedings|report|software"
    rb"|techreport|thesis|unpublished)[ \t]*\{[^\s{}\",=]+,[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""The first line of an entry without its `@`, by the commonest types: a line of a value does not look like that."""


def pasted_problems(data: bytes, file: str) -> Iterator[Problem]:
    """Yield the marks of conflicts, each conflict once, and the heads of entries that lack their `@`."""
    if b"<<<<<<< " in data or b">>>>>>> " in data:
        for match in _CONFLICT.finditer(data):
            if match[0].startswith(b"<") or data.count(b"<<<<<<< ", 0, match.start()) == 0:
                span = _span(data, match, file)
                yield rules.CONFLICT_MARKER.at(span, text=match[0].decode("utf-8", "replace")[:40])
    for match in _HEADLESS.finditer(data):
        span = _span(data, match, file)
        text = match[0].decode("utf-8", "replace").rstrip()
        edit = Edit(Span(file, span.line, 1, span.line, 1), "@")
        yield rules.HEADLESS_ENTRY.at(span, text=text).mended_by(edit)


def _span(data: bytes, match: re.Match[bytes], file: str) -> Span:
    line = data.count(b"\n", 0, match.start()) + 1
    return Span(file, line, 1).covering(match[0].decode("utf-8", "replace"))
