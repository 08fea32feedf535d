"""`year` and `month` as one date: with two months, and without a year."""

from __future__ import annotations

import pytest

from tests.conftest import ReadFiles


@pytest.mark.parametrize(
    ("fields", "iso", "shown", "said"),
    [
        ("year = 2020, month = {July/August}", "2020-07/2020-08", "2020", []),
        ("year = 2020, month = jul # {/} # aug", "2020-07/2020-08", "2020", []),
        ("year = 2019, month = {Dec./Jan.}", "2019-12/2020-01", "2019–2020", []),
        ("year = 2020, month = {July 3}", "2020-07-03", "2020", []),
        ("year = {0}", "", "", ["There is no year 0."]),
        ("year = {0000}, month = may", "", "", ["There is no year 0000."]),
        ("date = {0000}", "0000", "1 BC", []),
        ("year = {-1}", "-0001", "2 BC", []),
    ],
)
def test_year_and_month(fields: str, iso: str, shown: str, said: list[str], read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": f"@misc{{a, author = {{A. Person}}, title = {{A}}, {fields}}}\n"})
    paper = project.atlas.papers["a"]
    assert (paper.entry.date.iso if paper.entry.date else "") == iso
    assert paper.when == shown
    assert [problem.message for problem in project.problems if problem.code.startswith("DAT")] == said
