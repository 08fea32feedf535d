"""The whole graph."""

from __future__ import annotations

from paperatlas.atlas.addresses import MAP
from paperatlas.pages.graph import map_graph
from paperatlas.pages.page import Fragment, Page
from paperatlas.pages.render import Site


def map_page(site: Site) -> Page:
    """Every paper and every relation of the atlas, drawn, and the relations as text."""
    t = site.messages
    html = site.render("map.html.jinja", MAP, graph=map_graph(site), relations=site.atlas.relations)
    source = site.atlas.relations[0].place if site.atlas.relations else None
    return Page(MAP, t.map, t.map_intro, Fragment(html), source, wide=True)
