from __future__ import annotations

import re

import pytest

from paperatlas.graph.svg.styles import ARROW_HEADS, assign_line_styles, group_class, group_mark
from tests.conftest import REPOSITORY

STYLE_SHEET = (REPOSITORY / "templates" / "assets" / "graph.css").read_text(encoding="utf-8")


def test_every_type_and_hue_is_in_the_style_sheet() -> None:
    for style in set(ARROW_HEADS) - {"extends"}:
        assert f".pa-line--{style} {{" in STYLE_SHEET
    for hue in {group_class(colour) for colour in range(50)}:
        assert f"\n.{hue} {{" in STYLE_SHEET
        assert f'[data-md-color-scheme="slate"] .{hue} {{' in STYLE_SHEET


def test_types_are_told_apart_without_colour() -> None:
    dashes = dict(re.findall(r"^\.pa-line--(\w+) \{.*stroke-dasharray: ([\d. ]+);", STYLE_SHEET, re.MULTILINE))
    assert len(set(dashes.values())) == len(dashes)
    assert set(ARROW_HEADS) - set(dashes) == {"extends", "unifies", "faint"}  # thin, thick and pale


def test_twelve_groups_have_marks_of_their_own() -> None:
    assert len({(group_class(colour), group_mark(colour)) for colour in range(12)}) == 12


@pytest.mark.parametrize(
    ("types", "styles"),
    [
        (["uses", "extends"], {"uses": "uses", "extends": "extends"}),
        (["replicates"], {"replicates": "alternative"}),
        (
            ["alternative", "replicates", "retracts"],
            {"alternative": "alternative", "replicates": "uses", "retracts": "unifies"},
        ),
    ],
)
def test_a_type_of_the_site_s_own_takes_a_free_style(types: list[str], styles: dict[str, str]) -> None:
    assert assign_line_styles(types) == styles


def test_more_types_than_styles_share_them() -> None:
    assert len(assign_line_styles([*ARROW_HEADS, "one", "two"])) == len(ARROW_HEADS) + 2
