from __future__ import annotations

from paperatlas.pages import Site
from paperatlas.pages.direction import related_directions
from paperatlas.pages.figures import Figures, figures


def test_figures(site: Site) -> None:
    assert figures(site.atlas.papers.values()) == Figures(papers=4, with_code=1, first_year=2014, last_year=2020)
    assert figures(site.atlas.papers.values()).percent_with_code == 25
    assert figures([]) == Figures(0, 0, None, None)
    assert figures([]).percent_with_code == 0


def test_related_directions_share_papers_and_relations(site: Site) -> None:
    related = related_directions(site.atlas)
    # realnvp is in both, and as a paper of `graphs` it has two relations into `flows`.
    assert related == {"flows": {"graphs": 3}, "graphs": {"flows": 3}}
