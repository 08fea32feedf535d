"""What the indexes of people, venues and years have in common: the list, and the page of one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from paperatlas.atlas import Direction
from paperatlas.atlas.indexes import Index, Row
from paperatlas.pages.figures import figures
from paperatlas.pages.mentions import mentions_of
from paperatlas.pages.page import Fragment, Heading, Page, PlannedPage
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
    """Yield the index, and a page for every row that has one. `values` are for the index's own template."""
    yield PlannedPage(kind.index.address, partial(_index_page, site, kind, values))
    for row in kind.index.rows:
        if row.has_page:
            yield PlannedPage(row.address, partial(_row_page, site, kind, row))


def _index_page(site: Site, kind: IndexKind, values: Mapping[str, object]) -> Page:
    index = kind.index
    most = max((len(row.papers) for row in index.rows), default=0)
    html = site.render(kind.template, index.address, kind=kind, index=index, most=most, **values)
    return Page(index.address, kind.title, kind.intro, Fragment(html), wide=True)


def _row_page(site: Site, kind: IndexKind, row: Row) -> Page:
    """Return the papers of one person, venue or year, newest first."""
    t = site.messages
    mentions = mentions_of(site, row.address, (paper.key for paper in row.papers) if kind.cited else ())
    html = site.render(
        "index_row.html.jinja",
        row.address,
        kind=kind,
        row=row,
        figures=figures(row.papers),
        directions=_directions(site, row),
        mentions=mentions,
    )
    headings = [Heading("papers", t.papers, 2)]
    if mentions:
        headings.append(Heading("mentions", t.mentioned_in, 2))
    return Page(
        address=row.address,
        title=row.label,
        description=t.indexes.description(row.label, t.papers_count(len(row.papers))),
        body=Fragment(html, tuple(headings)),
    )


def _directions(site: Site, row: Row) -> list[tuple[Direction, int]]:
    """Return the directions of the papers with how many of them are there, most first."""
    count = Counter(slug for paper in row.papers for slug in {place.direction for place in paper.placements})
    return sorted(
        ((direction, count[slug]) for slug, direction in site.atlas.directions.items() if slug in count),
        key=lambda pair: -pair[1],
    )
