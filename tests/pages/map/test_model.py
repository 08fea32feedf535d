from __future__ import annotations

from paperatlas.pages import Site
from paperatlas.pages.map.model import make_large_map


def test_regions_are_directions_with_their_papers_and_last_the_papers_of_none(site: Site) -> None:
    drawn = make_large_map(site)
    assert [(region.slug, region.href, region.papers, region.colour) for region in drawn.regions] == [
        ("flows", "../directions/flows/", 3, 0),
        ("", "", 1, 1),
    ]
    assert drawn.regions[1].title == site.messages.other_papers
    assert drawn.region_of == {"nice": "flows", "realnvp": "flows", "bound": "flows", "loose": ""}


def test_relations_inside_a_region_are_not_between_regions(site: Site) -> None:
    assert make_large_map(site).between == {}
