"""The hand-written pages that mention a page of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import page_address
from paperatlas.notes import Document
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
    cited = [(document, mention.sentence) for key in keys for document, mention in atlas.mentions.get(key, ())]
    linked = [(document, link.sentence) for document, link in atlas.backlinks.get(address, ())]
    pages: dict[str, tuple[Document, list[str]]] = {}
    for document, sentence in (*cited, *linked):
        pages.setdefault(document.source, (document, []))[1].append(sentence)
    return [
        MentionedIn(
            page_address(source),
            page_title_of(site, document) or source,
            with_names(site, _most_telling(document, sentences)),
            document.language,
        )
        for source, (document, sentences) in pages.items()
    ]


def _most_telling(document: Document, sentences: Sequence[str]) -> str:
    """Return the sentence of a page that says most of one paper: which cites fewest, and of these the longest.

    Longer than `_LONG_ENOUGH` is no better: of such the first is taken.
    """
    if len(sentences) == 1:
        return sentences[0]
    cited = Counter(mention.sentence for mention in document.mentions)
    return min(sentences, key=lambda sentence: (cited[sentence], -min(len(sentence), _LONG_ENOUGH)))
