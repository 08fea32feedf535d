from __future__ import annotations

from paperatlas.pages import Site
from paperatlas.pages.figures import Figures, figures


def test_figures(site: Site) -> None:
    assert figures(site.atlas.papers.values()) == Figures(papers=4, with_code=1, first_year=2014, last_year=2020)
    assert figures(site.atlas.papers.values()).percent_with_code == 25
    assert figures([]) == Figures(0, 0, None, None)
    assert figures([]).percent_with_code == 0
