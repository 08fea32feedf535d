"""Why papers are related, for the words that pages have for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a paper is related to another, in no language but that of the terms."""

    direction: str = ""
    """The slug of a direction that both are in."""
    group: str = ""
    """The slug of a group of that direction that both are in."""
    cites: bool = False
    """Whether the paper cites the other."""
    cited: bool = False
    """Whether the other cites the paper."""
    both_cited: int = 0
    """How many papers cite both; 0 for a single one."""
    both_cite: int = 0
    """How many papers both cite; 0 for a single one."""
    names_it: bool = False
    """Whether the paper's abstract names the method of the other."""
    named_by_it: bool = False
    """Whether the abstract of the other names the paper's method."""
    notes: tuple[str, ...] = ()
    """The hand-written pages that cite both in one sentence, by their source."""
    authors: tuple[str, ...] = ()
    """The authors that both have, as the paper writes them."""
    terms: tuple[str, ...] = ()
    """What both texts speak of, as the other one writes it."""
