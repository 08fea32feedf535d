"""The Markdown of a page behind its front matter, with what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.notes.citations.find import CitationCluster, find_citations
from paperatlas.notes.citations.masking import blank_code
from paperatlas.notes.links import InternalLink, find_images, find_links


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text, parsed once for everyone who asks what it cites and where it links to."""

    text: str
    clusters: tuple[CitationCluster, ...] = ()
    links: tuple[InternalLink, ...] = ()
    images: tuple[InternalLink, ...] = ()


def read_body(text: str) -> Body:
    """Parse the Markdown `text`."""
    without_code = blank_code(text)
    return Body(
        text,
        tuple(find_citations(text, without_code)),
        tuple(find_links(text, without_code)),
        tuple(find_images(text, without_code)),
    )
