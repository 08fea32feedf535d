from __future__ import annotations

import pytest

from paperatlas.pages import Site
from paperatlas.pages.graph import part
from paperatlas.pages.graph.part import select_part


@pytest.mark.parametrize(
    ("papers", "relations", "drawn"),
    [
        (3, 2, None),
        (2, 9, [("realnvp", "nice")]),  # papers are too many: the two with most relations between them
        (9, 1, [("realnvp", "nice")]),
        (1, 0, []),
    ],
)
def test_a_direction_with_too_much_is_drawn_in_part(
    site: Site, monkeypatch: pytest.MonkeyPatch, papers: int, relations: int, drawn: list[tuple[str, str]] | None
) -> None:
    for name, value in (("PAPERS", papers), ("RELATIONS", relations)):
        monkeypatch.setattr(part, f"MOST_{name}", value)
        monkeypatch.setattr(part, f"PART_{name}", value)
    found = select_part(site.atlas.directions["flows"], site.atlas.relations)
    assert (found and [(relation.source, relation.target) for relation in found.relations]) == drawn
    if found:
        assert found.all_papers == 3
        assert set(found.direction.papers) == {key for pair in drawn or () for key in pair}
