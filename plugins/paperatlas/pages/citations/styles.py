"""How citations and references look: the two styles that are built in.

A style makes HTML. The words an author writes beside a key are Markdown and stay it: `words` marks them, so that
they reach the page as they were written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from paperatlas.atlas import Paper
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import Citation, CitationCluster
from paperatlas.pages.citations.reference import (
    reference_html,
    short_names,
    shorthand_of,
    sort_key,
    year_of,
)
from paperatlas.texts.definition import Messages

WORDS_BEGIN, WORDS_END = "\ue010", "\ue011"
"""Private characters around an author's own words."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation on a page: its paper, if there is one, and what makes a label (HTML) the link to it."""

    citation: Citation
    paper: Paper | None
    link: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Reference:
    """A line of the bibliography; `label` is the number in front of it, if the style has one."""

    paper: Paper
    html: str
    label: str = ""


class PageStyle(Protocol):
    """A style on a page, whose papers it knows."""

    tight: bool
    """Whether brackets bring their own space."""

    def cluster(self, cited: Sequence[Cited], *, narrative: bool) -> str:
        """Return the HTML of citations that stand together, an author's words marked."""

    def references(self) -> list[Reference]:
        """Return the bibliography."""

    def problems(self) -> list[Problem]:
        """Return what went wrong so far."""


class CitationStyle(Protocol):
    """A style: for the papers of a page, in the order they are cited, it makes that of the page."""

    @property
    def key(self) -> tuple[str | bytes, ...]:
        """Return what tells it from other styles; what it makes depends on nothing else."""

    def on_page(
        self,
        papers: Sequence[Paper],
        messages: Messages,
        href: Callable[[Paper], str],
        clusters: Sequence[CitationCluster],
    ) -> PageStyle:
        """Return the style on a page with these citations; `href` leads from it to a paper."""


def words(text: str) -> str:
    """Return an author's words, marked."""
    return f"{WORDS_BEGIN}{text}{WORDS_END}" if text else ""


def words_behind(text: str, comma: str) -> str:
    """Return the words behind a key or a locator as their author parted them from it, its comma that of the style."""
    written = text.lstrip()
    if written.startswith(","):
        return comma + words(written[1:].lstrip())
    return (" " if written != text else "") + words(written)


def with_words(messages: Messages, citation: Citation, html: str) -> str:
    """Return a citation with the words before and behind it; a comma parts it from a locator."""
    locator, comma = citation.locator, messages.citations.comma
    place = comma + words(locator.written) if locator else ""
    before = words(citation.prefix)
    return f"{before} {html}".lstrip() + place + words_behind(citation.words, comma)


def unknown(citation: Citation) -> str:
    """Return a key that no entry has, as written."""
    return f'<span class="pa-unknown">@{escape(citation.key)}</span>'


class AuthorYear:
    """`(Kong and Ping, 2021)`; references by author and year."""

    key = ("author-year",)

    def on_page(
        self,
        papers: Sequence[Paper],
        messages: Messages,
        href: Callable[[Paper], str],
        clusters: Sequence[CitationCluster] = (),  # noqa: ARG002 - each is written by itself
    ) -> PageStyle:
        """Return the style with initials and letters, which tell a year's papers of people of one name apart."""
        return _AuthorYearPage(sorted(papers, key=sort_key), messages, href)


@dataclass
class _AuthorYearPage:
    papers: Sequence[Paper]
    messages: Messages
    href: Callable[[Paper], str]

    def __post_init__(self) -> None:
        self.tight = self.messages.tight_citations
        self.initialed = _of_namesakes(self.papers, self.messages)
        self.years = _years([(self._who(paper), paper) for paper in self.papers], self.messages)

    def cluster(self, cited: Sequence[Cited], *, narrative: bool) -> str:
        first, *others = cited
        if not narrative or first.paper is None:
            return self.messages.parenthesised([self._one(each) for each in cited])
        if shorthand_of(first.paper):
            more = [with_words(self.messages, first.citation, ""), *(self._one(each) for each in others)]
            inside = "; ".join(part.lstrip(" ,，") for part in more if part)
            return first.link(escape(shorthand_of(first.paper))) + (f" ({inside})" if inside else "")
        year = self.years[first.paper.key]
        who = escape(self._who(first.paper))
        if not others and not first.citation.suffix:
            return first.link(self.messages.citations.narrative(who, year))
        inside = with_words(self.messages, first.citation, year)
        return self.messages.citations.narrative(
            first.link(who), "; ".join([inside, *(self._one(each) for each in others)])
        )

    def references(self) -> list[Reference]:
        return [Reference(paper, self._reference(paper)) for paper in self.papers]

    def problems(self) -> list[Problem]:
        return []

    def _reference(self, paper: Paper) -> str:
        year = self.years.get(paper.key, "")
        html = reference_html(paper, self.messages, self.href(paper), year=year, year_first=True)
        shorthand = shorthand_of(paper)
        return f"[{escape(shorthand)}] {html}" if shorthand else html

    def _who(self, paper: Paper) -> str:
        return self.messages.citations.names(self._names(paper))

    def _names(self, paper: Paper) -> list[str]:
        return short_names(paper, initials=paper.key in self.initialed)

    def _one(self, cited: Cited) -> str:
        if cited.paper is None:
            return with_words(self.messages, cited.citation, unknown(cited.citation))
        names = [] if cited.citation.suppress_author else self._names(cited.paper)
        label = shorthand_of(cited.paper) or self.messages.author_year(names, self.years[cited.paper.key])
        return with_words(self.messages, cited.citation, cited.link(escape(label)))


