"""The kinds of generated pages, of which a site may have all, some or none."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from paperatlas.atlas import Address, Atlas
from paperatlas.atlas.addresses import (
    CHANGES,
    COMPARE,
    HOME,
    MAP,
    PAPERS,
    PEOPLE,
    PROBLEMS,
    READING,
    VENUES,
    YEARS,
    page_address,
)

PAGE_KINDS: Mapping[str, Address] = {
    "home": HOME,
    "papers": PAPERS,
    "people": PEOPLE,
    "venues": VENUES,
    "years": YEARS,
    "map": MAP,
    "compare": COMPARE,
    "reading": READING,
    "changes": CHANGES,
    "problems": PROBLEMS,
}
"""The pages of which a site has one each, and which its navigation may name; `papers` stands for those of each paper
and of each direction as well."""
COLLECTIVE_PAGES = frozenset(PAGE_KINDS.values())


def collective_pages(atlas: Atlas, kinds: Collection[str]) -> frozenset[Address]:
    """Return those of the collective pages that a site of `kinds` has.

    A map of unconnected papers would tell nobody anything, so there is none without relations, unless directions with
    papers can be seen beside each other. What has changed is added by whoever knows it. Papers are compared where
    there are two of them with pages of their own, and marked where there is one. No home page is generated where one is
    hand-written.
    """
    found = {PAGE_KINDS[kind] for kind in kinds} - {CHANGES}
    with_papers = sum(1 for direction in atlas.directions.values() if direction.papers)
    if not atlas.relations and with_papers < 2:
        found.discard(MAP)
    if PAPERS not in found or len(atlas.papers) < 2:
        found.discard(COMPARE)
    if PAPERS not in found or not atlas.papers:
        found.discard(READING)
    if any(page_address(document.source) == HOME for document in atlas.documents):
        found.discard(HOME)
    return frozenset(found)
