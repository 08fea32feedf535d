"""What a home page shows: the directions at a glance, or of a site that has none, its library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paperatlas.atlas import Address, Paper
from paperatlas.atlas.addresses import HOME
from paperatlas.atlas.indexes import Row
from paperatlas.atlas.trend import trend
from paperatlas.pages.figures import figures
from paperatlas.pages.page import Fragment, Page
from paperatlas.pages.render import Site

_NEWEST = 10
"""How many papers the library at a glance lists: a screen of them."""
_MOST_ROWS = 12
"""How many people and venues it names."""


def home_page(site: Site) -> Page:
    """Return the home page of a site that has no hand-written one."""
    t = site.messages
    overview = directions_overview(site, HOME)
    html = site.render("home_page.html.jinja", HOME, name=site.name or t.library.home, overview=overview.html)
    return Page(HOME, t.library.home, site.name, Fragment(html), wide=True, searched=False, navigation=True)


def directions_overview(site: Site, origin: Address) -> Fragment:
    """Return all directions: status, one line, number of papers, share with code, years covered.

    If there are none, return the library at a glance.
    """
    if not site.atlas.directions:
        return library_overview(site, origin)
    papers = site.atlas.papers
    members = {slug: [papers[key] for key in each.papers] for slug, each in site.atlas.directions.items()}
    cards = [
        (direction, figures(members[slug]), trend(members[slug], code=site.has_code))
        for slug, direction in site.atlas.directions.items()
    ]
    whole = figures(papers.values())
    bars = trend(papers.values(), code=site.has_code)
    return Fragment(site.render("home.html.jinja", origin, cards=cards, whole=whole, whole_bars=bars))


def library_overview(site: Site, origin: Address) -> Fragment:
    """Return the library at a glance: papers by year, the newest of them, the people and venues with the most."""
    papers = site.atlas.papers.values()
    html = site.render(
        "library.html.jinja",
        origin,
        whole=figures(papers),
        whole_bars=trend(papers, code=site.has_code),
        newest=_newest(papers),
        people=_most_papers(site.indexes.people.rows),
        venues=_most_papers(site.indexes.venues.rows),
    )
    return Fragment(html)


def _newest(papers: Iterable[Paper]) -> list[Paper]:
    """Return the papers that appeared last, by day as far as that is known."""

    def age(paper: Paper) -> tuple[int, int, int, str]:
        date = paper.entry.date
        year, month, day = (date.year or 0, date.month or 0, date.day or 0) if date else (0, 0, 0)
        return -year, -month, -day, paper.name.casefold()

    return sorted(papers, key=age)[:_NEWEST]


def _most_papers(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the most papers, in the order of their index where they have as many."""
    return sorted(rows, key=lambda row: -len(row.papers))[:_MOST_ROWS]
