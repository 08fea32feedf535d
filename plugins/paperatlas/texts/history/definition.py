"""What every language has to say of what has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangesTexts:
    """The words of the page of what has changed; `since` and `nothing_since` have places for the script to fill in."""

    page: str
    intro: str
    since: Callable[[str, str], str]
    nothing_since: Callable[[str], str]
    begun: Callable[[int], str]
    statuses: str
    from_to: Callable[[str, str], str]
    news: Callable[[str, str], str]
    papers: Callable[[int], str]
    relations: Callable[[int], str]
    changed: Callable[[int], str]
