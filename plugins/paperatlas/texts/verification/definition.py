"""What every language has to say of what was looked up of a paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerificationTexts:
    """The words of what was looked up of a paper, and when."""

    code: str
    """Before what is known of the code."""
    licence: Callable[[str], str]
    """The licence of the code, `MIT`, within a list."""
    code_states: Mapping[str, str]
    """By the states in which a repository is found: what it is."""
    notices: Mapping[str, str]
    """By the states in which a preprint or a publication is found: a sentence for readers."""
    checked: str
    """Before what was looked up."""
    checked_on: Callable[[str, str, str], str]
    """Something that was looked up on a day at a source: its subject, `2026-11-01`, the source as HTML."""
    subjects: Mapping[str, str]
    """By what is looked up: its name within a list."""
