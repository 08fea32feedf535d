"""Every kind of page as it is rendered. `make update-snapshots` accepts a change."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from paperatlas.atlas import Address
from paperatlas.pages import Site, build_pages, direction_head, direction_sections, directions_overview


def lines(html: str) -> str:
    """HTML with each tag's line on its own, so that a change shows as a small difference."""
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"[ \t]+\n", "\n", html)).strip()


@pytest.mark.parametrize("address", ["papers/", "map/", "papers/nice/", "papers/realnvp/", "papers/loose/"])
def test_generated_page(site: Site, snapshot: SnapshotAssertion, address: str) -> None:
    (page,) = [page for page in build_pages(site) if page.address == address]
    assert (page.title, page.description, page.body.headings, lines(page.body.html)) == snapshot


@pytest.mark.parametrize("slug", ["flows", "graphs"])
def test_direction(site: Site, snapshot: SnapshotAssertion, slug: str) -> None:
    direction = site.atlas.directions[slug]
    sections = direction_sections(site, direction)
    assert (lines(direction_head(site, direction).html), sections.headings, lines(sections.html)) == snapshot


def test_overview(site: Site, snapshot: SnapshotAssertion) -> None:
    assert lines(directions_overview(site, Address("")).html) == snapshot
