"""An index that is too long for one page, by letter; and a letter with too many names, by their first two.

A page of some thousand names takes a phone seconds. An address, once it is there, stays: the page of a letter that has
become too long lists the pages its names have gone to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from paperatlas.atlas.addresses import Address, index_part_address, slugs
from paperatlas.text.collation import OTHER, initial, second_heading

MOST_ROWS = 2500
"""How many rows one page holds: about 800 kB of HTML."""
MOST_VENUES = 500
"""The same of venues, whose rows are the longer: about 300 kB."""

Headings = tuple[str, ...]
"""What a row is found under, from the outermost heading inwards; empty if all rows are on one page."""


def headings(filed_under: Mapping[str, str], most: int = MOST_ROWS) -> Mapping[str, Headings]:
    """Return the headings of each label, by what the label is filed under."""
    if len(filed_under) <= most:
        return dict.fromkeys(filed_under, ())
    letters = {label: initial(text) for label, text in filed_under.items()}
    many = {letter for letter, number in Counter(letters.values()).items() if number > most and letter != OTHER}
    return {
        label: (letter, second_heading(filed_under[label])) if letter in many else (letter,)
        for label, letter in letters.items()
    }


def part_addresses(index: Address, found: Iterable[Headings]) -> Mapping[Headings, Address]:
    """Return the page of each heading: `people/letter/s/`, `people/letter/s-sa/`; without one it is the index."""
    parts = dict.fromkeys(headings[:length] for headings in found for length in range(len(headings) + 1))
    return {part: index_part_address(index, _segment(part)) if part else index for part in parts}


def _segment(headings: Headings) -> str:
    """Return a path segment that depends on the headings alone; only ASCII letters stay what they are."""
    words = chain.from_iterable(slugs([heading.lower()]).values() for heading in headings if heading != OTHER)
    return "-".join(words) or "other"
