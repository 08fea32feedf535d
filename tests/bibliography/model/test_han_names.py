"""Names in their own order."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.han_names import is_han, is_in_own_order, name_in_own_order


@pytest.mark.parametrize(
    ("text", "han"),
    [
        ("王", True),
        ("王小明", True),
        ("欧阳修文", True),
        ("王小明王小", False),
        ("王 明", False),
        ("김", False),
        ("", False),
    ],
)
def test_one_to_four_chinese_characters_can_be_a_name(text: str, han: bool) -> None:
    assert is_han(text) == han


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("王小明", "王", "小明"),
        ("欧阳修", "欧阳", "修"),
        ("山田 太郎", "山田", "太郎"),
        ("山田太郎", "山田", "太郎"),
        ("田中太郎", "田中", "太郎"),
        ("佐藤花子", "佐藤", "花子"),
        ("김민수", "김민수", ""),
    ],
)
def test_the_name_of_the_family_stands_first(text: str, family: str, given: str) -> None:
    assert is_in_own_order(text)
    name = name_in_own_order(text)
    assert (name.family, name.given, name.literal) == (family, given, text)


def test_a_name_with_other_letters_is_not_in_this_order() -> None:
    assert not is_in_own_order("王 Xiaoming")