def _of_namesakes(papers: Sequence[Paper], messages: Messages) -> frozenset[str]:
    """Return the keys of papers whose first authors need initials: others of the name are cited with the same year.

    CSL calls this disambiguation by the primary name with initials, and does it before letters (1.0.2,
    `givenname-disambiguation-rule`).
    """
    alike = defaultdict(list)
    for paper in papers:
        alike[messages.citations.names(short_names(paper)), paper.year].append(paper)
    namesakes = [same for same in alike.values() if len({short_names(each, initials=True)[0] for each in same}) > 1]
    return frozenset(paper.key for same in namesakes for paper in same)


def _years(papers: Iterable[tuple[str, Paper]], messages: Messages) -> Mapping[str, str]:
    """Return by key the year, with a letter where two papers would be cited alike; each with whom a citation names."""
    alike = defaultdict(list)
    for who, paper in papers:
        alike[shorthand_of(paper) or who, paper.year].append(paper)
    years = {}
    for members in alike.values():
        for number, paper in enumerate(members):
            letter = f"{'-' if paper.year is None else ''}{letter_of(number)}" if len(members) > 1 else ""
            years[paper.key] = year_of(paper, messages) + letter
    return years


def letter_of(number: int) -> str:
    """Return the letters of a number: a, b, … z, aa, ab, and so on."""
    quotient, remainder = divmod(number, 26)
    return (letter_of(quotient - 1) if quotient else "") + chr(ord("a") + remainder)


class Numeric:
    """`[1, 2]`; references in the order they are cited."""

    key = ("numeric",)

    def on_page(
        self,
        papers: Sequence[Paper],
        messages: Messages,
        href: Callable[[Paper], str],
        clusters: Sequence[CitationCluster] = (),  # noqa: ARG002 - each is written by itself
    ) -> PageStyle:
        """Return the style with the papers' numbers."""
        return _NumericPage(papers, messages, href)


@dataclass
class _NumericPage:
    papers: Sequence[Paper]
    messages: Messages
    href: Callable[[Paper], str]
    tight: bool = False

    def __post_init__(self) -> None:
        numbered = (paper for paper in self.papers if not shorthand_of(paper))
        self.labels = {paper.key: escape(shorthand_of(paper)) for paper in self.papers}
        self.labels |= {paper.key: str(number) for number, paper in enumerate(numbered, 1)}

    def cluster(self, cited: Sequence[Cited], *, narrative: bool) -> str:
        wordy = any(each.citation.prefix or each.citation.suffix for each in cited)
        inside = ("; " if wordy else ", ").join(self._one(each) for each in cited)
        paper = cited[0].paper
        if not narrative or paper is None:
            return f"[{inside}]"
        return f"{escape(self.messages.citations.names(short_names(paper)))} [{inside}]"

    def references(self) -> list[Reference]:
        return [
            Reference(
                paper,
                reference_html(
                    paper, self.messages, self.href(paper), year=year_of(paper, self.messages), year_first=False
                ),
                f"[{self.labels[paper.key]}]",
            )
            for paper in self.papers
        ]

    def problems(self) -> list[Problem]:
        return []

    def _one(self, cited: Cited) -> str:
        html = unknown(cited.citation) if cited.paper is None else cited.link(self.labels[cited.paper.key])
        return with_words(self.messages, cited.citation, html)


BUILT_IN: Mapping[str, CitationStyle] = {"author-year": AuthorYear(), "numeric": Numeric()}
"""The styles that need no file."""
