from __future__ import annotations

from paperatlas.pages.map.model import make_large_map
from paperatlas.pages.map.overview import OVERVIEW_WIDTH, make_overview
from tests.conftest import ReadFiles
from tests.pages.map.sites import site_of


def test_the_drawing_is_as_wide_as_it_should_be_and_holds_every_region(read_files: ReadFiles) -> None:
    made = make_overview(make_large_map(site_of(read_files, 120, directions=5)))
    assert made.width == OVERVIEW_WIDTH
    titled = [region for region in made.regions if len(region.lines) > 1]
    assert titled
    for region in titled:
        *title, count = (line for line, _ in region.lines)
        assert (" ".join(title), count) == (region.region.title, str(region.region.papers))
    for region in made.regions:
        assert region.r <= region.x <= made.width - region.r
        assert region.r <= region.y <= made.height - region.r


def test_more_relations_make_a_thicker_line(read_files: ReadFiles) -> None:
    drawn = make_large_map(site_of(read_files, 300, directions=6, relations=400))
    made = make_overview(drawn)
    assert [tie.width for tie in sorted(made.ties, key=lambda tie: tie.count)] == sorted(tie.width for tie in made.ties)
    assert max(tie.width for tie in made.ties) == 9
    assert made.left_out == len(drawn.between) - len(made.ties)
