"""Headings and collections as directions and groups."""

from __future__ import annotations

import pytest

from paperatlas.formats.groups import Path, heading_slug, levels_of, placement


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("Image Models", "image-models"), ("1.2) Image Models (17)", "image-models"), ("IV. Sound [3]", "sound"), ("3D Looms", "3d-looms"),
        ("2020", "2020"), ("Attention & Friends", "attention-and-friends"), ("Ada's Œuvre", "adas-oeuvre"), ("Ada’s", "adas"),
        ("图像 CNN", "cnn"), ("⭐ Best", "best"), ("x" * 59 + " " + "y" * 9, "x" * 59), ("", ""), ("  ", ""),
    ],
)  # fmt: skip
def test_a_heading_is_a_slug_without_number_and_count(heading: str, slug: str) -> None:
    assert heading_slug(heading) == slug


def test_a_heading_without_latin_letters_has_a_slug_of_its_own() -> None:
    slugs = [heading_slug("图像"), heading_slug(" 图像 "), heading_slug("声音"), heading_slug("???")]
    assert slugs[0] == slugs[1]
    assert len(set(slugs)) == 3
    assert all(slug.startswith("group-") and len(slug) == 14 and slug.isascii() for slug in slugs)


A, B, C = (1, "A"), (2, "B"), (2, "C")
LEVELS: list[tuple[list[Path], tuple[int, ...]]] = [
    ([], ()),
    ([(), ()], ()),
    ([(A, B), (A, C)], (2,)),
    ([(A, B), (A, B)], (2,)),
    ([(A,)], (1,)),
    ([(A, B), ((1, "Z"), B)], (1, 2)),
    ([(A, B, (4, "D")), (A, C), ()], (2, 4)),
]


@pytest.mark.parametrize(("paths", "levels"), LEVELS)
def test_a_heading_over_everything_divides_nothing(paths: list[Path], levels: tuple[int, ...]) -> None:
    assert levels_of(paths) == levels


@pytest.mark.parametrize(
    ("path", "levels", "direction", "keyword"),
    [
        ((A, B), (1, 2), "", "a/b"),
        ((A, B), (2,), "", "b"),
        ((A, B), (2, 1), "", "b/a"),
        ((A, B), (1, 2), "senses", "senses/a"),
        ((A,), (2,), "senses", "senses"),
        ((A, B, (3, "D")), (1, 2, 3), "", "a/b"),
        ((A, (2, " ")), (1, 2), "", "a"),
        ((), (1,), "", ""),
    ],
)
def test_the_first_two_levels_give_direction_and_group(
    path: Path, levels: tuple[int, ...], direction: str, keyword: str
) -> None:
    assert placement(path, levels, direction) == keyword
