"""Everyone whom the library names as an author, by family name; on a page for each letter where there are many."""

from __future__ import annotations

from collections.abc import Iterator

from paperatlas.pages.indexes.index_pages import IndexKind, index_pages
from paperatlas.pages.page import PlannedPage
from paperatlas.pages.render import Site


def people_pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the index of names, and a page for each that many papers bear. Only equal names are one."""
    t = site.messages
    index = site.indexes.people
    kind = IndexKind(
        index=index,
        template="people_letters.html.jinja" if index.parts else "people.html.jinja",
        title=t.indexes.people,
        intro=t.indexes.people_intro,
        rest=t.indexes.without_author,
        row_hint=t.indexes.people_hint,
        cited=True,
        part_template="people_letter.html.jinja",
    )
    yield from index_pages(site, kind)
