"""Parts as people write them."""

from __future__ import annotations

import pytest

from paperatlas.build.site_parts.part import WHOLE, SitePart, parse_part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1/1", WHOLE),
        ("2/4", SitePart(2, 4)),
        ("4/4", SitePart(4, 4)),
        ("5/4", None),
        ("0/4", None),
        ("2", None),
        ("2/", None),
        ("02/4", None),
        ("2/4\n", None),
        ("2 of 4", None),
        ("", None),
    ],
)
def test_a_part_is_read(text: str, part: SitePart | None) -> None:
    assert parse_part(text) == part


def test_every_page_is_in_one_part() -> None:
    parts = [SitePart(number, 3) for number in (1, 2, 3)]
    assert [[number for number in range(7) if part.has(number)] for part in parts] == [[0, 3, 6], [1, 4], [2, 5]]
    assert all(WHOLE.has(number) for number in range(7))
