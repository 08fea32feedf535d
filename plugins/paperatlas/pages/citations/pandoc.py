"""Citations and references by any CSL style, through Pandoc, a program of its own.

Pandoc looks at all citations of a page together: it adds what tells two works apart, joins numbers to ranges, repeats
no author. So a page is one question to it, and the citations are taken from its answer. It is not told an author's own
words, which are Markdown: a private character stands for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any, Literal

import msgspec

from paperatlas.atlas import Paper
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import Citation, CitationCluster
from paperatlas.notes.citations.locators import Locator
from paperatlas.notes.citations.rules import FAILED_PAGE
from paperatlas.pages.citations.csl_style_file import StyleFile
from paperatlas.pages.citations.csl_text import item_for_style, reference_of, words_around
from paperatlas.pages.citations.reference import short_names
from paperatlas.pages.citations.styles import (
    WORDS_BEGIN,
    WORDS_END,
    AuthorYear,
    Cited,
    PageStyle,
    Reference,
    unknown,
)
from paperatlas.texts.definition import Messages

_FIRST_WORDS = 0xE100
"""The first of the characters that stand for an author's words: the second words of a citation are the second one."""
_LAST_WORDS = 0xF8FF
_WORDS = re.compile(f"{WORDS_BEGIN}[^{WORDS_END}]*{WORDS_END}")
_STANDS_FOR_WORDS = re.compile("[\ue100-\uf8ff]")
_TAG = re.compile(r"<(/?)(?:em|(strong))>")
_LINK = re.compile(r'<a href="#ref-(?P<id>[^"]*)"[^>]*>(?P<label>.*?)</a>', re.DOTALL)

Mode = Literal["NormalCitation", "AuthorInText", "SuppressAuthor"]
"""Pandoc's ways to cite."""


class PandocError(Exception):
    """Pandoc has given no answer; the message says why."""


class CitedItem(msgspec.Struct):
    """A citation as Pandoc reads it."""

    id: str
    mode: Mode
    prefix: str
    suffix: str


class PageQuestion(msgspec.Struct, omit_defaults=True):
    """The citations of a page, in groups that stand together, and the works that it lists as CSL-JSON."""

    style: str
    items: str
    uncited: list[str]
    groups: list[list[CitedItem]]
    locale: str | None = None


class AnsweredReference(msgspec.Struct):
    """A line of the bibliography, its number apart if the style sets it apart."""

    id: str
    label: str
    html: str


class PageAnswer(msgspec.Struct):
    """The HTML of each group, and the bibliography in the style's order."""

    groups: list[str]
    references: list[AnsweredReference]


@dataclass(frozen=True, slots=True)
class PandocStyle:
    """A CSL style at `path`, and the Pandoc that carries it out; `ask` raises `PandocError`."""

    file: StyleFile
    path: str
    version: str
    ask: Callable[[PageQuestion], PageAnswer] = field(compare=False, repr=False)

    @property
    def key(self) -> tuple[str | bytes, ...]:
        """Return what tells it from other styles."""
        return "pandoc", self.version, self.file.data

    def on_page(
        self,
        papers: Sequence[Paper],
        messages: Messages,
        href: Callable[[Paper], str],
        clusters: Sequence[CitationCluster],
    ) -> PageStyle:
        """Return the style with a page's papers and citations; without a page's papers it is not asked."""
        fallback = AuthorYear().on_page(papers, messages, href)
        return _PandocPage(self, papers, messages, href, clusters, fallback) if papers else fallback


@dataclass(frozen=True, slots=True)
class _Group:
    """Citations that stand together, the cluster that they are part of, and their author's words."""

    cluster: tuple[Citation, ...]
    items: list[CitedItem]
    words: list[str]


