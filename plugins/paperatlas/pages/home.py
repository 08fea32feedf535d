"""The directions at a glance."""

from __future__ import annotations

from paperatlas.atlas import Address
from paperatlas.atlas.trend import trend
from paperatlas.pages.figures import figures
from paperatlas.pages.page import Fragment
from paperatlas.pages.render import Site


def directions_overview(site: Site, origin: Address) -> Fragment:
    """Return all directions: status, one line, number of papers, share with code, years covered."""
    papers = site.atlas.papers
    members = {slug: [papers[key] for key in each.papers] for slug, each in site.atlas.directions.items()}
    cards = [
        (direction, figures(members[slug]), trend(members[slug])) for slug, direction in site.atlas.directions.items()
    ]
    whole = figures(papers.values())
    return Fragment(site.render("home.html.jinja", origin, cards=cards, whole=whole, whole_bars=trend(papers.values())))
