"""The Atlas: papers, directions and relations, as every page and export reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from paperatlas.atlas.addresses import Address, direction_address, paper_address
from paperatlas.atlas.backlinks import Backlinks, find_backlinks, find_mentions
from paperatlas.atlas.keyword_marks import KeywordMark
from paperatlas.atlas.relation_types import RelationType
from paperatlas.atlas.roles import contributors_of
from paperatlas.atlas.venue import VenueKind
from paperatlas.bibliography import Entry, MarkedText, NameList
from paperatlas.bibliography.model.container import container_title
from paperatlas.bibliography.model.date_words import STATE_WORDS, means_no_date
from paperatlas.bibliography.model.dates import ENGLISH_YEARS, YearWords, year_label
from paperatlas.bibliography.model.identifiers import arxiv_month
from paperatlas.citations import PaperCitation
from paperatlas.diagnostics.problem import Span
from paperatlas.notes import Assessment, Column, Document, Status
from paperatlas.results import Result
from paperatlas.text.language_tags import known_tag
from paperatlas.verification import Verification

AbstractOrigin = Literal["authors", "own"]
"""Whose words an abstract is: those of the paper's authors, or the site's own."""

_ABSTRACT_ORIGINS: Mapping[str, AbstractOrigin] = {"authors": "authors", "own": "own"}


@dataclass(frozen=True, slots=True)
class Placement:
    """A direction a paper belongs to, and the group inside it; `group` is empty outside the groups."""

    direction: str
    group: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside the site: `kind` is `paper`, `pdf`, `review`, or one of `LINK_FIELDS`.

    `official` is false for code that is not by the paper's authors.
    """

    kind: str
    url: str
    official: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """One entry of the library, read for the site. Its `entry` has every field as written."""

    entry: Entry = field(repr=False)
    slug: str
    method: str
    """The method's name (`shorttitle`), or empty."""
    title: MarkedText
    authors: NameList
    """Those whom it is cited by: its authors, or else its editors or translators, as `role` says."""
    role: str
    """What the `authors` are: `author`, `editor`, `translator`, or a kind of editor such as `compiler`."""
    year: int | None
    venue: str
    """The short name of where it appeared: `ICML`, `arXiv`, or empty."""
    publication: str
    """Where it appeared, in full: proceedings or journal, volume, pages."""
    links: tuple[Link, ...]
    placements: tuple[Placement, ...]
    keywords: tuple[str, ...]
    """Keywords that name no direction and are no marks."""
    venue_kind: VenueKind | None = None
    """What the venue is."""
    marks: tuple[KeywordMark, ...] = ()
    """Keywords that the site has made marks."""

    @property
    def directions(self) -> tuple[str, ...]:
        """Return the slugs of the directions that the paper is in, each once."""
        return tuple(dict.fromkeys(place.direction for place in self.placements))

    @property
    def key(self) -> str:
        """Return the citation key."""
        return self.entry.key

    @property
    def contributors(self) -> Mapping[str, NameList]:
        """Return its editors and translators beside those whom it is cited by, by role."""
        return contributors_of(self.entry)

    @property
    def container(self) -> MarkedText | None:
        """Return the journal, book or proceedings it appeared in, as the entry names it."""
        return container_title(self.entry)

    @property
    def abstract_origin(self) -> AbstractOrigin | None:
        """Return whose words its abstract is, if its entry says so."""
        return _ABSTRACT_ORIGINS.get((self.entry.verbatim("abstractorigin") or "").strip().lower())

    @property
    def language(self) -> str:
        """Return the tag of the language that the paper is in; empty if its entry names none that is known."""
        return known_tag(self.entry.plain("langid") or self.entry.plain("language"))

    @property
    def name(self) -> str:
        """Return what to call the paper in a few words: its method, else its title."""
        return self.method or self.title.readable

    @property
    def year_name(self) -> str:
        """Return the year as a reader knows it, `44 BC` for -43; empty if it is not known."""
        return "" if self.year is None else year_label(self.year)

    @property
    def when(self) -> str:
        """Return when it appeared, as a reader knows it: `2021`, `1925–1940`, `Spring 2010`, `in press`, or empty.

        A date that cannot be read is shown as written.
        """
        return self.when_in(ENGLISH_YEARS, STATE_WORDS)

    def when_in(self, words: YearWords, states: Mapping[str, str]) -> str:
        """Return when it appeared in the words of another language; `states` are those for what is not published.

        A season stands with its year: `Spring 2010`.
        """
        date = self.entry.date
        return self._without_date(states) if date is None else date.when_in(words)

    def years_in(self, words: YearWords, states: Mapping[str, str]) -> str:
        """Return the year or years in which it appeared, as a citation has them, or what `when_in` says for none."""
        date = self.entry.date
        return self._without_date(states) if date is None else date.years_in(words)

    def _without_date(self, states: Mapping[str, str]) -> str:
        """Return what there is of a paper without a date: its state before publication, or what is written for it."""
        state, written = self.entry.pubstate, self.entry.plain("date")
        return states.get(state, state) or ("" if means_no_date(written) else written)

    @property
    def first_public(self) -> str:
        """Return the month of its preprint on arXiv, `2020-10`, or empty."""
        month = arxiv_month(self.entry.arxiv) if self.entry.arxiv else None
        return f"{month[0]}-{month[1]:02d}" if month else ""

    @property
    def code_licence(self) -> str:
        """Return the licence of its code as its entry names it, `MIT`, or empty."""
        return (self.entry.verbatim("codelicense") or "").strip()

    @property
    def address(self) -> Address:
        """Return the address of its page."""
        return paper_address(self.slug)

    def link(self, kind: str) -> Link | None:
        """Return its first link of a kind."""
        return next((link for link in self.links if link.kind == kind), None)

    def localised(self, name: str, language: str) -> tuple[MarkedText, str] | None:
        """Return the text of field `name` in `language`, else in English, with the language it is in.

        A translation is the field with the language's code behind it: `abstract_zh`.
        """
        for suffix, found in ((f"_{language}", language), ("", "en"), ("_zh", "zh")):
            if text := self.entry.text(name + suffix):
                return text, found
        return None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading inside a direction with its papers' keys, oldest first.

    `columns` are those of the table that compares its papers, if its note names any.
    """

    slug: str
    title: str
    summary: str
    papers: tuple[str, ...]
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Direction:
    """A research direction: what the head of its note says, with its papers by group.

    The last group has an empty slug if some papers are in the direction but in none of its groups. `now` is `status`
    with its date and reason, `then` an earlier judgement. `source`, `file` and `language` are those of its note, whose
    text is the document's alone: what names a direction does not change with every word of it.
    """

    slug: str
    title: str
    summary: str
    status: Status | None
    groups: tuple[Group, ...]
    related: tuple[str, ...]
    source: str
    file: str
    language: str = ""
    now: Assessment | None = None
    then: Assessment | None = None
    background: bool = False
    """Whether it holds what several directions share, and is not counted as one."""

    @property
    def papers(self) -> tuple[str, ...]:
        """Return the keys of all its papers, each once, in the order of the groups."""
        return tuple(dict.fromkeys(key for group in self.groups for key in group.papers))

    @property
    def address(self) -> Address:
        """Return the address of its page."""
        return direction_address(self.slug)


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` has a relation of some type to `target`, both citation keys.

    `evidence` is one line by language that says why, as the library states it.
    """

    source: str
    target: str
    type: RelationType
    origin: Literal["stated", "derived"]
    evidence: Mapping[str, str]
    span: Span

    def evidence_in(self, language: str) -> str:
        """Return the evidence in `language`, else in whichever language has one, else empty."""
        return self.evidence.get(language) or next(iter(self.evidence.values()), "")

    def evidence_language(self, language: str) -> str:
        """Return the language of the evidence that is shown in `language`; that itself if there is none."""
        return language if self.evidence.get(language) else next(iter(self.evidence), language)


