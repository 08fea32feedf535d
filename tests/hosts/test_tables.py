"""Tables of notes have no style attributes."""

from __future__ import annotations

import pytest

from tests.hosts.conftest import BuildSite

TABLE = {"docs/index.md": "# Home\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"}


@pytest.mark.parametrize(
    ("options", "attributes"),
    [({}, {"align": "right"}), ({"use_align_attribute": False}, {"style": "text-align: right;"})],
)
def test_cells_are_aligned_by_an_attribute(
    build_site: BuildSite, options: dict[str, bool], attributes: dict[str, str]
) -> None:
    page = build_site(TABLE, markdown_extensions=[{"tables": options}]).page("")
    assert [cell.attrs for cell in page.select("[role=main] td, [role=main] th")] == [{}, attributes] * 2
