"""Abstracts as archives send them -> paragraphs of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paperatlas.formats import plain_text

_BLOCK = re.compile(r"<(/?)(?:jats:)?(p|title|sec|list|list-item|abstract|div|h\d)\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(r"(?:abstract|summary|résumé|摘要)\W*", re.IGNORECASE)
_LABEL = re.compile(r"\A(?:Abstract|ABSTRACT)(?:\s*[:.—–-]+\s*|\s+(?=[A-Z]))")
_WITHDRAWN = re.compile(r"\W*this (?:\w+ ){1,3}(?:has been|was|is) withdrawn", re.IGNORECASE)


def from_arxiv(summary: str) -> tuple[str, ...]:
    """Return the paragraphs of an arXiv summary: LaTeX, lines broken anywhere, paragraphs begun by indented lines.

    None for the notice that stands in the place of a withdrawn paper's abstract.
    """
    if _WITHDRAWN.match(summary):
        return ()
    return _clean(plain_text.from_latex(part) for part in re.split(r"\n(?:[ \t]*\n|[ \t]+)", summary.strip()))


def from_jats(abstract: str) -> tuple[str, ...]:
    """Return the paragraphs of an abstract in JATS or HTML, the title of a section before its first paragraph."""
    parts, heading, at, in_title = [], "", 0, False
    for tag in [*_BLOCK.finditer(abstract), None]:
        text = plain_text.from_html(abstract[at : tag.start() if tag else len(abstract)])
        at = tag.end() if tag else at
        if in_title and not _HEADING.fullmatch(text):
            heading = f"{text.rstrip(':.')}: " if text else heading
        elif text and not in_title:
            parts.append(heading + text)
            heading = ""
        in_title = tag is not None and not tag[1] and (tag[2].lower() == "title" or tag[2][:1] in "hH")
    return _clean(parts)


def _clean(parts: Iterable[str]) -> tuple[str, ...]:
    """Paragraphs that say something, without the label before the first."""
    paragraphs = [part for part in parts if part]
    if paragraphs:
        paragraphs[0] = _LABEL.sub("", paragraphs[0])
    return tuple(part for part in paragraphs if part)
