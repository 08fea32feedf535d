"""Dates, identifiers and addresses that cannot be true, and where they stand."""

from __future__ import annotations

import pytest

from tests.bibliography.conftest import Read


@pytest.mark.parametrize(
    ("fields", "iso", "codes"),
    [
        ("year = 2021", "2021", []),
        ("year = 2021, month = mar", "2021-03", []),
        ("year = {2021}, month = {March}, day = 5", "2021-03-05", []),
        ('year = 2021, month = mar # "~5"', "2021-03-05", []),
        ('year = 2021, month = "5~" # mar', "2021-03-05", []),
        ("date = {2021-03}, year = 2021", "2021-03", []),
        ("date = {2021-03}, year = 2020", "2021-03", ["DAT004"]),
        ("date = {2021-03}, month = 4", "2021-03", ["DAT004"]),
        ("year = {in press}", "", ["DAT002"]),
        ("year = 2021, month = {Smarch}", "2021", ["DAT003"]),
        ("year = 2021, month = sept", "2021-09", ["MAC001"]),
        ("date = {2021/2019}", "2021/2019", ["DAT005"]),
        ("date = {5 March 2021}", "2021", ["DAT001"]),
        ("date = {2021}, urldate = {yesterday}", "2021", ["DAT001"]),
        ("month = mar", "", []),
    ],
)
def test_date_of_an_entry(read: Read, fields: str, iso: str, codes: list[str]) -> None:
    library, problems = read(f"@misc{{a, {fields}}}")
    date = library.entries[0].date
    assert (date.iso if date else "") == iso
    assert [problem.code for problem in problems] == codes
