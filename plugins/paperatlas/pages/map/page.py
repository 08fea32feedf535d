"""The whole graph."""

from __future__ import annotations

from paperatlas.atlas.addresses import MAP
from paperatlas.exports.files import text_file
from paperatlas.pages.graph import draw_map, make_map_graph
from paperatlas.pages.map.data import MAP_DATA, write_map_data
from paperatlas.pages.map.directions import make_direction_map
from paperatlas.pages.map.model import make_large_map
from paperatlas.pages.map.overview import make_overview
from paperatlas.pages.page import Fragment, Page
from paperatlas.pages.render import Site

MOST_DRAWN = 400
"""An atlas of more papers has a map to move about in: as one drawing it would be a dozen windows high."""


def map_page(site: Site) -> Page:
    """Return the page of the whole graph: directions, papers, and the same as text; or a map to move about in."""
    if len(site.atlas.papers) > MOST_DRAWN:
        return _large(site)
    t = site.messages
    graph = make_map_graph(site)
    years = [paper.year for paper in site.atlas.papers.values() if paper.year is not None]
    intro = t.map_intro(bool(site.atlas.directions))
    html = site.render(
        "map.html.jinja",
        MAP,
        intro=intro,
        graph=draw_map(site, graph),
        map=make_direction_map(site, graph),
        relations=site.atlas.relations,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )
    return Page(MAP, t.map, intro, Fragment(html), wide=True)


def _large(site: Site) -> Page:
    """Return the map of an atlas of too many papers for one drawing, with its data as a file beside it."""
    t = site.messages
    drawn = make_large_map(site)
    years = [paper.year for paper in drawn.papers if paper.year is not None]
    html = site.render(
        "map_large.html.jinja",
        MAP,
        map=drawn,
        overview=make_overview(drawn),
        data=MAP_DATA,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )
    files = (text_file(MAP_DATA, write_map_data(site, drawn), localised=True),)
    description = t.large_map.intro(len(drawn.papers), len(drawn.relations))
    return Page(MAP, t.map, description, Fragment(html), wide=True, files=files)
