"""`/changes/`: what was added, related and given another status, month by month."""

from __future__ import annotations

from paperatlas.atlas.addresses import CHANGES
from paperatlas.pages.history.months import months_of
from paperatlas.pages.page import Fragment, Heading, Page
from paperatlas.pages.render import Site


def changes_page(site: Site) -> Page:
    """Return the page. Which of it a reader has not seen yet only the reader's browser knows."""
    t = site.messages
    months = [(month, t.assessments.month(*map(int, month.month.split("-")))) for month in months_of(site)]
    html = site.render("changes.html.jinja", CHANGES, months=months)
    headings = tuple(Heading(f"m{month.month}", label, 2) for month, label in months)
    return Page(CHANGES, t.changes.page, t.changes.intro, Fragment(html, headings), searched=False)
