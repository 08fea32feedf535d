"""All pages that stand in no Markdown file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from paperatlas.atlas.addresses import CHANGES, COMPARE, HOME, MAP, PAPERS, PEOPLE, PROBLEMS, READING, VENUES, YEARS
from paperatlas.diagnostics.problem import Rule
from paperatlas.pages.comparison.page import comparison_page
from paperatlas.pages.direction import direction_pages
from paperatlas.pages.history.page import changes_page
from paperatlas.pages.home import home_page
from paperatlas.pages.indexes.people import people_pages
from paperatlas.pages.indexes.venues import venue_pages
from paperatlas.pages.indexes.years import year_pages
from paperatlas.pages.map.page import map_page
from paperatlas.pages.page import TITLE_ID, Page, PlannedPage, made_from
from paperatlas.pages.paper import paper_page
from paperatlas.pages.papers.page import papers_pages
from paperatlas.pages.reading.page import reading_page
from paperatlas.pages.render import Site
from paperatlas.pages.results.page import results_pages
from paperatlas.pages.rules import rules_page

_HEADING = re.compile(r"<h1(?=[\s>])(?![^>]*\sid=)")


def plan_pages(site: Site, rules: Sequence[Rule] = ()) -> Iterator[PlannedPage]:
    """Yield those pages that the site has: lists, map, rules, indexes with their pages, and a page for every paper.

    The pages of directions are hand-written; the further pages of long ones are not.
    """
    return (replace(page, make=partial(_in_own_words, site, page.make)) for page in _planned(site, rules))


def _in_own_words(site: Site, make: Callable[[], Page]) -> Page:
    """Make a page: its heading is where "skip to content" leads, and its language is named if the site's is another."""
    page = make()
    html = _HEADING.sub(f'<h1 id="{TITLE_ID}"', page.body.html, count=1)
    return replace(page, body=replace(page.body, html=site.in_own_words(html)))


def _planned(site: Site, rules: Sequence[Rule]) -> Iterator[PlannedPage]:
    if HOME in site.pages:
        yield PlannedPage(HOME, partial(home_page, site), made_from())
    if PAPERS in site.pages:
        yield from papers_pages(site)
    single = ((MAP, map_page), (COMPARE, comparison_page), (READING, reading_page), (CHANGES, changes_page))
    for address, make in single:
        if address in site.pages:
            yield PlannedPage(address, partial(make, site), made_from())
    if PROBLEMS in site.pages:
        yield PlannedPage(PROBLEMS, partial(rules_page, site, rules), made_from())
    for index, index_pages in ((PEOPLE, people_pages), (VENUES, venue_pages), (YEARS, year_pages)):
        if index in site.pages:
            yield from index_pages(site)
    if PAPERS in site.pages:
        yield from _further_pages(site)


def _further_pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the further pages of directions, those of their results, and a page for every paper."""
    for direction in site.atlas.directions.values():
        yield from direction_pages(site, direction)
        yield from results_pages(site, direction)
    for paper in site.atlas.papers.values():
        yield PlannedPage(
            paper.address, partial(paper_page, site, paper), made_from(paper), paper.entry.span, paper.key
        )


def build_pages(site: Site, rules: Sequence[Rule] = ()) -> Iterator[Page]:
    """Yield every planned page, made."""
    return (page.make() for page in plan_pages(site, rules))
