"""Hand-written pages with marks for their citations, which are not made again while all that they read is the same."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.build.built_site import BuiltSite
from paperatlas.build.citations import cite_source
from paperatlas.pages.citations.page import CitationOptions, CitedPage
from paperatlas.pages.reads import by_part


@dataclass(frozen=True, slots=True)
class CachedCitedPage:
    """The Markdown of a page with marks, what these stand for, what was read of the site for them, and its digest."""

    reads: dict[str, tuple[str | None, ...]]
    digest: bytes
    markdown: str
    pieces: tuple[str, ...]


def cite(
    built: BuiltSite, options: CitationOptions, source: str, markdown: str, earlier: CachedCitedPage | None
) -> tuple[CitedPage, CachedCitedPage | None]:
    """Return a page with marks, from `earlier` if that was made from the same, and what to keep of it.

    A page with problems is not kept, so that every build tells them.
    """
    if earlier is not None and _digest(built, options, source, markdown, earlier.reads) == earlier.digest:
        return CitedPage(earlier.markdown, earlier.pieces), earlier
    page, read = built.reads.during(lambda: cite_source(built.recorded, source, markdown, options))
    reads = by_part(read)
    digest = _digest(built, options, source, markdown, reads)
    return page, None if page.problems or digest is None else CachedCitedPage(reads, digest, page.markdown, page.pieces)


def _digest(
    built: BuiltSite, options: CitationOptions, source: str, markdown: str, reads: dict[str, tuple[str | None, ...]]
) -> bytes | None:
    return built.digests.of_page((built.made_with, options.key, source, markdown), reads)
