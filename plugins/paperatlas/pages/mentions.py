"""The hand-written pages that mention a page of the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import page_address
from paperatlas.pages.citations.page import page_title_of, with_names
from paperatlas.pages.render import Site


@dataclass(frozen=True, slots=True)
class MentionedIn:
    """One page that mentions another, and the first sentence in which it does, as plain text in its language."""

    address: Address
    title: str
    sentence: str
    language: str


def mentions_of(site: Site, address: Address, keys: Iterable[str] = ()) -> list[MentionedIn]:
    """Return the pages that cite a paper of `keys` or link to the page at `address`, each once."""
    atlas = site.atlas
    cited = [(document, mention.sentence) for key in keys for document, mention in atlas.mentions.get(key, ())]
    linked = [(document, link.sentence) for document, link in atlas.backlinks.get(address, ())]
    first = {document.source: (document, sentence) for document, sentence in reversed([*cited, *linked])}
    return [
        MentionedIn(
            page_address(source),
            page_title_of(site, document) or source,
            with_names(site, sentence),
            document.language,
        )
        for source, (document, sentence) in reversed(first.items())
    ]
