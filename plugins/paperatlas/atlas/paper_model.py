"""A paper, as every page and export reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from paperatlas.atlas.addresses import Address, paper_address
from paperatlas.atlas.keyword_marks import KeywordMark
from paperatlas.atlas.roles import contributors_of
from paperatlas.atlas.venue import VenueKind
from paperatlas.bibliography import Entry, MarkedText, NameList
from paperatlas.bibliography.model.container import container_title
from paperatlas.bibliography.model.date_words import STATE_WORDS, means_no_date
from paperatlas.bibliography.model.dates import ENGLISH_YEARS, YearWords, year_label
from paperatlas.bibliography.model.identifiers import arxiv_month
from paperatlas.text.language_tags import known_tag, tag_of

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
        return known_tag(tag_of(self.entry.plain("langid") or self.entry.plain("language")))

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
