"""The page of a direction's results.

It is a page of its own: hundreds of rows would double the weight of the page of a large direction, and who reads an
introduction seldom wants them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from paperatlas.atlas import Address, Direction
from paperatlas.pages.page import Fragment, Heading, Page, PlannedPage, made_from
from paperatlas.pages.render import Site
from paperatlas.pages.results.progress import CHART, progress_of
from paperatlas.pages.results.tables import ResultTable, result_tables
from paperatlas.pages.results.words import measure_name

_UNFOLDED = 30
"""How many rows of a table are open to be read: they are a screen or two."""

_CHARTS_ID = "best-values"
"""What the heading of the charts is called in its address."""


def results_address(direction: Direction) -> Address:
    """Return where the results of a direction are."""
    return Address(f"{direction.address}results/")


def results_pages(site: Site, direction: Direction) -> Iterator[PlannedPage]:
    """Yield the page of a direction's results, if it has any."""
    if any(key in site.atlas.results for key in direction.papers):
        address = results_address(direction)
        yield PlannedPage(address, partial(_results_page, site, direction), made_from(direction))


def results_summary(site: Site, direction: Direction) -> tuple[Address, str, str] | None:
    """Return where the results of a direction are, how many, and what they measure; None if it has none."""
    tables = result_tables(site.atlas, direction.papers)
    if not tables:
        return None
    texts = site.messages.results
    datasets = dict.fromkeys(table.measure.dataset for table in tables if table.papers > 1)
    count = texts.count(sum(table.count for table in tables), len(tables))
    return results_address(direction), count, site.messages.list_separator.join(list(datasets)[:_MOST_NAMED])


_MOST_NAMED = 4
"""How many datasets are named where a direction leads to its results."""


def _results_page(site: Site, direction: Direction) -> Page:
    texts = site.messages.results
    address = results_address(direction)
    tables = result_tables(site.atlas, direction.papers)
    title = texts.page_title(direction.title)
    charts = [(table, progress) for table in tables if (progress := progress_of(table))]
    html = site.render(
        "results.html.jinja",
        address,
        direction=direction,
        tables=tables,
        charts=charts,
        charts_id=_CHARTS_ID,
        chart=CHART,
        unfolded=_UNFOLDED,
        downloads=site.has_exports,
    )
    headings = [Heading(_CHARTS_ID, texts.progress, 2)] if charts else []
    headings += [_heading(site, table) for table in tables]
    return Page(address, title, texts.intro, Fragment(html, tuple(headings)), wide=True, searched=False)


def _heading(site: Site, table: ResultTable) -> Heading:
    return Heading(table.id, measure_name(site.messages.results, table.measure), 2)
