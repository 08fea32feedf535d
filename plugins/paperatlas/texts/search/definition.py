"""What every language has to say of search, and of pages that are not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchTexts:
    """The words of search, most of them of one that is loaded in pieces. Its script fills in {count} and {query}."""

    title: str
    placeholder: str
    hint: str
    """Before anything is typed."""
    searching: str
    results: str
    one: str
    count: str
    none: str
    more: str
    close: str
    failed: str
    disk: str
    """That a site cannot be searched which is opened from a disk."""
    kinds: Mapping[str, str]
    """What a page is that was found: a direction, a paper, a person."""


@dataclass(frozen=True, slots=True)
class MovedTexts:
    """The words of a page that has moved."""

    title: Callable[[str], str]
    to: str
    """What stands before the link to where it is now."""


@dataclass(frozen=True, slots=True)
class NotFoundTexts:
    """The words of the page that is shown where there is none."""

    title: str
    intro: str
    near: str
    home: str