@dataclass(frozen=True, slots=True)
class Redirect:
    """The address that a page had before, and the one that it has now."""

    former: Address
    address: Address


@dataclass(frozen=True)
class Atlas:
    """Everything the site shows. Mappings keep the library's order."""

    papers: Mapping[str, Paper]
    directions: Mapping[str, Direction]
    relations: tuple[Relation, ...]
    relation_types: tuple[RelationType, ...]
    documents: tuple[Document, ...]
    redirects: tuple[Redirect, ...] = ()
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the key of a `@set`, which is cited as all of them: the keys of its papers."""
    results: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)
    """By key: what was published of that paper's results."""
    citations: tuple[PaperCitation, ...] = ()
    """Which papers cite which, as far as that is known."""
    verifications: Mapping[str, tuple[Verification, ...]] = field(default_factory=dict)
    """By key: what was looked up of that paper, and when."""

    @property
    def direction_count(self) -> int:
        """Return how many directions there are, without a background that they share."""
        return sum(not direction.background for direction in self.directions.values())

    @cached_property
    def relations_from(self) -> Mapping[str, tuple[Relation, ...]]:
        """By key: the relations that paper states."""
        return _grouped((relation.source, relation) for relation in self.relations)

    @cached_property
    def relations_to(self) -> Mapping[str, tuple[Relation, ...]]:
        """By key: the relations other papers state to that paper."""
        return _grouped((relation.target, relation) for relation in self.relations)

    @cached_property
    def citations_from(self) -> Mapping[str, tuple[PaperCitation, ...]]:
        """By key: the citations in that paper's list of references."""
        return _grouped((citation.citing, citation) for citation in self.citations)

    @cached_property
    def citations_to(self) -> Mapping[str, tuple[PaperCitation, ...]]:
        """By key: the citations of that paper by others."""
        return _grouped((citation.cited, citation) for citation in self.citations)

    @cached_property
    def documents_by_source(self) -> Mapping[str, Document]:
        """By source, as documents name it: the hand-written pages."""
        return {document.source: document for document in self.documents}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """By source: the titles of the hand-written pages."""
        return {document.source: document.title for document in self.documents}

    @cached_property
    def mentions(self) -> Backlinks:
        """By key: the hand-written pages that cite that paper, once for each citation."""
        return find_mentions(self.documents, self.cited_by)

    def cited_by(self, key: str) -> tuple[str, ...]:
        """Return the keys of the papers that a key cites: its own, or those of the members of a `@set`."""
        return self.sets.get(key, (key,))

    @cached_property
    def former_addresses(self) -> Mapping[str, tuple[Address, ...]]:
        """By address: where that page was before."""
        return _grouped((redirect.address, redirect.former) for redirect in self.redirects)

    @cached_property
    def backlinks(self) -> Backlinks:
        """By address: the hand-written pages that link to that page."""
        return find_backlinks(self.documents)


_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
