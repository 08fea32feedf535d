"""The list of all papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from paperatlas.atlas import Paper
from paperatlas.atlas.addresses import COMPARE, PAPERS, READING, direction_address, paper_address
from paperatlas.exports.formats import EXPORT_FORMATS
from paperatlas.pages.comparison.table import MOST_COMPARED
from paperatlas.pages.page import Fragment, Page, PlannedPage
from paperatlas.pages.papers.data import (
    PAPERS_DATA,
    PAPERS_WORDS,
    PapersData,
    searches_abstracts,
    write_papers_data,
    write_words,
)
from paperatlas.pages.parts import ListPart, parts_of
from paperatlas.pages.reading.data import READING_DATA
from paperatlas.pages.reading.marks import former_slugs
from paperatlas.pages.render import Site
from paperatlas.text.collation import collation_key

_MOST_VENUES = 100
"""How many venues, those with the most papers, a page of a divided list offers before its script knows them all."""


def papers_pages(site: Site) -> Iterator[PlannedPage]:
    """Yield every paper, newest first, as a table that can be filtered and sorted where scripts run.

    A long table is divided. Filter and sort then work on data of the whole library, which is loaded when a reader
    uses them.
    """
    papers = sorted(site.atlas.papers.values(), key=lambda paper: (-(paper.year or 0), collation_key(paper.name)))
    parts = parts_of(PAPERS, papers)
    table = _Table(site, papers, divided=len(parts) > 1)
    for part in parts:
        yield PlannedPage(part.address, partial(_part_page, table, part), partial(_inputs, table, part))


@dataclass(frozen=True)
class _Table:
    """What the pages of the table have in common, made once."""

    site: Site
    papers: list[Paper]
    divided: bool

    @cached_property
    def venues(self) -> list[str]:
        """Return the venues, those with the most papers first."""
        counts = Counter(paper.venue for paper in self.papers if paper.venue)
        return sorted(counts, key=lambda venue: (-counts[venue], collation_key(venue)))

    @cached_property
    def years(self) -> list[int]:
        """Return the years, the last first."""
        return sorted({paper.year for paper in self.papers if paper.year}, reverse=True)

    @cached_property
    def data(self) -> PapersData:
        """Return what the script of the table loads: all of a table that is divided, else what its rows do not say."""
        if self.divided:
            return write_papers_data(self.site, self.papers, self.venues)
        return write_words(self.site, self.papers)


def _columns(table: _Table) -> list[tuple[str, str]]:
    """Return the columns in which any paper has something: what they are sorted by, and what they are called."""
    t = table.site.messages
    columns = [
        ("name", t.paper, True),
        ("direction", t.direction, bool(table.site.atlas.directions)),
        ("year", t.year, any(paper.when for paper in table.papers)),
        ("venue", t.venue, bool(table.venues)),
        ("code", t.links, True),  # where there are no links one can cite
    ]
    return [(name, label) for name, label, there in columns if there]


def _inputs(table: _Table, part: ListPart[Paper]) -> tuple[object, ...]:
    """Return what a page of the table is made from; its data has other papers, which the version stands for."""
    return part, len(table.papers), table.years, table.venues, _columns(table), table.data.version


def _part_page(table: _Table, part: ListPart[Paper]) -> Page:
    site, data = table.site, table.data
    t = site.messages
    intro = t.papers_intro(bool(site.atlas.directions), site.has_code)
    title = t.papers if part.number == 1 else t.parts.title(t.papers, part.number)
    html = site.render(
        "papers.html.jinja",
        part.address,
        part=part,
        title=title,
        intro=intro,
        papers=part.items,
        count=len(table.papers),
        columns=dict(_columns(table)),
        years=table.years,
        compared=MOST_COMPARED if COMPARE in site.pages else 0,
        former=former_slugs(site, part.items),
        venues=table.venues[:_MOST_VENUES] if table.divided else table.venues,
        search_text=t.filter_text(searches_abstracts(table.papers)),
        data=f"{site.link_from(part.address)(PAPERS_DATA)}?{data.version}" if table.divided else "",
        words="" if table.divided else f"{site.link_from(part.address)(PAPERS_WORDS)}?{data.version}",
        paper_place=paper_address("{slug}"),
        direction_place=direction_address("{slug}"),
        downloads=EXPORT_FORMATS if site.has_exports else (),
        exports=site.link_from(part.address)(READING_DATA) if site.has_exports and READING in site.pages else "",
    )
    files = data.files if part.number == 1 else ()
    return Page(part.address, title, intro, Fragment(html), wide=True, files=files, searched=part.number == 1)
