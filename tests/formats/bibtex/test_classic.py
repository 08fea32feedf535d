"""Entries to copy: what `plain.bst` and BibLaTeX both read."""

from __future__ import annotations

import pytest
from pybtex.database.input.bibtex import Parser

from paperatlas.bibliography import Entry, parse_library
from paperatlas.formats.bibtex.writer import classic_bibtex
from paperatlas.pages.citations.cite_as import CITED

WHO = "author = {Ho, Jo}, title = {T}"

CASES = [
    # an entry, the type and fields that are written
    (f"@article{{a, {WHO}, journaltitle = {{J}}, date = {{2020}}}}", "@article journal={J} year={2020}"),
    (f"@article{{a, {WHO}, journal = {{J}}, date = {{2020-03}}}}", "@article journal={J} year={2020} month=mar"),
    # what is no date of ISO 8601 is written as one: biber takes no other
    (
        f"@article{{a, {WHO}, journal = {{J}}, date = {{5. März 2020}}}}",
        "@article journal={J} year={2020} month=mar date={2020-03-05}",
    ),
    (f"@article{{a, {WHO}, journal = {{J}}, date = {{März 2020}}}}", "@article journal={J} year={2020} month=mar"),
    (
        f"@article{{a, {WHO}, journal = {{J}}, date = {{2020-03-04}}}}",
        "@article journal={J} year={2020} month=mar date={2020-03-04}",
    ),
    (f"@article{{a, {WHO}, journal = {{J}}, issue = 3, year = 2020}}", "@article journal={J} number={3} year={2020}"),
    (
        f"@article{{a, {WHO}, journal = {{J}}, journalsubtitle = {{K}}, date = {{2019/2021}}}}",
        "@article journal={J: K} year={2019} date={2019/2021}",
    ),
    (
        f"@article{{a, {WHO}, journal = {{J}}, date = {{2010-21}}}}",
        "@article journal={J} year={2010} month={Spring} date={2010-21}",
    ),
    (
        f"@article{{a, {WHO}, journal = {{J}}, date = {{-0043}}}}",
        "@article journal={J} year={44 BC} date={-0043}",
    ),
    (f"@article{{a, {WHO}, journal = {{J}}, year = {{in press}}}}", "@article journal={J} year={in press}"),
    # preprints: classic styles have no article without a journal
    (
        f"@online{{a, {WHO}, eprint = {{2001.00001}}, eprinttype = {{arxiv}}, eprintclass = {{cs.LG}}, date = {{2020-01}}}}",
        "@misc eprint={2001.00001} archiveprefix={arxiv} primaryclass={cs.LG} year={2020} month=jan",
    ),
    (
        f"@article{{a, {WHO}, journal = {{arXiv:2001.00001}}, eprint = {{2001.00001}}, eprinttype = {{arxiv}}, year = 2020}}",
        "@misc eprint={2001.00001} archiveprefix={arxiv} year={2020}",
    ),
    # theses and reports
    (
        f"@thesis{{a, {WHO}, type = {{phdthesis}}, institution = {{MIT}}, location = {{X}}, date = {{2020}}}}",
        "@phdthesis school={MIT} address={X} year={2020}",
    ),
    (f"@thesis{{a, {WHO}, type = {{mathesis}}, institution = {{MIT}}}}", "@mastersthesis school={MIT}"),
    (f"@mastersthesis{{a, {WHO}, school = {{MIT}}}}", "@mastersthesis school={MIT}"),
    (
        f"@thesis{{a, {WHO}, type = {{硕士学位论文}}, institution = {{曲阜师范大学}}}}",
        "@mastersthesis type={硕士学位论文} school={曲阜师范大学}",
    ),
    (
        f"@thesis{{a, {WHO}, type = {{Habilitation}}, institution = {{ETH}}}}",
        "@phdthesis type={Habilitation} school={ETH}",
    ),
    (
        f"@report{{a, {WHO}, type = {{techreport}}, institution = {{NASA}}, number = {{7}}}}",
        "@techreport institution={NASA} number={7}",
    ),
    (
        f"@report{{a, {WHO}, type = {{resreport}}, institution = {{NASA}}}}",
        "@techreport type={Research report} institution={NASA}",
    ),
    # books and their parts
    (f"@mvbook{{a, {WHO}, publisher = {{P}}}}", "@book publisher={P}"),
    (f"@inbook{{a, {WHO}, booktitle = {{B}}, booksubtitle = {{C}}}}", "@incollection booktitle={B: C}"),
    (f"@unpublished{{a, {WHO}, note = {{N}}}}", "@unpublished note={N}"),
    (f"@unpublished{{a, {WHO}}}", "@misc"),
    (f"@dataset{{a, {WHO}, abstract = {{X}}, keywords = {{y}}, code = {{https://example.org}}}}", "@misc"),
]


def entry_of(text: str) -> Entry:
    return parse_library(text.encode(), "a.bib")[0].entries[0]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_both_read_it(source: str, expected: str) -> None:
    text = classic_bibtex(entry_of(source), CITED)
    begin, *lines, _ = text.splitlines()
    fields = [line.strip().removesuffix(",").replace(" = ", "=", 1).split("=", 1) for line in lines]
    shown = [f"{name.strip()}={value}" for name, value in fields if name.strip() not in ("author", "title")]
    assert " ".join([begin.partition("{")[0], *shown]) == expected
    (one,) = Parser().parse_string(text).entries.values()
    assert len(one.persons["author"]) == 1
    library, problems = parse_library(text.encode(), "b.bib")
    assert library.entries[0].date == entry_of(source).date
    assert [problem.code for problem in problems if not problem.code.startswith("DAT")] == []


@pytest.mark.parametrize(
    ("title", "whole"), [("Why?", "Why? Because"), ("{Why?}", "{Why?} Because"), ("W", "W: Because")]
)
def test_titles_have_their_subtitles(title: str, whole: str) -> None:
    source = f"@book{{a, title = {{{title}}}, subtitle = {{Because}}, author = {{given=Ada, family=Lovelace}}}}"
    text = classic_bibtex(entry_of(source), CITED)
    assert text == f"@book{{a,\n  title        = {{{whole}}},\n  author       = {{Lovelace, Ada}},\n}}"
