"""Links between the site's own pages, followed once for all pages."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit

from paperatlas.atlas.addresses import Address, page_address
from paperatlas.notes import Document, PageLink

Backlinks = Mapping[str, tuple[tuple[Document, PageLink], ...]]
"""By address, without a fragment: the hand-written pages that link there, each with the first such link."""


def find_backlinks(documents: Sequence[Document]) -> Backlinks:
    """Return who links to what. A page's links to itself count for nothing."""
    sources = {document.source for document in documents}
    found: dict[str, dict[str, tuple[Document, PageLink]]] = {}
    for document in documents:
        here = page_address(document.source)
        for link in document.links:
            target = _resolved(link.target, document, sources)
            if target is not None and target != here:
                found.setdefault(target, {}).setdefault(document.source, (document, link))
    return {address: tuple(by_source.values()) for address, by_source in found.items()}


def _resolved(target: str, document: Document, sources: set[str]) -> Address | None:
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


def _without_language(source: str, language: str, sources: set[str]) -> str:
    """`about.md` for `about.en.md` in an English page, unless that is the page's name."""
    if language and source not in sources:
        bare = source.removesuffix(".md").removesuffix(f".{language}") + ".md"
        return bare if bare in sources else source
    return source
