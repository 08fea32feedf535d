"""What every language has to say of exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from paperatlas.notes import Status


@dataclass(frozen=True, slots=True)
class ExportTexts:
    """The words of exported files that people read: the feed, `llms.txt`."""

    feed: str
    """What the feed of a site holds; with `{site}`."""
    code: str
    counts: str
    """With `{papers}`, `{directions}` and `{relations}`."""
    how: Callable[[bool], str]
    """How to find something in the data, in one paragraph; whether the exports of papers are files."""
    directions: str
    data: str
    in_direction: str
    """With `{papers}`."""
    statuses: Mapping[Status, str]
    files: Mapping[str, str]
    """What each file holds, by its address."""
    pages: Mapping[str, str]
    """What each page shows that readers of the data can do without, by its address."""
    separator: str
    full_stop: str
