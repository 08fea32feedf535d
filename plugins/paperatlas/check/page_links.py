"""Links of hand-written pages to pages that the site does not have."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote, urlsplit

from paperatlas.atlas import Address, Atlas
from paperatlas.atlas.addresses import page_address
from paperatlas.atlas.backlinks import linked_address
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes.rules import DEAD_PAGE_LINK
from paperatlas.text.suggestions import nearest


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


def _near(target: str, sources: Collection[str]) -> str:
    """Return the page whose file has the same name in another folder, or one with a name that is nearly the same."""
    by_name = {source.rpartition("/")[2]: source for source in sources}
    name = target.rpartition("/")[2]
    return by_name.get(name) or by_name.get(nearest(name, by_name), "")
