"""The order of an entry's fields."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.formatter.field_order import ORDER, rank
from paperatlas.bibliography.model.fields import ALIASES, NAME_FIELDS, VERBATIM

STYLE = """
author title shorttitle booktitle journaltitle series volume number pages publisher date eprint eprinttype doi url code
codetype website langid keywords extends accelerates applies combines compares evaluates unifies uses alternative
evidence evidence_zh change change_zh note annotation annotation_zh abstract abstract_zh
"""


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (" ".join(reversed(STYLE.split())), STYLE),
        ("zeta note alpha year", "year zeta alpha note"),
        ("month year journal editor author", "author editor journal year month"),
        ("title author+an title_zh author", "author author+an title title_zh"),
        ("timestamp refutes_zh file title", "title file timestamp refutes_zh"),
    ],
)
def test_the_order_of_fields(names: str, ordered: str) -> None:
    assert sorted(names.split(), key=rank) == ordered.split()


def test_every_known_field_has_one_place() -> None:
    assert len(ORDER) == len(set(ORDER))
    assert set(ORDER) >= NAME_FIELDS | VERBATIM | ALIASES.keys() | set(ALIASES.values())
    assert sorted(ORDER, key=rank) == list(ORDER)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("abstract_zh", "abstract", None),
        ("author+an", "author", "authortype"),
        ("author+an:x", "author", "authortype"),
        ("note+an", "note", "addendum"),
        ("evidence_zh", "evidence", "lista"),
        # a twin of nothing known, and names that look like one
        ("x_zh", "verbc", "note"),
        ("abstract_chinese", "verbc", "note"),
        ("作者", "verbc", "note"),
        ("+an", "verbc", "note"),
        ("", "verbc", "note"),
        ("origdate", "day", "pubstate"),
    ],
)
def test_a_field_has_its_place_among_the_known(name: str, before: str, after: str | None) -> None:
    assert rank(before) < rank(name)
    assert after is None or rank(name) < rank(after)
