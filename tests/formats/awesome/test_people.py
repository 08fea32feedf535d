"""Names of people in running text."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.people import is_name, people_in
from paperatlas.formats.person import OTHERS
from paperatlas.formats.records.record import Author

ADA, ALAN = Author("Byron", "Ada"), Author("Mathison", "Alan")


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Ada Byron, Alan Mathison", (ADA, ALAN)),
        ("by Ada Byron and Alan Mathison.", (ADA, ALAN)),
        ("Ada Byron*, Alan Mathison†¹ & Évariste Galois", (ADA, ALAN, Author("Galois", "Évariste"))),
        ("Ada Byron (MIT), Alan Mathison2", (ADA, ALAN)),
        ("Ada Byron et al.", (ADA, OTHERS)),
        ("Kovar N, Stone KR", (Author("Kovar", "N"), Author("Stone", "KR"))),
        ("Ada Byron, …", (ADA, OTHERS)),
        ("A. L. Byron; J.-P. van der Loom", (Author("Byron", "A. L."), Author("van der Loom", "J.-P."))),
        ("张三、李四", (Author("张三"), Author("李四"))),
        ("Ada Byron", ()),
        ("Ada Byron, weaving looms", ()),
        ("Ada Byron, Google Research", ()),
        ("Learning Looms, Deep Networks", ()),
        ("et al.", ()),
        ("", ()),
        (", and ,", ()),
    ],
)
def test_a_text_is_names_or_nothing(text: str, authors: tuple[Author, ...]) -> None:
    assert people_in(text) == authors


@pytest.mark.parametrize(("text", "authors"), [("Ada Byron", (ADA,)), ("Looms", ()), ("", ())])
def test_one_name_is_enough_where_that_is_said(text: str, authors: tuple[Author, ...]) -> None:
    assert people_in(text, at_least=1) == authors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Byron", True), ("Łukasz O’Neil-Żak", True), ("Ada M. Byron", True), ("张三丰", True), ("张", False), ("Ada", False),
        # words of titles: `Scene Decomposition and Depth Estimation` are no two people
        ("Depth Estimation", False), ("Scene Decomposition", False), ("Towards Generalized", False),
        ("Polarization Human Shape", False), ("Training-Free Semantic Manipulation", False), ("Ethan Fast", True),
        ("Luís Corte-Real", True), ("Akash Deep", True),
        ("ada byron", False), ("Ada Byron 3", False), ("The Loom", False), ("One Two Three Four Five Six Seven", False), ("", False),
    ],
)  # fmt: skip
def test_a_name_has_two_words_and_capitals(text: str, name: bool) -> None:
    assert is_name(text) == name
