"""What may have been meant as a citation and is none: keys in brackets without `@`, or with full-width signs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.diagnostics.problem import Span
from paperatlas.notes.body import Body
from paperatlas.notes.citations.masking import DEFINITION, mask

_KEY = r"[^\s\[\]［］@＠;；,，、]+"
_SEPARATOR = r"[ \t]*[;；,，、][ \t]*"
_SIGN = r"(?:[@＠]{1,2}[ \t]*|#)?"
_KEYS = rf"{_SIGN}{_KEY}(?:{_SEPARATOR}{_SIGN}{_KEY})*"
_WRITTEN = re.compile(
    rf"(?<![\\!\w\]])[\[［][ \t]*(?P<keys>{_KEYS})[ \t]*[\]］](?![\[(:])|(?<![\w@])＠(?P<key>[\w:.#$%&\-+?<>~/]*\w)",
    re.ASCII,
)
_PARTS = re.compile(_SEPARATOR)
_TASK = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\]", re.MULTILINE)
_DEFINED = re.compile(DEFINITION, re.MULTILINE)
_FURTHER = re.compile(rf"[ \t]*[;；,，、][ \t]*(?P<key>{_KEY})[ \t]*")


@dataclass(frozen=True, slots=True)
class UnmarkedCitation:
    """Words of a page that were meant as a citation if an entry has each of their `keys`: as written, and where."""

    keys: tuple[str, ...]
    text: str
    span: Span


def unmarked_citations(body: Body, block: SourceBlock, body_start: int) -> Iterator[UnmarkedCitation]:
    """Yield what looks like a citation without being one: `[ddpm]`, `［@ddpm］`, `＠ddpm`, `[@ddpm；ddim]`, `[@ ddpm]`.

    The body begins at an offset of the block of its file.
    """
    for keys, start, text in _unmarked(body):
        yield UnmarkedCitation(keys, text, block.span(body_start + start, len(text)))


def _unmarked(body: Body) -> Iterator[tuple[tuple[str, ...], int, str]]:
    """Yield keys, where they begin in the body, and how they are written."""
    if _WRITTEN.search(body.text):
        yield from _brackets(body)
    for cluster in body.clusters:
        if match := _FURTHER.fullmatch(cluster.citations[-1].suffix):
            keys = (*(citation.key for citation in cluster.citations), match["key"])
            yield keys, cluster.start, body.text[cluster.start : cluster.end]


def _brackets(body: Body) -> Iterator[tuple[tuple[str, ...], int, str]]:
    masked = _TASK.sub(lambda match: " " * len(match[0]), mask(body.text))
    labels = {match["label"].casefold() for match in _DEFINED.finditer(body.text)}
    begins = [cluster.start for cluster in body.clusters]
    for match in _WRITTEN.finditer(masked):
        keys = tuple(key.lstrip("@＠# \t") for key in _PARTS.split(match["keys"] or match["key"]))
        before = bisect_right(begins, match.start())
        read = before > 0 and match.end() <= body.clusters[before - 1].end
        if not read and match[0][1:-1].casefold() not in labels:
            yield keys, match.start(), match[0]
