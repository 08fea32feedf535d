"""The years in which the papers appeared."""

from __future__ import annotations

from collections.abc import Iterator

from paperatlas.pages.indexes.index_pages import IndexKind, index_pages
from paperatlas.pages.page import PlannedPage
from paperatlas.pages.render import Site


def year_pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the index of years, and a page for each with many papers."""
    t = site.messages
    yield from index_pages(
        site,
        IndexKind(
            index=site.indexes.years,
            template="years.html.jinja",
            title=t.indexes.years,
            intro=t.indexes.years_intro,
            rest=t.indexes.without_year,
        ),
    )
