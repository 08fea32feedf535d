"""The conferences, journals and archives in which the papers appeared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from paperatlas.atlas.indexes import Row
from paperatlas.atlas.venue import VenueKind
from paperatlas.pages.indexes.index_pages import IndexKind, index_pages
from paperatlas.pages.page import PlannedPage
from paperatlas.pages.render import Site

_BRACKETED_END = re.compile(r"\s*\([^()]*\)\s*\Z")


def venue_pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the index of venues, by letter where they are many, and a page for each with many papers."""
    t = site.messages
    yield from index_pages(
        site,
        IndexKind(
            index=site.indexes.venues,
            template="venues.html.jinja",
            title=t.indexes.venues,
            intro=t.indexes.venues_intro,
            rest=t.indexes.without_venue,
            subtitle=full_name,
            venue_kind=kind_of,
            part_template="venues_letter.html.jinja",
        ),
    )


def kind_of(row: Row) -> VenueKind | None:
    """Return what a venue mostly is, by the entries that appeared there."""
    (kind, _), *_ = Counter(paper.venue_kind for paper in row.papers).most_common(1)
    return kind


def full_name(row: Row) -> str:
    """Return the name of a venue that is mostly given in full; empty if that says no more than the short one."""
    names: Counter[str] = Counter()
    for paper in row.papers:
        if container := paper.container:
            names[_BRACKETED_END.sub("", container.text)] += 1
    full = names.most_common(1)[0][0] if names else ""
    return full if full != row.label else ""
