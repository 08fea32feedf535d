"""What the indexes of people, venues and years have in common: the list, and the page of one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from paperatlas.atlas import Address, Direction, Paper
from paperatlas.atlas.indexes import Index, IndexPart, Row
from paperatlas.atlas.venue import VenueKind
from paperatlas.pages.figures import figures
from paperatlas.pages.mentions import mentions_of
from paperatlas.pages.page import Fragment, Heading, Page, PlannedPage, made_from
from paperatlas.pages.parts import ListPart, parts_of
from paperatlas.pages.render import Site

_BUSIEST = 100
"""How many rows an index names itself where the others are on pages of their own."""


@dataclass(frozen=True, slots=True)
class IndexKind:
    """One of the indexes: its words, and how its rows are shown.

    `rest` heads the papers that are in no row; `row_hint` stands on the page of a row and may be empty; `subtitle`
    says more of a row than its label, and `venue_kind` what a venue is. The pages of an index that is divided are made
    with `part_template`. The page of a row lists the pages that link to it and, if `cited`, those that
    cite its papers.
    """

    index: Index
    template: str
    title: str
    intro: str
    rest: str
    row_hint: str = ""
    subtitle: Callable[[Row], str] = lambda _: ""
    venue_kind: Callable[[Row], VenueKind | None] = lambda _: None
    cited: bool = False
    part_template: str = ""


def index_pages(site: Site, kind: IndexKind) -> Iterator[PlannedPage]:
    """Yield the index with its parts, and a page for every row that has one, or several where it has many papers.

    Papers that are in no row stand below the rows, or if they are many, on further pages of the index.
    """
    index = kind.index
    first, *others = parts_of(index.address, index.rest, Address(f"{index.address}#rest"))
    yield PlannedPage(index.address, partial(_index_page, site, kind, first), made_from(index.rows, first))
    for part in others:
        yield PlannedPage(part.address, partial(_rest_page, site, kind, part), made_from(part))
    for row in index.rows:
        if row.has_page:
            for part in parts_of(row.address, row.papers):
                yield PlannedPage(part.address, partial(_row_page, site, kind, row, part), made_from(row, part))
    for index_part in index.parts:
        yield from _part_pages(site, kind, (index_part,))


def _index_page(site: Site, kind: IndexKind, rest: ListPart[Paper]) -> Page:
    index = kind.index
    busiest = _busiest(index.rows) if index.parts else []
    html = site.render(
        kind.template, index.address, kind=kind, index=index, most=_most(index.rows), rest=rest, busiest=busiest
    )
    return Page(index.address, kind.title, kind.intro, Fragment(html), wide=True)


def _most(rows: Iterable[Row]) -> int:
    return max((len(row.papers) for row in rows), default=0)


def _busiest(rows: Iterable[Row]) -> list[Row]:
    """Return those with the most papers among the rows that have a page, most first."""
    return sorted((row for row in rows if row.has_page), key=lambda row: -len(row.papers))[:_BUSIEST]


def _part_pages(site: Site, kind: IndexKind, trail: tuple[IndexPart, ...]) -> Iterator[PlannedPage]:
    """Yield the page of the last part of `trail`, and those of the parts it is divided into."""
    yield PlannedPage(trail[-1].address, partial(_part_page, site, kind, trail), made_from(trail))
    for below in trail[-1].parts:
        yield from _part_pages(site, kind, (*trail, below))


def _part_page(site: Site, kind: IndexKind, trail: tuple[IndexPart, ...]) -> Page:
    part = trail[-1]
    title = site.messages.indexes.initial(kind.title, part.label)
    here = {above.address for above in trail}
    html = site.render(
        kind.part_template,
        part.address,
        kind=kind,
        part=part,
        trail=trail,
        here=here,
        title=title,
        most=_most(part.rows),
    )
    return Page(part.address, title, kind.intro, Fragment(html), wide=True)


def _rest_page(site: Site, kind: IndexKind, part: ListPart[Paper]) -> Page:
    """Return a further page of the papers that are in no row."""
    title = site.messages.parts.title(kind.rest, part.number)
    html = site.render("index_rest.html.jinja", part.address, kind=kind, part=part, title=title)
    return Page(part.address, title, kind.intro, Fragment(html), wide=True, searched=False)


def _row_page(site: Site, kind: IndexKind, row: Row, part: ListPart[Paper]) -> Page:
    """Return the papers of one person, venue or year, newest first, or some of them; the first page tells the most."""
    t = site.messages
    title = row.label if part.number == 1 else t.parts.title(row.label, part.number)
    mentions = []
    if part.number == 1:
        mentions = mentions_of(site, row.address, (paper.key for paper in row.papers) if kind.cited else ())
    html = site.render(
        "index_row.html.jinja",
        part.address,
        kind=kind,
        row=row,
        venue_kind=kind.venue_kind(row),
        part=part,
        title=title,
        figures=figures(row.papers),
        directions=_directions(site, row),
        mentions=mentions,
    )
    headings = [Heading("papers", t.papers, 2)]
    if mentions:
        headings.append(Heading("mentions", t.mentioned_in, 2))
    return Page(
        address=part.address,
        title=title,
        description=t.indexes.description(title, t.papers_count(len(row.papers))),
        body=Fragment(html, tuple(headings)),
        searched=part.number == 1,
    )


def _directions(site: Site, row: Row) -> list[tuple[Direction, int]]:
    """Return the directions of the papers with how many of them are there, most first."""
    count = Counter(slug for paper in row.papers for slug in paper.directions)
    return sorted(
        ((direction, count[slug]) for slug, direction in site.atlas.directions.items() if slug in count),
        key=lambda pair: -pair[1],
    )
