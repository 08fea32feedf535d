"""Everyone whom the library names as an author, by family name; on a page for each letter where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from paperatlas.atlas.indexes import IndexPart, Row
from paperatlas.pages.indexes.index_pages import IndexKind, index_pages
from paperatlas.pages.page import Fragment, Page, PlannedPage, made_from
from paperatlas.pages.render import Site

_BUSIEST = 100
"""How many people the index names itself where the others are on pages of their own."""


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
    )
    yield from index_pages(site, kind, busiest=_busiest(index.rows) if index.parts else [])
    for part in index.parts:
        yield from _part_pages(site, kind, (part,))


def _busiest(rows: Iterable[Row]) -> list[Row]:
    """Return those with the most papers among the people who have a page, most first."""
    return sorted((row for row in rows if row.has_page), key=lambda row: -len(row.papers))[:_BUSIEST]


def _part_pages(site: Site, kind: IndexKind, trail: tuple[IndexPart, ...]) -> Iterator[PlannedPage]:
    """Yield the page of the last part of `trail`, and those of the parts it is divided into."""
    yield PlannedPage(trail[-1].address, partial(_part_page, site, kind, trail), made_from(trail))
    for below in trail[-1].parts:
        yield from _part_pages(site, kind, (*trail, below))


def _part_page(site: Site, kind: IndexKind, trail: tuple[IndexPart, ...]) -> Page:
    part = trail[-1]
    title = site.messages.indexes.initial(part.label)
    here = {above.address for above in trail}
    html = site.render(
        "people_letter.html.jinja", part.address, kind=kind, part=part, trail=trail, here=here, title=title
    )
    return Page(part.address, title, kind.intro, Fragment(html), wide=True)
