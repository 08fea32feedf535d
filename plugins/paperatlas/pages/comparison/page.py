"""The page that compares papers of the reader's choice, which its address keeps."""

from __future__ import annotations

from paperatlas.atlas import Direction, Group
from paperatlas.atlas.addresses import COMPARE, paper_address
from paperatlas.pages.comparison.data import COMPARISON_DATA, write_comparison_data
from paperatlas.pages.page import Fragment, Page
from paperatlas.pages.render import Site


def comparison_page(site: Site) -> Page:
    """Return the page, with the data that its script loads when a paper is chosen.

    Without scripts it leads to the tables on the pages of directions.
    """
    t = site.messages
    data = write_comparison_data(site, tuple(site.atlas.papers.values()))
    html = site.render(
        "compare.html.jinja",
        COMPARE,
        data=f"{site.link_from(COMPARE)(COMPARISON_DATA)}?{data.version}",
        paper_place=paper_address("{slug}"),
        groups=_groups(site),
    )
    return Page(COMPARE, t.comparison.page, t.comparison.intro, Fragment(html), wide=True, files=data.files)


def _groups(site: Site) -> list[tuple[Direction, list[Group]]]:
    """Return the groups of each direction that there is something to compare in."""
    directions = site.atlas.directions.values()
    found = [(each, [group for group in each.groups if len(group.papers) > 1]) for each in directions]
    return [(direction, groups) for direction, groups in found if groups]
