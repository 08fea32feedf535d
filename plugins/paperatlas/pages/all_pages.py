"""All pages that stand in no Markdown file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paperatlas.diagnostics.problem import Rule
from paperatlas.pages.indexes.people import people_pages
from paperatlas.pages.indexes.venues import venue_pages
from paperatlas.pages.indexes.years import year_pages
from paperatlas.pages.map.page import map_page
from paperatlas.pages.page import Page
from paperatlas.pages.paper import paper_page
from paperatlas.pages.papers import papers_page
from paperatlas.pages.render import Site
from paperatlas.pages.rules import rules_page


def build_pages(site: Site, rules: Sequence[Rule] = ()) -> Iterator[Page]:
    """Yield the list of papers, the map, the rules, the indexes with their pages, and a page for every paper."""
    yield papers_page(site)
    yield map_page(site)
    yield rules_page(site, rules)
    yield from people_pages(site)
    yield from venue_pages(site)
    yield from year_pages(site)
    for paper in site.atlas.papers.values():
        yield paper_page(site, paper)
