"""What every language has to say of directions: what is thought of them, and what a new note begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AssessmentTexts:
    """The words of the judgements of how far the directions have come."""

    month: Callable[[int, int], str]
    """A year and the number of a month."""
    own: str
    """Whose judgement it is, where the note does not say."""
    why: str
    why_of: Callable[[str, str], str]
    """The same for those who cannot see where it stands, from the direction and the month; begins with `why`."""
    answer: str
    """Above the directions by status."""
    separator: str
    bars: Callable[[bool], str]
    """What the bars count; whether some papers have code."""


@dataclass(frozen=True, slots=True)
class NoteTexts:
    """What the note of a new direction says to whoever fills it in."""

    summary: str
    status: str
    order: str
    groups: str
    group_title: str
    group_summary: str
    related: str
    sections: Sequence[tuple[str, str]]
    """The headings, and what belongs below each."""
