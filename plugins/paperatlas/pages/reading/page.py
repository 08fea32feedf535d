"""The page of the papers that a reader has marked, which only the reader's browser knows."""

from __future__ import annotations

from paperatlas.atlas.addresses import READING, paper_address
from paperatlas.exports.formats import EXPORT_FORMATS
from paperatlas.pages.page import Fragment, Page
from paperatlas.pages.reading.data import READING_DATA, write_reading_data
from paperatlas.pages.render import Site


def reading_page(site: Site) -> Page:
    """Return the page, with the data that its script loads where something is marked.

    Without scripts it says what it needs.
    """
    t = site.messages
    data = write_reading_data(site, tuple(site.atlas.papers.values()))
    columns = {"name": t.paper, "year": t.year, "when": t.reading.marked}
    html = site.render(
        "reading.html.jinja",
        READING,
        data=f"{site.link_from(READING)(READING_DATA)}?{data.version}",
        formats=EXPORT_FORMATS if site.has_exports else (),
        columns=columns,
        paper_place=paper_address("{slug}"),
    )
    return Page(READING, t.reading.page, t.reading.intro, Fragment(html), wide=True, files=data.files)
