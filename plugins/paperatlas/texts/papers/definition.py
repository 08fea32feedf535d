"""What every language has to say of the pages of papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AbstractTexts:
    """The words around an abstract that is not the library's own."""

    title: str
    origin: Callable[[str, str], str]
    """Whose the abstract is: from its source and the day it was fetched."""


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """The words of a paper's page that no other page has."""

    first_public: str
    published: str
    group: str
    """Above the papers before and after it in its group."""
    previous: str
    next: str
    neighbourhood: str
    more_papers: Callable[[int], str]
    """On a link from the drawing to the relations of the papers that it leaves out."""


@dataclass(frozen=True, slots=True)
class RelatedTexts:
    """The words of derived relations: what they are, and why a paper is on the list.

    Reasons begin without a capital, to stand in a row.
    """

    title: str
    explanation: str
    """How the list came about, and that nobody states it."""
    shared_place: Callable[[str], str]
    """Both papers are in a direction or group of this title."""
    names_it: Callable[[str, str], str]
    """The abstract of the first paper names the second."""
    cited_together: Callable[[Sequence[str]], str]
    """Pages of these titles cite both papers in one sentence."""
    cites_it: Callable[[str, str], str]
    """The first paper cites the second."""
    both_cited: Callable[[int], str]
    """So many papers cite both."""
    both_cite: Callable[[int], str]
    """Both cite so many papers."""
    shared_authors: Callable[[Sequence[str]], str]
    shared_terms: Callable[[Sequence[str]], str]
    joined: Callable[[Sequence[str]], str]
    """The reasons in a row."""
