"""The directions at a glance."""

from __future__ import annotations

from paperatlas.atlas import Address
from paperatlas.pages.figures import figures
from paperatlas.pages.page import Fragment
from paperatlas.pages.render import Site


def directions_overview(site: Site, origin: Address) -> Fragment:
    """All directions: status, one line, number of papers, share with code, years covered."""
    papers = site.atlas.papers
    cards = [
        (direction, figures(papers[key] for key in direction.papers)) for direction in site.atlas.directions.values()
    ]
    return Fragment(site.render("home.html.jinja", origin, cards=cards, whole=figures(papers.values())))
