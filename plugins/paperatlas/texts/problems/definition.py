"""What every language has to say of problems: their list, and what a served page tells of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from paperatlas.diagnostics.problem import Severity


@dataclass(frozen=True, slots=True)
class RulesTexts:
    """The words of the page of rules. The rules themselves are written in English."""

    title: str
    description: str
    intro: str
    """With `{code}` where the command stands."""
    in_english: str
    """A line which says that the rules are in English; empty where that goes without saying."""
    contents: str
    instead_of: str
    write: str
    severities: Mapping[Severity, str]
    families: Mapping[str, str]
    """By the letters of their codes."""


@dataclass(frozen=True, slots=True)
class ServedTexts:
    """What a page that is served while the site is written says of what is broken."""

    errors: Callable[[int], str]
    failed: str
    more: Callable[[int], str]
