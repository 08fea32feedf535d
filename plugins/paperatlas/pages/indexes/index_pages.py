"""What the indexes of people, venues and years have in common: the list, and the page of one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from paperatlas.atlas import Address, Direction, Paper
from paperatlas.atlas.indexes import Index, Row
from paperatlas.pages.figures import figures
from paperatlas.pages.mentions import mentions_of
from paperatlas.pages.page import Fragment, Heading, Page, PlannedPage, made_from
from paperatlas.pages.parts import ListPart, parts_of
from paperatlas.pages.render import Site


@dataclass(frozen=True, slots=True)
class IndexKind:
    """One of the indexes: its words, and how its rows are shown.

    `rest` heads the papers that are in no row; `row_hint` stands on the page of a row and may be empty; `subtitle`
    says more of a row than its label. The page of a row lists the pages that link to it and, if `cited`, those that
    cite its papers.
    """

    index: Index
    template: str
    title: str
    intro: str
    rest: str
    row_hint: str = ""
    subtitle: Callable[[Row], str] = lambda _: ""
    cited: bool = False


def index_pages(site: Site, kind: IndexKind, **values: object) -> Iterator[PlannedPage]:
    """Yield the index, and a page for every row that has one, or several where it has many papers.

    `values` are for the index's own template. Papers that are in no row stand below the rows, or if they are many, on
    further pages of the index.
    """
    index = kind.index
    first, *others = parts_of(index.address, index.rest, Address(f"{index.address}#rest"))
    yield PlannedPage(index.address, partial(_index_page, site, kind, first, values), made_from(index.rows, first))
    for part in others:
        yield PlannedPage(part.address, partial(_rest_page, site, kind, part), made_from(part))
    for row in index.rows:
        if row.has_page:
            for part in parts_of(row.address, row.papers):
                yield PlannedPage(part.address, partial(_row_page, site, kind, row, part), made_from(row, part))


def _index_page(site: Site, kind: IndexKind, rest: ListPart[Paper], values: Mapping[str, object]) -> Page:
    index = kind.index
    most = max((len(row.papers) for row in index.rows), default=0)
    html = site.render(kind.template, index.address, kind=kind, index=index, most=most, rest=rest, **values)
    return Page(index.address, kind.title, kind.intro, Fragment(html), wide=True)


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
    count = Counter(slug for paper in row.papers for slug in {place.direction for place in paper.placements})
    return sorted(
        ((direction, count[slug]) for slug, direction in site.atlas.directions.items() if slug in count),
        key=lambda pair: -pair[1],
    )
