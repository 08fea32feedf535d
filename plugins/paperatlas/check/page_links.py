"""Links of hand-written pages to pages that the site does not have."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote, urlsplit

from paperatlas.atlas import Address, Atlas
from paperatlas.atlas.addresses import page_address
from paperatlas.atlas.backlinks import linked_address
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import Document
from paperatlas.notes.headings import missing_heading
from paperatlas.notes.rules import DEAD_PAGE_LINK
from paperatlas.text.suggestions import nearest

_MAYBE_GENERATED = frozenset({".md", ".bib", ".ris", ".json", ".xml", ".csv", ".txt", ".png", ".zip"})
"""How files end that a site may generate besides its pages, and pages themselves, which are looked for otherwise."""


def dead_links(atlas: Atlas, is_generated: Callable[[Address], bool]) -> Iterator[Problem]:
    """NOT013: links to Markdown files that are neither hand-written pages nor generated."""
    sources = atlas.documents_by_source
    written = {page_address(source) for source in sources}
    for document in atlas.documents:
        for link in document.links:
            if not unquote(urlsplit(link.target).path).endswith(".md"):
                continue
            address = linked_address(link.target, document, sources)
            if address is None or not (address in written or is_generated(address)):
                target = urlsplit(link.target).path
                yield DEAD_PAGE_LINK.at(link.span, target=target, near=_near(target, sources))


def dead_files(atlas: Atlas, files: Collection[str], pages: Callable[[Address], bool]) -> Iterator[Problem]:
    """NOT013: links to files that are not there, and to `.html` where a page is meant, which a host warns of.

    `files` are the paths of all files that are no pages; `pages` tells whether a generated page has an address.
    """
    for document in atlas.documents:
        for link in document.links:
            target = urlsplit(link.target).path
            path = unquote(target)
            suffix = posixpath.splitext(path)[1].lower()
            if path.startswith("/") or not suffix or suffix in _MAYBE_GENERATED or _joined(document, path) in files:
                continue
            if suffix in (".html", ".htm") and (source := _page_file(target, document, atlas, pages)):
                yield DEAD_PAGE_LINK.at(link.span, "address", target=target, file=source)
            else:
                yield DEAD_PAGE_LINK.at(link.span, "file", target=target)


def page_addresses(atlas: Atlas, pages: Callable[[Address], bool]) -> Iterator[Problem]:
    """NOT013: links to a page by its address, relative to its own, where a host expects the path of a file."""
    for document in atlas.documents:
        for link in document.links:
            target = urlsplit(link.target).path
            path = unquote(target)
            if not path or path.startswith("/") or posixpath.splitext(path)[1]:
                continue
            source = _page_file(target, document, atlas, pages)
            yield DEAD_PAGE_LINK.at(link.span, "address" if source else "", target=target, file=source)


def missing_headings(atlas: Atlas) -> Iterator[Problem]:
    """NOT013: links to a heading that its page, a hand-written one, does not have."""
    sources = atlas.documents_by_source
    groups = {each.source: {f"group-{group.slug}" for group in each.groups} for each in atlas.directions.values()}
    for document in atlas.documents:
        for link in document.links:
            path, name = urlsplit(link.target).path, unquote(urlsplit(link.target).fragment)
            source = _joined(document, unquote(path)) if path else document.source
            there = sources.get(source)
            if not name or there is None or name in groups.get(source, ()):
                continue
            near = missing_heading(there.body.text, name)
            if near is not None and source in groups:
                # The page of a direction has headings of its own besides those of its note.
                near = near or nearest(name, groups[source]) or None
            if near is not None:
                variant = "near-heading" if near else "heading"
                yield DEAD_PAGE_LINK.at(link.span, variant, target=link.target, meant=near)


def missing_images(atlas: Atlas, files: Collection[str]) -> Iterator[Problem]:
    """NOT013: pictures that are not there; `files` are the paths of all files that are no pages."""
    names = {file.rpartition("/")[2]: file for file in files}
    for document in atlas.documents:
        folder = posixpath.dirname(document.source)
        for image in document.images:
            path = unquote(urlsplit(image.target).path)
            # An absolute address may be that of a file beside the site.
            if not path or path.startswith("/") or posixpath.normpath(posixpath.join(folder, path)) in files:
                continue
            near = names.get(path.rpartition("/")[2], "")
            near = posixpath.relpath(near, folder or ".") if near else ""
            yield DEAD_PAGE_LINK.at(image.span, "near-image" if near else "image", target=path, near=near)


def _joined(document: Document, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.source), path))


def _page_file(target: str, document: Document, atlas: Atlas, is_generated: Callable[[Address], bool]) -> str:
    """Return the Markdown file by which a page is linked, as an address of the page is written; empty if there is none.

    The address may be relative to the page's own, as in a browser, or to the file.
    """
    stem = target.removesuffix(".html").removesuffix(".htm").removesuffix("/index").rstrip("/")
    sources = atlas.documents_by_source
    for written in (f"{stem}.md", f"{stem.removeprefix('../')}.md"):
        address = linked_address(written, document, sources)
        if address is not None and (is_generated(address) or _joined(document, unquote(written)) in sources):
            return written
    return ""


def _near(target: str, sources: Collection[str]) -> str:
    """Return the page whose file has the same name in another folder, or one with a name that is nearly the same."""
    by_name = {source.rpartition("/")[2]: source for source in sources}
    name = target.rpartition("/")[2]
    return by_name.get(name) or by_name.get(nearest(name, by_name), "")
