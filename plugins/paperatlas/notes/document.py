"""A Markdown page of the site: its front matter, its title, and the papers it mentions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.body import Body, read_body
from paperatlas.notes.citations.find import CitationCluster
from paperatlas.notes.citations.slips import citation_slips
from paperatlas.notes.citations.unmarked import UnmarkedCitation, unmarked_citations
from paperatlas.notes.conflicts import conflict_markers
from paperatlas.notes.formulas import readable_formulas
from paperatlas.notes.front_matter import FrontMatter, read_front_matter
from paperatlas.notes.opening import READ, first_sentences, paragraphs, without_unseen
from paperatlas.notes.theme_fields import theme_field_problems
from paperatlas.text.control_characters import without_controls

_HEADING = re.compile(r"^#[ \t]++(?P<title>[^\n]+)$", re.MULTILINE)
_SENTENCE_END = re.compile(
    r"(?<=[。！？])|(?<=[.!?])\s+|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#|>]|\d+\.|\[\^[^\[\]\n]+\]:)[ \t])"
    r"|^[ \t]*(?:!!!|\?\?\?\+?|===[!+]*|///)[^\n]*(?:\n|\Z)|^#[^\n]*(?:\n|\Z)",
    re.MULTILINE,
)
"""Where a sentence ends, or what stands between two: the line that begins an admonition, a heading."""
_LONG = 1000
"""In characters, markup included: no sentence of prose is twice as long, and each of the citations in it has it."""
_WORD_END = re.compile(r"\s+|[，、；]")

_ROW = re.compile(r"^[ \t]*\|(?P<cells>[^\n]*?)\|?[ \t]*$", re.MULTILINE)
_MARKUP = re.compile(
    r"\[\^[^\[\]\n]+\]:?|!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|\[(?P<label>[^\[\]]*)\]\([^()]*\)"
    r"|(?P<mark>\*\*|__|\*|`|^[ \t]*(?:[-*+>#|]+|\d+\.)[ \t]+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A page citing a paper: the key as written, where, and the sentence around it as plain text.

    One in the text, `@key`, may be no citation at all if no entry has the key; in the sentence it stays as written.
    """

    key: str
    span: Span
    sentence: str
    in_text: bool = False


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page linking to another page of the site: the target as written, where, and the sentence around it."""

    target: str
    span: Span
    sentence: str
    """As plain text."""


@dataclass(frozen=True, slots=True)
class Document:
    """A hand-written page.

    `source` is its path below the docs folder, POSIX, without a language's suffix (`about.md`, also for
    `about.en.md`); `language` is the one it is written in: what its front matter says, else what the site says,
    empty if neither does. `title` is its front-matter title, else its first first-level heading, else empty.
    `body` is its text behind the front matter, without the empty lines around it, which some hosts take away.
    """

    source: str
    language: str
    title: str
    front_matter: FrontMatter = field(repr=False)
    body: Body = field(repr=False)
    mentions: tuple[Mention, ...]
    links: tuple[PageLink, ...] = ()
    images: tuple[PageLink, ...] = ()
    unmarked: tuple[UnmarkedCitation, ...] = ()
    opening: str = ""
    """Its first sentences as plain text, as many as describe it in a line; empty where it has no prose."""
    body_line: int = 1
    """The line of its file in which the body begins."""

    def span_in_body(self, offset: int, text: str) -> Span:
        """Return where a text stands that begins at an offset of the body, in characters."""
        before = self.body.text[:offset]
        column = offset - before.rfind("\n")
        return Span(self.front_matter.span().file, self.body_line + before.count("\n"), column).covering(text)


def read_document(text: str, file: str, source: str, language: str = "") -> tuple[Document, list[Problem]]:
    """Read the Markdown `text` of `file` (its path for people) at `source` (its path below docs)."""
    matter, problems = read_front_matter(text, file)
    problems += theme_field_problems(matter)
    body = read_body(text[matter.body_start :].strip("\n"))
    heading = _HEADING.search(body.text)
    title = matter.values.get("title")
    if not isinstance(title, str):
        title = without_controls(_title(heading["title"])) if heading else ""
    declared = matter.values.get("language")
    if isinstance(declared, str) and declared:
        language = declared
    sentence_at = _sentences(body)
    # Hosts take away the empty lines around a body.
    body_start = len(text.rstrip("\n")) - len(body.text)
    block = SourceBlock(file, text, 1, 1)
    mentions = tuple(_mentions(block, body_start, body, sentence_at))
    links, images = (
        tuple(PageLink(link.target, block.span(body_start + link.start), sentence_at(link.start)) for link in found)
        for found in (body.links, body.images)
    )
    unmarked = tuple(unmarked_citations(body, block, body_start))
    problems += citation_slips(body, block, body_start)
    problems += conflict_markers(body, block, body_start)
    line = text.count("\n", 0, body_start) + 1
    found = Document(source, language, title, matter, body, mentions, links, images, unmarked, _opening(body), line)
    return found, problems


def _title(written: str) -> str:
    """Return the text of a heading without the marks and attributes at its end."""
    title = written.rstrip(" \t")
    before, brace, attributes = title.rpartition("{")
    if brace and before.strip() and attributes.find("}") == len(attributes) - 1:
        title = before.rstrip(" \t")
    return title.rstrip("#").rstrip(" \t") or title[:1]


def including(document: Document, texts: Iterable[SourceBlock]) -> Document:
    """Return the document with the papers that texts mention which a host includes in it."""
    bodies = [(block, read_body(block.text)) for block in texts]
    more = [mention for block, body in bodies for mention in _mentions(block, 0, body, _sentences(body))]
    return replace(document, mentions=(*document.mentions, *more)) if more else document


def body_of(markdown: str, document: Document | None) -> Body:
    """Return the body of a page as a host hands it over.

    It is that of the `document`, unless the host has none or another extension has changed the text since it was read.
    """
    if document is not None and document.body.text == markdown.strip("\n"):
        return document.body
    return read_body(markdown)


def _sentences(body: Body) -> Callable[[int], str]:
    """Return the function that gives the sentence around an offset as plain text."""
    clusters = body.clusters
    begins = [cluster.start for cluster in clusters]

    def is_inside(offset: int) -> bool:
        """Tell whether a cluster goes on at the offset: the full stop of `[@a, p. 3]` ends no sentence."""
        before = bisect_left(begins, offset)
        return before > 0 and offset < clusters[before - 1].end

    def cuts(start: int, end: int) -> Iterator[int]:
        """Yield where a text without full stops is divided: behind a word, or where there is none, behind a cluster."""
        while end - start > 2 * _LONG:
            words = (match.end() for match in _WORD_END.finditer(body.text, start + _LONG, start + 2 * _LONG))
            start = next((word for word in words if not is_inside(word)), start + 2 * _LONG)
            if is_inside(start):
                start = clusters[bisect_left(begins, start) - 1].end
            yield start

    ends = (match.end() for match in _SENTENCE_END.finditer(body.text))
    whole = sorted({0, *(end for end in ends if not is_inside(end)), len(body.text)})
    bounds = sorted({*whole, *(cut for start, end in pairwise(whole) for cut in cuts(start, end))})

    # A sentence may hold any number of citations.
    @cache
    def sentence(index: int) -> str:
        start, end = bounds[index], bounds[index + 1]
        inside = clusters[bisect_left(begins, start) : bisect_left(begins, end)]
        return _plain(body.text, start, end, inside)

    return lambda offset: sentence(bisect_right(bounds, offset) - 1)


def _mentions(block: SourceBlock, body_start: int, body: Body, sentence_at: Callable[[int], str]) -> Iterator[Mention]:
    """Yield every cited key of the body that begins in the block, with its place and its sentence."""
    for cluster in body.clusters:
        sentence = sentence_at(cluster.start)
        for number, citation in enumerate(cluster.citations):
            span = block.span(body_start + citation.start).covering(citation.key)
            yield Mention(citation.key, span, sentence, cluster.in_text and number == 0)


def _opening(body: Body) -> str:
    """Return the first sentences of the first paragraph of prose."""
    for start, last in paragraphs(body.text):
        end = min(last, start + READ)
        inside = tuple(cluster for cluster in body.clusters if start <= cluster.start < cluster.end <= end)
        plain = without_unseen(readable_formulas(_plain(body.text, start, end, inside)))
        if any(map(str.isalpha, plain)):
            return first_sentences(plain.strip())
    return ""


def _plain(text: str, start: int, end: int, clusters: tuple[CitationCluster, ...]) -> str:
    """Return a sentence without its citations and inline marks, on one line."""
    parts, position = [], start
    for cluster in clusters:
        before = text[position : cluster.start]
        parts.append(f"{before}@{cluster.citations[0].key}" if cluster.narrative else before.rstrip())
        position = cluster.end
    plain = _ROW.sub(_cells, "".join([*parts, text[position:end]]))
    plain = _MARKUP.sub(lambda match: match["label"] or "", plain)
    return without_controls(" ".join(plain.split()))


def _cells(row: re.Match[str]) -> str:
    """Return what stands in the cells of a table's row, without those that are empty now."""
    return " · ".join(cell for cell in map(str.strip, row["cells"].split("|")) if cell)
