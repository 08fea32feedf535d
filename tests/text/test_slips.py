"""Words that are one letter apart, as a table."""

from __future__ import annotations

import pytest

from paperatlas.text.slips import near_miss, one_slip

SLIPS = [("title", "titel"), ("author", "auhtor"), ("year", "yaer"), ("author", "authors"), ("author", "autor"),
         ("journal", "journel"), ("ab", "ba"), ("a", "b"), ("a", "")]  # fmt: skip
NO_SLIPS = [("title", "title"), ("title", "note"), ("author", "authorss"), ("abc", "cba"), ("abcd", "badc"),
            ("aab", "bba"), ("", "ab"), ("", "")]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SLIPS)
def test_slips(first: str, second: str) -> None:
    assert one_slip(first, second)
    assert one_slip(second, first)


@pytest.mark.parametrize(("first", "second"), NO_SLIPS)
def test_no_slips(first: str, second: str) -> None:
    assert not one_slip(first, second)
    assert not one_slip(second, first)


def test_near_miss() -> None:
    assert near_miss("titel", ("author", "title")) == "title"
    assert near_miss("tilted", ("author", "title")) is None
