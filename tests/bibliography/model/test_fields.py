"""BibLaTeX's names of fields, and places of fields."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.fields import (
    ADDRESS_FIELDS,
    ALIASES,
    NAME_FIELDS,
    TYPE_ALIASES,
    VERBATIM,
    Field,
    canonical,
)
from paperatlas.diagnostics.problem import Span


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("journal", "journaltitle"),
        ("JOURNAL", "journaltitle"),
        ("ArchivePrefix", "eprinttype"),
        ("journaltitle", "journaltitle"),
        ("Title", "title"),
        ("X-Odd", "x-odd"),
        ("", ""),
    ],
)
def test_a_field_has_one_standard_name(name: str, standard: str) -> None:
    assert canonical(name) == standard
    assert canonical(canonical(name)) == standard


@pytest.mark.parametrize("aliases", [ALIASES, TYPE_ALIASES])
def test_no_alias_leads_to_another(aliases: dict[str, str]) -> None:
    assert not aliases.keys() & set(aliases.values())


def test_an_alias_is_read_like_its_field() -> None:
    assert {name for name, standard in ALIASES.items() if name in VERBATIM and standard not in VERBATIM} == set()
    assert not NAME_FIELDS & VERBATIM
    assert set(ADDRESS_FIELDS) <= VERBATIM


def test_a_field_stands_where_its_written_name_does() -> None:
    field = Field("journaltitle", "journal", "J", "", "a.bib", 2, 3, 4, 5)
    assert field.span == Span("a.bib", 2, 3, 2, 10)
    assert field.value_span == Span("a.bib", 4, 5)
