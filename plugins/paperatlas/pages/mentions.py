"""The hand-written pages that mention a page of the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import page_address
from paperatlas.atlas.backlinks import Backlink
from paperatlas.pages.citations.page import page_title_of, with_names
from paperatlas.pages.render import Site

_LONG_ENOUGH = 120
"""Characters in which a sentence says something: two lines beside a title."""


@dataclass(frozen=True, slots=True)
class MentionedIn:
    """One page that mentions another, and the sentence that says most of it, as plain text in the page's language."""

    address: Address
    title: str
    sentence: str
    language: str


def mentions_of(site: Site, address: Address, keys: Iterable[str] = ()) -> list[MentionedIn]:
    """Return the pages that cite a paper of `keys` or link to the page at `address`, each once."""
    atlas = site.atlas
    found = [backlink for key in keys for backlink in atlas.mentions.get(key, ())]
    by_source: dict[str, list[Backlink]] = {}
    for backlink in (*found, *atlas.backlinks.get(address, ())):
        by_source.setdefault(backlink.source, []).append(backlink)
    return [
        MentionedIn(
            page_address(source),
            page_title_of(site, backlinks[0].title) or source,
            with_names(site, min(backlinks, key=_says_little).sentence),
            backlinks[0].language,
        )
        for source, backlinks in by_source.items()
    ]


def _says_little(backlink: Backlink) -> tuple[int, int]:
    """Return how little a sentence says of one paper: that says most which cites fewest, and of these the longest.

    Longer than `_LONG_ENOUGH` is no better: of such the first is taken.
    """
    return backlink.citations, -min(len(backlink.sentence), _LONG_ENOUGH)
