"""What every language has to say of the maps of papers and of directions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapTexts:
    """The words of a large map, and of graphs that leave something out.

    `shown` has places for {papers}, {all_papers}, {relations} and {all_relations}.
    """

    intro: Callable[[int, int], str]
    search: str
    search_hint: str
    no_match: str
    place: str
    everywhere: str
    every_relation: str
    relation: str
    from_year: str
    to_year: str
    shown: str
    canvas: str
    keys: str
    touch: str
    zoom_in: str
    zoom_out: str
    whole: str
    full_screen: str
    leave_full_screen: str
    view_link: str
    close: str
    more: str
    directions: str
    reading: str
    no_script: str
    overview: str
    overview_title: str
    overview_summary: Callable[[int, int], str]
    tie: Callable[[str, str, int], str]
    ties_left_out: Callable[[int], str]
    nearest: str
    further: Callable[[int], str]
    as_text: str
    all_papers: str
    graph_part: Callable[[int, int, int, int], str]


@dataclass(frozen=True, slots=True)
class DirectionMapTexts:
    """The words of the map of directions, which opens one of them or what connects two."""

    title: str
    summary: Callable[[int, int], str]
    """From the number of directions, and that of the relations between them."""
    legend: str
    opened: str
    """Names the panel to those who do not see it."""
    hint: str
    """What stands in it while nothing is chosen."""
    no_ties: str
    first: str
    """On the choice of a direction to open."""
    second: str
    """On the choice of another one to compare it with."""
    nothing: str
    until: str
    """On the choice of a year, which follows it."""
    connected: str
    """Above the directions that relations lead to from the one that is open."""
    unconnected: str
    elsewhere: Callable[[int], str]
    """How many papers of a direction count for another one where relations are drawn."""
    inside: Callable[[str, int], str]
    among_papers: str
    """On the link to the papers of a direction in the drawing of all papers."""
    all_papers: str
    as_text: Callable[[int, int], str]
    """From the number of pairs of directions and that of all relations."""
