"""What every language has to say of graphs and their tools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GraphTexts:
    """The words in a drawing of relations. Its papers may have methods or not: the words fit both."""

    title: str
    summary: Callable[[int, int], str]
    """From the number of papers and that of relations."""
    canvas: str
    relations: str
    groups: str
    reading: str
    isolated: str
    edge: Callable[[str, str, str], str]
    """A relation as a sentence, from its source, type and target."""
    links: Callable[[int], str]
    between: str
    separator: str


@dataclass(frozen=True, slots=True)
class GraphToolTexts:
    """The words of a graph's tools and table. The script fills in {shown}, {total} and {count}."""

    tools: str
    """Names the row of tools to those who do not see it."""
    find: str
    no_match: str
    matches: str
    years: str
    year_from: str
    year_to: str
    group: str
    all_groups: str
    region: str
    all_regions: str
    shown: str
    clear: str
    zoom_in: str
    zoom_out: str
    zoom_reset: str
    full: str
    leave_full: str
    copy_link: str
    citations: Callable[[int], str]
    cites: Callable[[str, str], str]
    copied: str
    not_copied: str
    keys: str
    skip: str
    swipe: str
    open_paper: str
    column_source: str
    column_relation: str
    column_target: str
    column_evidence: str
