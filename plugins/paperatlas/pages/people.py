"""Everyone whom the library names as an author, by family name."""

from __future__ import annotations

from collections.abc import Iterator

from paperatlas.pages.index_pages import IndexKind, index_pages
from paperatlas.pages.page import Page
from paperatlas.pages.render import Site


def people_pages(site: Site) -> Iterator[Page]:
    """The index of names, and a page for each that many papers bear. Names are not merged, only equal ones are one."""
    t = site.messages
    yield from index_pages(
        site,
        IndexKind(
            index=site.indexes.people,
            template="people.html.jinja",
            title=t.indexes.people,
            intro=t.indexes.people_intro,
            rest=t.indexes.without_author,
            field="author",
            row_hint=t.indexes.people_hint,
            cited=True,
        ),
    )
