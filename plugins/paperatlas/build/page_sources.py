"""The Markdown files in whose place generated pages are."""

from __future__ import annotations

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import LISTS, MAP, PAPERS, PEOPLE, VENUES


def markdown_source_of(address: Address) -> str:
    """Return the Markdown file that a hand-written page at `address` would be made from."""
    return f"{address}index.md" if address in LISTS or not address else f"{address.rstrip('/')}.md"


SHOWN_LISTS = tuple(map(markdown_source_of, (PAPERS, PEOPLE, VENUES, MAP)))
"""What a navigation shows that nobody has written: what a reader looks for; other lists are reached from these."""
