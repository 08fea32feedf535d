"""The list of all papers."""

from __future__ import annotations

from collections import Counter

from paperatlas.atlas.addresses import PAPERS
from paperatlas.pages.page import Fragment, Page
from paperatlas.pages.render import Site


def papers_page(site: Site) -> Page:
    """Return every paper, newest first, as a table that can be filtered and sorted where scripts run."""
    t = site.messages
    papers = sorted(site.atlas.papers.values(), key=lambda paper: (-(paper.year or 0), paper.name.casefold()))
    venues = Counter(paper.venue for paper in papers if paper.venue)
    html = site.render(
        "papers.html.jinja",
        PAPERS,
        papers=papers,
        years=sorted({paper.year for paper in papers if paper.year}, reverse=True),
        venues=sorted(venues, key=lambda venue: (-venues[venue], venue)),
    )
    return Page(PAPERS, t.papers, t.papers_intro, Fragment(html), wide=True)
