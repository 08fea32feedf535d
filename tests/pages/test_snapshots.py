"""Every kind of page as it is rendered. `make update-snapshots` accepts a change."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from paperatlas.atlas import Address
from paperatlas.pages import (
    Site,
    build_pages,
    direction_graph,
    direction_head,
    direction_sections,
    directions_overview,
    head_html,
)
from tests.conftest import make_site


def lines(html: str) -> str:
    """HTML with each tag's line on its own, so that a change shows as a small difference."""
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"[ \t]+\n", "\n", html)).strip()


GENERATED = [
    "papers/", "map/", "compare/", "reading/", "people/", "venues/", "years/", "papers/nice/", "papers/realnvp/",
    "papers/loose/",
]  # fmt: skip


@pytest.mark.parametrize("address", GENERATED)
def test_generated_page(site: Site, snapshot: SnapshotAssertion, address: str) -> None:
    (page,) = [page for page in build_pages(site) if page.address == address]
    assert (page.title, page.description, page.body.headings, lines(page.body.html)) == snapshot


@pytest.mark.parametrize("address", ["people/Laurent_Dinh/"])
def test_page_of_a_row(site: Site, snapshot: SnapshotAssertion, address: str) -> None:
    pages = build_pages(make_site(site.atlas, site.messages, index_threshold=2))
    (page,) = [page for page in pages if page.address == address]
    assert (page.title, page.description, page.body.headings, lines(page.body.html)) == snapshot


@pytest.mark.parametrize("key", ["realnvp", "loose"])
def test_head(site: Site, snapshot: SnapshotAssertion, key: str) -> None:
    assert head_html(site, site.atlas.papers[key], "https://example.org/") == snapshot


@pytest.mark.parametrize("slug", ["flows", "graphs"])
def test_direction(site: Site, snapshot: SnapshotAssertion, slug: str) -> None:
    direction = site.atlas.directions[slug]
    parts = direction_head(site, direction), direction_graph(site, direction), direction_sections(site, direction)
    assert [(part.headings, lines(part.html)) for part in parts] == snapshot


def test_overview(site: Site, snapshot: SnapshotAssertion) -> None:
    assert lines(directions_overview(site, Address("")).html) == snapshot
