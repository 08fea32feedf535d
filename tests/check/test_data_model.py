"""What is known of types and fields."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.fields import TYPE_ALIASES
from paperatlas.check import data_model


def test_the_data_model_is_consistent() -> None:
    assert set(data_model.REQUIRED) <= data_model.KNOWN_TYPES
    required = {name for fields in data_model.REQUIRED.values() for names in fields for name in names}
    assert required <= data_model.KNOWN_FIELDS
    assert len(set(data_model.COMMON_FIELDS)) == len(data_model.COMMON_FIELDS)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("article", {"author", "title", "journaltitle", "date"}),
        ("inproceedings", {"author", "title", "booktitle", "date"}),
        ("thesis", {"author", "title", "type", "institution", "date"}),
        ("misc", {"title"}),
        ("software", {"title"}),
    ],
)
def test_what_a_type_requires(kind: str, fields: set[str]) -> None:
    assert {names[0] for names in data_model.REQUIRED[kind]} == fields


def test_no_type_is_required_by_an_alias_and_bibtex_names_are_known() -> None:
    assert not set(data_model.REQUIRED) & set(TYPE_ALIASES)
    assert set(TYPE_ALIASES) >= data_model.TYPES_WITH_A_KIND
    assert set(TYPE_ALIASES) <= data_model.KNOWN_TYPES
    assert {TYPE_ALIASES[name] for name in data_model.TYPES_WITH_A_KIND} <= set(data_model.REQUIRED)
    assert {names for fields in data_model.REQUIRED.values() for names in fields if not names} == set()


@pytest.mark.parametrize("names", [data_model.KNOWN_TYPES, data_model.KNOWN_FIELDS], ids=["types", "fields"])
def test_names_are_as_a_reader_gives_them(names: frozenset[str]) -> None:
    assert [name for name in names if name != name.lower() or any(character in name for character in ' ={},"')] == []
