"""What hand-written pages cite and link to, followed once for all pages."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from paperatlas.atlas.addresses import Address, page_address
from paperatlas.notes import Document


@dataclass(frozen=True, slots=True)
class Backlink:
    """A hand-written page that cites a paper or links to a page, and the sentence that does, as plain text.

    `citations` is how many papers the page cites in the same words. It is all that what is cited shows of the page: the
    rest of its text may change.
    """

    source: str
    title: str
    language: str
    sentence: str
    citations: int


Backlinks = Mapping[str, tuple[Backlink, ...]]
"""By citation key, or by address without a fragment."""


def find_mentions(documents: Iterable[Document], cited_by: Callable[[str], Iterable[str]]) -> Backlinks:
    """Return who cites what, by key, once for each citation; a key that is written may cite several (`cited_by`)."""
    found: dict[str, list[Backlink]] = {}
    for document in documents:
        citations = _citations(document)
        for mention in document.mentions:
            for key in cited_by(mention.key):
                found.setdefault(key, []).append(_backlink(document, mention.sentence, citations))
    return {key: tuple(backlinks) for key, backlinks in found.items()}


def find_backlinks(documents: Sequence[Document]) -> Backlinks:
    """Return who links to what, by address, each page with its first link. Its links to itself count for nothing."""
    sources = {document.source for document in documents}
    found: dict[str, dict[str, Backlink]] = {}
    for document in documents:
        here, citations = page_address(document.source), _citations(document)
        for link in document.links:
            target = linked_address(link.target, document, sources)
            if target is not None and target != here:
                found.setdefault(target, {}).setdefault(document.source, _backlink(document, link.sentence, citations))
    return {address: tuple(by_source.values()) for address, by_source in found.items()}


def _citations(document: Document) -> Counter[str]:
    """Return how many papers a page cites in each of its sentences."""
    return Counter(mention.sentence for mention in document.mentions)


def _backlink(document: Document, sentence: str, citations: Counter[str]) -> Backlink:
    return Backlink(document.source, document.title, document.language, sentence, citations[sentence])


def linked_address(target: str, document: Document, sources: Collection[str]) -> Address | None:
    """Return the page that `target`, written in `document`, leads to.

    A link to a Markdown file is relative to the file it stands in; any other to the page's own address.
    """
    path = unquote(urlsplit(target).path)
    if not path:
        return None
    if path.endswith(".md"):
        source = _joined(posixpath.dirname(document.source), path)
        return None if source is None else page_address(_without_language(source, document.language, sources))
    joined = _joined(page_address(document.source), path)
    if joined is None:
        return None
    joined = joined.removesuffix("index.html").removesuffix(".html")
    return Address(f"{joined.rstrip('/')}/" if joined.strip("/") else "")


def _joined(folder: str, path: str) -> str | None:
    """Return a path from the site's root; None if it leads out of the site."""
    joined = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    return None if joined.startswith("..") else "" if joined == "." else joined


def _without_language(source: str, language: str, sources: Collection[str]) -> str:
    """`about.md` for `about.en.md` in an English page, unless that is the page's name."""
    if language and source not in sources:
        bare = source.removesuffix(".md").removesuffix(f".{language}") + ".md"
        return bare if bare in sources else source
    return source
