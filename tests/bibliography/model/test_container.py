"""Which field names the work that an entry appeared in."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.container import (
    BOOK,
    JOURNAL,
    MULTIVOLUME,
    Container,
    container_of,
    outermost_of,
    short_name,
)
from tests.bibliography.conftest import ReadEntry

BOTH = "journaltitle = {J}, booktitle = {B}"


@pytest.mark.parametrize(
    ("kind", "fields", "container"),
    [
        ("article", BOTH, JOURNAL),
        ("periodical", BOTH, JOURNAL),
        ("suppperiodical", BOTH, JOURNAL),
        ("review", BOTH, JOURNAL),
        ("inproceedings", BOTH, BOOK),
        ("conference", BOTH, BOOK),
        ("incollection", BOTH, BOOK),
        ("inbook", BOTH, BOOK),
        ("misc", BOTH, BOOK),
        ("article", "booktitle = {B}", BOOK),
        ("inproceedings", "journal = {J}", JOURNAL),
        ("article", "journaltitle = {}, booktitle = {B}", BOOK),
        ("book", "maintitle = {M}", None),
        ("misc", "eventtitle = {E}, issuetitle = {I}", None),
    ],
)
def test_the_type_decides_which_container_counts(
    read_entry: ReadEntry, kind: str, fields: str, container: Container | None
) -> None:
    assert container_of(read_entry(f"@{kind}{{a, {fields}}}")) == container


@pytest.mark.parametrize(
    ("fields", "container"),
    [("maintitle = {M}", MULTIVOLUME), ("maintitle = {M}, booktitle = {B}", BOOK), ("title = {T}", None)],
)
def test_a_multivolume_work_is_the_outermost_container(
    read_entry: ReadEntry, fields: str, container: Container | None
) -> None:
    assert outermost_of(read_entry(f"@inbook{{a, {fields}}}")) == container


@pytest.mark.parametrize(
    ("kind", "fields", "short"),
    [
        ("article", "shortjournal = {j}", "j"),
        ("article", "shortjournal = {j}, shortbooktitle = {b}", "j"),
        ("inproceedings", "shortjournal = {j}, shortbooktitle = {b}", "b"),
        ("inproceedings", "booktitle = {B}, shortjournal = {j}", "j"),
        ("inproceedings", f"{BOTH}, shortjournal = {{j}}", ""),
        ("article", f"{BOTH}, shortbooktitle = {{b}}", ""),
        ("misc", "title = {T}", ""),
    ],
)
def test_a_short_name_is_that_of_the_same_container(read_entry: ReadEntry, kind: str, fields: str, short: str) -> None:
    found = short_name(read_entry(f"@{kind}{{a, {fields}}}"))
    assert (found.text if found else "") == short
