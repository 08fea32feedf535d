"""A Markdown page of the site: its front matter, its title, and the papers it mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.citations.find import find_citations
from paperatlas.notes.front_matter import FrontMatter, read_front_matter
from paperatlas.notes.links import find_links

_HEADING = re.compile(r"^#[ \t]+(?P<title>.+?)[ \t]*#*[ \t]*(?:\{[^{}]*\})?[ \t]*$", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#|>]|\d+\.)[ \t])")
_MARKUP = re.compile(
    r"\[(?P<label>[^\[\]]*)\]\([^()]*\)|(?P<mark>\*\*|__|\*|`|^[ \t]*(?:[-*+>#|]+|\d+\.)[ \t]+)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A page citing a paper: the key as written, where, and the sentence around it as plain text.

    One in the text, `@key`, may be no citation at all if no entry has the key; in the sentence it stays as written.
    """

    key: str
    place: Span
    sentence: str
    in_text: bool = False


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page linking to another page of the site: the target as written, and the sentence around it as plain text."""

    target: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Document:
    """A hand-written page.

    `source` is its path below the docs folder, POSIX, without a language's suffix (`about.md`, also for
    `about.en.md`); `language` is the one it is written in: what its front matter says, else what the site says,
    empty if neither does. `title` is its front-matter title, else its first first-level heading, else empty.
    """

    source: str
    language: str
    title: str
    front_matter: FrontMatter = field(repr=False)
    mentions: tuple[Mention, ...]
    links: tuple[PageLink, ...] = ()


def read_document(text: str, file: str, source: str, language: str = "") -> tuple[Document, list[Problem]]:
    """Read the Markdown `text` of `file` (its path for people) at `source` (its path below docs)."""
    matter, problems = read_front_matter(text, file)
    heading = _HEADING.search(text, matter.body_start)
    title = matter.values.get("title")
    if not isinstance(title, str):
        title = heading["title"] if heading else ""
    declared = matter.values.get("language")
    if isinstance(declared, str) and declared:
        language = declared
    body = text[matter.body_start :]
    sentence_at = _sentences(body)
    mentions = _mentions(text, matter.body_start, file, sentence_at)
    links = tuple(PageLink(target, sentence_at(offset)) for offset, target in find_links(body))
    return Document(source, language, title, matter, mentions, links), problems


def _sentences(body: str) -> Callable[[int], str]:
    """The function that gives the sentence around an offset as plain text."""
    # The full stop of `[@a, p. 3]` ends no sentence.
    whole = find_citations(body)
    ends = (match.end() for match in _SENTENCE_END.finditer(body))
    outside = (end for end in ends if not any(cluster.start < end < cluster.end for cluster in whole))
    starts = sorted({0, *outside, len(body)})

    def sentence_at(offset: int) -> str:
        index = bisect_right(starts, offset)
        return _plain(body[starts[index - 1] : _at(starts, index, len(body))])

    return sentence_at


def _mentions(text: str, start: int, file: str, sentence_at: Callable[[int], str]) -> tuple[Mention, ...]:
    """Every cited key of the text after `start`, with its place and its sentence."""
    body = text[start:]
    line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
    mentions = []
    for cluster in find_citations(body):
        sentence = sentence_at(cluster.start)
        for number, citation in enumerate(cluster.citations):
            offset = start + citation.start
            line = bisect_right(line_starts, offset)
            place = Span(file, line, offset - line_starts[line - 1] + 1).covering(citation.key)
            mentions.append(Mention(citation.key, place, sentence, in_text=cluster.in_text and number == 0))
    return tuple(mentions)


def _at(numbers: list[int], index: int, default: int) -> int:
    return numbers[index] if index < len(numbers) else default


def _plain(markdown: str) -> str:
    """A sentence without its citations and inline marks, on one line."""
    parts, position = [], 0
    for cluster in find_citations(markdown):
        before = markdown[position : cluster.start]
        parts.append(f"{before}@{cluster.citations[0].key}" if cluster.narrative else before.rstrip())
        position = cluster.end
    text = "".join([*parts, markdown[position:]])
    text = _MARKUP.sub(lambda match: match["label"] or "", text)
    return " ".join(text.split())
