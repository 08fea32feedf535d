"""The letter a name is found under, and the order of names."""

from __future__ import annotations

import pytest

from paperatlas.text.collation import OTHER, collation_key, initial, second_heading


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Abbeel", "A"),
        ("Čech", "C"),
        ("Łukasz", "L"),
        ("Øland", "O"),
        ("ßmann", "S"),
        ("'t Hooft", "T"),
        ("arXiv", "A"),
        ("何恺明", "H"),
        ("张", "Z"),
        ("張", "Z"),
        ("单田芳", "S"),
        ("欧阳", "O"),
        ("翟", "Z"),
        ("闫", "Y"),
        ("龘", OTHER),
        ("Ångström", "A"),
        ("Äpfel", "A"),
        ("Éclair", "E"),
        ("„Über“", "U"),
        ("« Été »", "E"),
        ("《红楼梦》", "H"),
        ("Чебышёв", "Ч"),
        ("3D Society", OTHER),
        ("", OTHER),
    ],
)
def test_initial(text: str, letter: str) -> None:
    assert initial(text) == letter


@pytest.mark.parametrize(
    "ordered",
    [
        ["Abe", "Ábel", "Abeln", "B"],
        ["He", "Ho", "何", "胡", "Jia"],
        ["阿", "B", "陈", "郑", "Я", "42"],
        ["李白", "李四", "王"],
        ["Abel", "Ångström", "Äpfel", "„Apfelmus“", "Aston", "Eber", "Echse", "Éclair"],
        ["Strasse", "Straße", "Strauss", "zart"],
    ],
)
def test_order(ordered: list[str]) -> None:
    assert sorted(ordered[::-1], key=collation_key) == ordered


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Liang", "Li"),
        ("Łukasz", "Lu"),
        ("O'Neill", "On"),
        ("X", "X"),
        ("李白", "李"),
        ("Чебышёв", "Че"),
        ("3D", OTHER),
        ("龘", "龘"),
        ("𠀀", "𠀀"),
        ("", OTHER),
    ],
)
def test_where_a_letter_has_too_many(text: str, heading: str) -> None:
    assert second_heading(text) == heading


def test_the_given_name_tells_equal_families_apart() -> None:
    people = [("Ho", "Zoe"), ("Hob", "Al"), ("Ho", "Ádám"), ("李", "四"), ("李", "白"), ("", "")]
    ordered = sorted(people, key=lambda person: collation_key(*person))
    assert ordered == [("Ho", "Ádám"), ("Ho", "Zoe"), ("Hob", "Al"), ("李", "白"), ("李", "四"), ("", "")]


@pytest.mark.parametrize("text", ["\ud800", "Ho\ud800", "😀", "㐀"])
def test_a_character_without_a_reading_has_a_place_all_the_same(text: str) -> None:
    assert sorted([text, "Zz", ""], key=collation_key)
    assert initial(text) == ("H" if text.startswith("Ho") else OTHER)
