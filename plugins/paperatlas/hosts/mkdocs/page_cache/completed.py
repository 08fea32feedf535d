"""Hand-written pages with their generated parts, which are not made again while all that they read is the same."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.build.built_site import BuiltSite
from paperatlas.pages.hand_written import CompletedPage, complete_page
from paperatlas.pages.reads import by_part


@dataclass(frozen=True, slots=True)
class Completed:
    """A page with its generated parts, what was read of the site for them, by part, and a digest of that."""

    reads: dict[str, tuple[str | None, ...]]
    digest: bytes
    page: CompletedPage


def complete_from_cache(built: BuiltSite, source: str, html: str, earlier: Completed | None) -> Completed:
    """Return a page with its generated parts: `earlier` if it was made from the same."""
    if earlier is not None and _digest(built, source, html, earlier.reads) == earlier.digest:
        return earlier
    page, read = built.reads.during(lambda: complete_page(built.recorded, source, html))
    reads = by_part(read)
    return Completed(reads, _digest(built, source, html, reads) or b"", page)


def _digest(built: BuiltSite, source: str, html: str, reads: dict[str, tuple[str | None, ...]]) -> bytes | None:
    return built.digests.of_page((built.made_with, source, html), reads)
