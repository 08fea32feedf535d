"""All pages that stand in no Markdown file."""

from __future__ import annotations

from collections.abc import Iterator

from paperatlas.pages.map import map_page
from paperatlas.pages.page import Page
from paperatlas.pages.paper import paper_page
from paperatlas.pages.papers import papers_page
from paperatlas.pages.render import Site


def build_pages(site: Site) -> Iterator[Page]:
    """The list of papers, the map, and a page for every paper."""
    yield papers_page(site)
    yield map_page(site)
    for paper in site.atlas.papers.values():
        yield paper_page(site, paper)
