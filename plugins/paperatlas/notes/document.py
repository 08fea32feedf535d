"""A Markdown page of the site: its front matter, its title, and the papers it mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from paperatlas.notes.citations import find_citations
from paperatlas.notes.front_matter import FrontMatter, read_front_matter
from paperatlas.problems import Place, Problem

_HEADING = re.compile(r"^#[ \t]+(?P<title>.+?)[ \t]*#*[ \t]*(?:\{[^{}]*\})?[ \t]*$", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#|>]|\d+\.)[ \t])")
_MARKUP = re.compile(
    r"\[(?P<label>[^\[\]]*)\]\([^()]*\)|(?P<mark>\*\*|__|\*|`|^[ \t]*(?:[-*+>#|]+|\d+\.)[ \t]+)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A page citing a paper: the key as written, where, and the sentence around it as plain text."""

    key: str
    place: Place
    sentence: str


@dataclass(frozen=True, slots=True)
class Document:
    """A hand-written page.

    `source` is its path below the docs folder, POSIX, without a language's suffix (`about.md`, also for
    `about.en.md`); `language` is the one it is written in, empty if the site does not say. `title` is its
    front-matter title, else its first first-level heading, else empty.
    """

    source: str
    language: str
    title: str
    front_matter: FrontMatter = field(repr=False)
    mentions: tuple[Mention, ...]


def read_document(text: str, file: str, source: str, language: str = "") -> tuple[Document, list[Problem]]:
    """Read the Markdown `text` of `file` (its path for people) at `source` (its path below docs)."""
    matter, problems = read_front_matter(text, file)
    heading = _HEADING.search(text, matter.body_start)
    title = matter.values.get("title")
    if not isinstance(title, str):
        title = heading["title"] if heading else ""
    return Document(source, language, title, matter, _mentions(text, matter.body_start, file)), problems


def _mentions(text: str, start: int, file: str) -> tuple[Mention, ...]:
    """Every cited key of the text after `start`, with its place and its sentence."""
    body = text[start:]
    line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
    sentence_starts = sorted({0, *(match.end() for match in _SENTENCE_END.finditer(body)), len(body)})
    mentions = []
    for cluster in find_citations(body):
        index = bisect_right(sentence_starts, cluster.start)
        sentence = _plain(body[sentence_starts[index - 1] : _at(sentence_starts, index, len(body))])
        for citation in cluster.citations:
            offset = start + citation.start
            line = bisect_right(line_starts, offset)
            place = Place(file, line, offset - line_starts[line - 1] + 1)
            mentions.append(Mention(citation.key, place, sentence))
    return tuple(mentions)


def _at(numbers: list[int], index: int, default: int) -> int:
    return numbers[index] if index < len(numbers) else default


def _plain(markdown: str) -> str:
    """A sentence without its citations and inline marks, on one line."""
    parts, position = [], 0
    for cluster in find_citations(markdown):
        parts.append(markdown[position : cluster.start].rstrip())
        position = cluster.end
    text = "".join([*parts, markdown[position:]])
    text = _MARKUP.sub(lambda match: match["label"] or "", text)
    return " ".join(text.split())