class _PandocPage:
    """A style on a page that Pandoc has been asked about. What it has no answer to is left to `fallback`."""

    def __init__(
        self,
        style: PandocStyle,
        papers: Sequence[Paper],
        messages: Messages,
        href: Callable[[Paper], str],
        clusters: Sequence[CitationCluster],
        fallback: PageStyle,
    ) -> None:
        self.tight = False
        self._by_author = style.file.by_author
        self._messages, self._href, self._fallback = messages, href, fallback
        self._papers = {f"p{number}": paper for number, paper in enumerate(papers)}
        self._ids = {paper.key: id_ for id_, paper in self._papers.items()}
        self._problems: list[Problem] = []
        self._html: dict[tuple[Citation, ...], list[str]] = {}
        self._references: list[AnsweredReference] = []
        try:
            self._ask(style, clusters)
        except PandocError as error:
            self.tight = fallback.tight
            self._problems.append(FAILED_PAGE.at(Span(style.file.shown), reason=str(error)))

    def cluster(self, cited: Sequence[Cited], *, narrative: bool) -> str:
        """Return the style's own citation; one of numbers that is part of the sentence stands behind the names."""
        first = cited[0].paper
        html = " ".join(self._html.get(tuple(each.citation for each in cited), ()))
        if not html:
            return self._fallback.cluster(cited, narrative=narrative)
        linked = self._with_links(html, cited)
        missing = "".join(f" {unknown(each.citation)}" for each in cited if each.paper is None)
        if not narrative or first is None or self._by_author:
            return linked + missing
        who = escape(self._messages.citations.names(short_names(first)))
        return who + ("" if html.startswith("<sup") else " ") + linked + missing

    def references(self) -> list[Reference]:
        """Return the style's bibliography, in its own order."""
        references = []
        for answered in self._references:
            paper = self._papers[answered.id]
            numbered, language = not self._by_author and not answered.label, self._messages.language
            html = _as_in_titles(answered.html)
            reference = reference_of(paper, html, self._href, language=language, numbered=numbered)
            references.append(replace(reference, label=reference.label or answered.label))
        there = {reference.paper.key for reference in references}
        return references + [each for each in self._fallback.references() if each.paper.key not in there]

    def problems(self) -> list[Problem]:
        """Return what went wrong."""
        return self._problems

    def _ask(self, style: PandocStyle, clusters: Sequence[CitationCluster]) -> None:
        """Ask Pandoc about the page. Raises `PandocError`."""
        groups = [group for cluster in clusters for group in self._groups_of(cluster)]
        cited = {item.id for group in groups for item in group.items}
        items = [_with_seasons(item_for_style(paper, id_, style.file)) for id_, paper in self._papers.items()]
        answer = style.ask(
            PageQuestion(
                style=style.path,
                locale=style.file.locale(self._messages.language),
                items=msgspec.json.encode(items).decode(),
                uncited=[id_ for id_ in self._papers if id_ not in cited],
                groups=[group.items for group in groups],
            )
        )
        for group, html in zip(groups, answer.groups, strict=True):
            self._html.setdefault(group.cluster, []).append(_with_words(html, group.words))
        self._references = answer.references

    def _groups_of(self, cluster: CitationCluster) -> Iterator[_Group]:
        """Yield what is asked of a cluster: what is part of the sentence by itself, before the others.

        Pandoc would sort it into them if the style sorts.
        """
        known = [citation for citation in cluster.citations if citation.key in self._ids]
        if cluster.narrative and known and known[0] is cluster.citations[0]:
            mode: Mode = "AuthorInText" if self._by_author else "NormalCitation"
            yield self._group(cluster, known[:1], mode)
            known = known[1:]
        if known:
            yield self._group(cluster, known, "NormalCitation")

    def _group(self, cluster: CitationCluster, known: Sequence[Citation], mode: Mode) -> _Group:
        written: list[str] = []

        def stand_in(match: re.Match[str]) -> str:
            written.append(match[0])
            return chr(min(_FIRST_WORDS + len(written) - 1, _LAST_WORDS))

        items = []
        for citation in known:
            before, behind = words_around(citation)
            place = f", {_place_of(citation.locator)}" if citation.locator else ""
            items.append(
                CitedItem(
                    id=self._ids[citation.key],
                    mode="SuppressAuthor" if citation.suppress_author else mode,
                    prefix=_WORDS.sub(stand_in, before),
                    suffix=place + _WORDS.sub(stand_in, behind),
                )
            )
        return _Group(cluster.citations, items, written)

    def _with_links(self, html: str, cited: Sequence[Cited]) -> str:
        """Return citations whose links lead where those of the page do; one that has none becomes one as a whole."""
        link_of = {self._ids[each.citation.key]: each.link for each in cited if each.paper is not None}
        linked, count = _LINK.subn(lambda match: link_of[match["id"]](match["label"]), html)
        return linked if count else next(iter(link_of.values()))(html)


def _with_seasons(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item with its seasons as Pandoc reads them: as months from 21 on."""
    for date in item.values():
        if isinstance(date, dict) and isinstance(season := date.get("season"), int):
            date["date-parts"] = [[*parts[:1], 20 + season] for parts in date["date-parts"]]
    return item


def _place_of(locator: Locator) -> str:
    """Return a place as Pandoc reads it: it knows the words of the style's language alone, a number is that of a page.

    Braces hold a place together, but a number of two digits in them is no page to it.
    """
    if locator.label == "page" and locator.value[:1].isdecimal():
        return locator.value
    return f"{{{locator.value if locator.label == 'page' else locator.written}}}"


def _as_in_titles(html: str) -> str:
    """Return HTML with the elements that the titles of papers have, so that they are found in it."""
    return _TAG.sub(lambda match: f"<{match[1]}{'b' if match[2] else 'i'}>", html)


def _with_words(html: str, written: Sequence[str]) -> str:
    return _STANDS_FOR_WORDS.sub(lambda match: written[ord(match[0]) - _FIRST_WORDS], html)
