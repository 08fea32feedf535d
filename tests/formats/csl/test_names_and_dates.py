"""What Crossref's records and CSL-JSON have in common."""

from __future__ import annotations

from typing import Any

import pytest

from paperatlas.formats.csl.names_and_dates import date_of, first, langid, people
from paperatlas.formats.records.record import Author

NAMES: list[tuple[Any, tuple[Author, ...]]] = [
    ([{"family": "Byron", "given": "Ada"}, {"family": "Davis", "given": "Sammy", "suffix": "Jr."}], (Author("Byron", "Ada"), Author("Davis", "Sammy", "Jr."))),
    ([{"family": "Loom", "given": "J.", "non-dropping-particle": "van der"}], (Author("van der Loom", "J."),)),
    ([{"family": "Byron", "literal": "X Y"}, {"given": "Ada", "name": "X Y"}], (Author("Byron"), Author("Ada"))),
    ([{"literal": "Ada Byron"}, {"name": "Ada Byron"}], (Author("Byron", "Ada"), Author("Ada Byron"))),
    ([{"family": "Müller &amp; <i>Co</i>"}], (Author("Müller & Co"),)),
    ([{"family": "张", "given": "三"}], (Author("张", "三"),)),
    ([{}, None, "text", {"family": None}, {"family": "Byron", "given": "Ada"}], (Author("Byron", "Ada"),)),
    (None, ()),
    ("Ada Byron", ()),
    ({"family": "Byron"}, ()),
]  # fmt: skip


@pytest.mark.parametrize(("written", "authors"), NAMES)
def test_names_keep_their_order_and_what_is_none_is_left_out(written: Any, authors: tuple[Author, ...]) -> None:
    assert people(written) == authors


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([[2020, 5, 3]], "2020-05-03"), ([["2020", "5"]], "2020-05"), ([[843]], "0843"), ([[2020, 13, 1]], "2020"), ([[2020, 0, 3]], "2020"),
        ([[2020, 5, 3, 12]], "2020-05-03"), ([[2019], [2021]], "2019"), ([[None]], ""), ([["²"]], ""), ([[-44]], ""), ([[]], ""), ([], ""),
        ("2020", ""), (None, ""),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_its_parts_are_good(parts: Any, date: str) -> None:
    assert date_of({"date-parts": parts}) == date


@pytest.mark.parametrize("written", [None, [], "2020", 2020, {}])
def test_what_is_no_date_gives_none(written: object) -> None:
    assert date_of(written) == ""


@pytest.mark.parametrize(("code", "name"), [("en", "english"), ("de-CH", "german"), ("zh", "chinese"), ("tlh", ""), ("", ""), (None, ""), (3, "")])  # fmt: skip
def test_a_language_is_babels(code: object, name: str) -> None:
    assert langid(code) == name


@pytest.mark.parametrize(
    ("written", "text"),
    [("A &amp; <b>B</b>", "A & B"), (["", None, "图", "x"], "图"), (12, "12"), ([3], "3"), ([], ""), (None, ""), ({}, ""), (1.5, "")],
)  # fmt: skip
def test_the_first_text_of_several_is_plain(written: object, text: str) -> None:
    assert first(written) == text
