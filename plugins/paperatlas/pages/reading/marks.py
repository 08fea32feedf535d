"""What the pages of papers and the lists of them need for the reader to mark papers there."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.atlas import Address, Paper
from paperatlas.atlas.addresses import PAPERS
from paperatlas.pages.render import Site


def former_slugs(site: Site, papers: Iterable[Paper]) -> dict[str, str]:
    """Return the slugs that papers had before, each with that of now: a mark follows the paper, as links to it do."""
    return {
        _slug(former): paper.slug for paper in papers for former in site.atlas.former_addresses.get(paper.address, ())
    }


def _slug(address: Address) -> str:
    return address.removeprefix(PAPERS).rstrip("/")
