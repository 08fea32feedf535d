"""Indexes that are too long for one page: which page a name is on, and where that page is."""

from __future__ import annotations

import pytest

from paperatlas.atlas.addresses import PEOPLE, index_address, name_slugs
from paperatlas.atlas.index_parts import Headings, headings, part_addresses

NAMES = {
    "Ada Lovelace": "Lovelace", "Li Wei": "Li", "李伟": "李", "刘强": "刘", "Łukasz Łoś": "Łoś", "Tim O'Reilly": "O'Reilly",
    "Ivan Жук": "Жук", "42": "42", "齉": "齉",
}  # fmt: skip

UNDER = [
    # a name, what it is under where a page holds 9, 8 and 2 names
    ("Ada Lovelace", (), ("L",), ("L", "Lo")),
    ("Li Wei", (), ("L",), ("L", "Li")),
    ("李伟", (), ("L",), ("L", "李")),
    ("刘强", (), ("L",), ("L", "刘")),
    ("Łukasz Łoś", (), ("L",), ("L", "Lo")),
    ("Tim O'Reilly", (), ("O",), ("O",)),
    ("Ivan Жук", (), ("Ж",), ("Ж",)),
    ("42", (), ("#",), ("#",)),
    ("齉", (), ("#",), ("#",)),
]


@pytest.mark.parametrize(("name", "whole", "by_letter", "by_two"), UNDER)
def test_headings(name: str, whole: Headings, by_letter: Headings, by_two: Headings) -> None:
    assert [headings(NAMES, most)[name] for most in (9, 8, 2)] == [whole, by_letter, by_two]


ADDRESSES = [
    ((), "people/"),
    (("L",), "people/letter/l/"),
    (("L", "Lo"), "people/letter/l-lo/"),
    (("L", "李"), "people/letter/l-c16667ca/"),
    (("Ж",), "people/letter/dd591284/"),
    (("#",), "people/letter/other/"),
]


@pytest.mark.parametrize(("heading", "address"), ADDRESSES)
def test_addresses(heading: Headings, address: str) -> None:
    assert part_addresses(PEOPLE, [heading])[heading] == address


def test_a_page_of_a_letter_stays_where_it_is_when_it_is_divided() -> None:
    assert part_addresses(PEOPLE, [("L", "Lo")])[("L",)] == part_addresses(PEOPLE, [("L",)])[("L",)]


def test_no_person_has_the_address_of_a_letter() -> None:
    people = ["letter", "Letter", "letter l", "letter/l", "l", "other", "_l", "letter_l"]
    taken = {index_address(PEOPLE, slug).casefold() for slug in name_slugs(people).values()}
    letters = part_addresses(PEOPLE, headings(NAMES, 2).values()).values()
    assert len(taken) == len(people)
    assert taken.isdisjoint({*letters} - {PEOPLE})
    assert len({address.casefold() for address in letters}) == len({*letters})
