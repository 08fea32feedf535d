"""What every language has to say of the lists of papers, people, venues and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from paperatlas.atlas.venue import VenueKind


@dataclass(frozen=True, slots=True)
class IndexTexts:
    """The words of the indexes. A row's `description` is made of its label and the words for its papers."""

    label: str
    people: str
    people_intro: str
    people_hint: str
    venues: str
    venues_intro: str
    years: str
    years_intro: str
    initials: str
    initial: Callable[[str, str], str]
    """The title of the page of one letter, from that of its index."""
    most_papers: str
    venue_kinds: Mapping[VenueKind, str]
    without_author: str
    without_venue: str
    without_year: str
    description: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class LibraryTexts:
    """The words of the library at a glance, and of the home page that shows it."""

    home: str
    newest: str
    latest: Callable[[str], str]
    """When the last of them became public: a month or a year."""
    changed: str
    """Above what was last changed."""
    all_papers: str
    all_people: str
    all_venues: str
    downloads: str
    """Before the files of the whole library."""
    dated: Callable[[str], str]
    """At the foot of every page, from the day on which the library was last changed."""


@dataclass(frozen=True, slots=True)
class PartTexts:
    """The words of a list that is divided into pages, and of the search in all of them."""

    label: Callable[[str], str]
    """Names the links between the pages to those who do not see them: from the heading of the list."""
    title: Callable[[str, int], str]
    """From the title of the list and the number of the page."""
    previous: str
    next: str
    more: str
    """On a button below what was found; the script fills in {count}."""
    not_loaded: str
