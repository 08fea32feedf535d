"""What may have been meant as a citation: keys in brackets without `@`, with full-width signs, in other brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.diagnostics.problem import Span
from paperatlas.notes.body import Body
from paperatlas.notes.citations.masking import DEFINITION, mask

_KEY = r"[^\s\[\]［］@＠;；,，、]+"
_BARE = r"[\w:.#$%&\-+?<>~/]*\w"
_SEPARATOR = r"[ \t]*[;；,，、][ \t]*"
_SIGN = r"(?:[@＠]{1,2}[ \t]*|#)?"
_KEYS = rf"{_SIGN}{_KEY}(?:{_SEPARATOR}{_SIGN}{_KEY})*"
_WRITTEN = re.compile(
    rf"(?<![\\!\w\]@])@?[\[［][ \t]*(?P<keys>{_KEYS})[ \t]*[\]］](?![\[(])|(?<![\w@])＠(?P<key>[\w:.#$%&\-+?<>~/]*\w)",
    re.ASCII,
)
_MARKED = rf"(?>@{_BARE}(?:{_SEPARATOR}@{_BARE})*+)"
_AROUND = re.compile(rf"(?<![\\A-Za-z0-9_\]@])[({{（｛【〔][ \t]*(?P<keys>{_MARKED})[ \t]*[)}}）｝】〕]")
"""Keys in brackets that are not those of a citation: `(@ddpm)` is a citation in a sentence, in brackets of the text."""
_OPEN = re.compile(
    rf"(?<![\\A-Za-z0-9_\]])\[(?P<keys>{_MARKED})(?=[^\[\]\n]*+(?:\n(?![ \t]*\n)[^\[\]\n]*+)*+(?:\[|\n[ \t]*\n|\Z))"
)
"""Keys behind a bracket that nothing closes before the next one opens, or the paragraph ends."""
_WORDINGS = ((_WRITTEN, ""), (_AROUND, "around"), (_OPEN, "open"))
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
    variant: str = ""
    """What is wrong, as a wording of the rule: nothing closes it (`open`), or other brackets are `around` it."""


def unmarked_citations(body: Body, block: SourceBlock, body_start: int) -> Iterator[UnmarkedCitation]:
    """Yield what looks like a citation without being one: `[ddpm]`, `［@ddpm］`, `＠ddpm`, `[@ddpm；ddim]`, `[@ ddpm]`.

    The body begins at an offset of the block of its file.
    """
    for keys, start, text, variant in _unmarked(body):
        yield UnmarkedCitation(keys, text, block.span(body_start + start, len(text)), variant)


def _unmarked(body: Body) -> Iterator[tuple[tuple[str, ...], int, str, str]]:
    """Yield keys, where they begin in the body, how they are written, and what is wrong with that."""
    patterns = [(pattern, variant) for pattern, variant in _WORDINGS if pattern.search(body.text)]
    if patterns:
        yield from _brackets(body, patterns)
    for cluster in body.clusters:
        if match := _FURTHER.fullmatch(cluster.citations[-1].suffix):
            keys = (*(citation.key for citation in cluster.citations), match["key"])
            yield keys, cluster.start, body.text[cluster.start : cluster.end], ""


def _brackets(
    body: Body, patterns: Sequence[tuple[re.Pattern[str], str]]
) -> Iterator[tuple[tuple[str, ...], int, str, str]]:
    masked = _TASK.sub(lambda match: " " * len(match[0]), mask(body.text))
    labels = {match["label"].casefold() for match in _DEFINED.finditer(body.text)}
    begins = [cluster.start for cluster in body.clusters]
    found = ((match, variant) for pattern, variant in patterns for match in pattern.finditer(masked))
    for match, variant in found:
        written = match["keys"] or match["key"]
        keys = tuple(key.lstrip("@＠# \t") for key in _PARTS.split(written))
        before = bisect_right(begins, match.start())
        read = before > 0 and match.end() <= body.clusters[before - 1].end
        if not read and written.casefold() not in labels:
            yield keys, match.start(), match[0], variant
