"""What every language has to say of comparisons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from paperatlas.notes import Column


@dataclass(frozen=True, slots=True)
class ComparisonTexts:
    """The words of tables that compare methods: of a group, and of papers that the reader chooses."""

    title: str
    label: Callable[[str], str]
    """Names the table, from the title of the group."""
    columns: Mapping[Column, str]
    these: str
    """On the link from a group's table to the page that compares any papers."""
    found: str
    """On the link from the list of papers, with a place for the {count} that are shown."""
    page: str
    """The title of that page."""
    intro: str
    add: str
    hint: str
    none: str
    empty: str
    """What stands in the place of the table while no paper is chosen."""
    take_out: str
    """With a place for the {name} of a paper."""
    unknown: str
    """With a place for the {keys} in the address that no paper has."""
    loading: str
    no_script: str
    tables: str
    """The heading above the groups whose tables stand on the pages of directions."""
