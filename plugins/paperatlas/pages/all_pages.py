"""All pages that stand in no Markdown file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from paperatlas.atlas.addresses import LISTS, MAP
from paperatlas.diagnostics.problem import Rule
from paperatlas.pages.direction import direction_pages
from paperatlas.pages.indexes.people import people_pages
from paperatlas.pages.indexes.venues import venue_pages
from paperatlas.pages.indexes.years import year_pages
from paperatlas.pages.map.page import map_page
from paperatlas.pages.page import Page, PlannedPage, made_from
from paperatlas.pages.paper import paper_page
from paperatlas.pages.papers.page import papers_pages
from paperatlas.pages.render import Site
from paperatlas.pages.rules import PROBLEMS, rules_page

COLLECTIVE_PAGES = frozenset({*LISTS, MAP, PROBLEMS})
"""The pages of which a site has one each, and which its navigation may name."""


def plan_pages(site: Site, rules: Sequence[Rule] = ()) -> Iterator[PlannedPage]:
    """Yield the list of papers, the map, the rules, the indexes with their pages, and a page for every paper.

    The pages of directions are hand-written; the further pages of long ones are not.
    """
    yield from papers_pages(site)
    yield PlannedPage(MAP, partial(map_page, site), made_from())
    yield PlannedPage(PROBLEMS, partial(rules_page, site, rules), made_from())
    yield from people_pages(site)
    yield from venue_pages(site)
    yield from year_pages(site)
    for direction in site.atlas.directions.values():
        yield from direction_pages(site, direction)
    for paper in site.atlas.papers.values():
        yield PlannedPage(
            paper.address, partial(paper_page, site, paper), made_from(paper), paper.entry.span, paper.key
        )


def build_pages(site: Site, rules: Sequence[Rule] = ()) -> Iterator[Page]:
    """Yield every planned page, made."""
    return (page.make() for page in plan_pages(site, rules))
