"""Dates, identifiers and addresses that cannot be true, and where they stand."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.bibliography.model.stored import StoredField
from paperatlas.bibliography.reader.checks import check_field_values, join_date
from tests.bibliography.conftest import Read


@pytest.mark.parametrize(
    ("fields", "iso", "codes"),
    [
        ("year = 2021", "2021", []),
        ("year = -50", "-0050", []),
        ("year = 2021, month = mar", "2021-03", []),
        ("year = {2021}, month = {March}, day = 5", "2021-03-05", []),
        ('year = 2021, month = mar # "~5"', "2021-03-05", []),
        ('year = 2021, month = "5~" # mar', "2021-03-05", []),
        ("date = {2021-03}, year = 2021", "2021-03", []),
        ("date = {2021-03}, year = 2020", "2021-03", ["DAT004"]),
        ("date = {2021-03}, month = 4", "2021-03", ["DAT004"]),
        ("year = {in press}", "", ["DAT002"]),
        ("year = 2021, month = {Smarch}", "2021", ["DAT003"]),
        ("year = 2021, month = {Fall}", "2021-23", []),
        ("year = 2021, month = {Spring/Summer}", "2021-21/2021-22", []),
        ("date = {2021-21}, month = {Summer}", "2021-21", ["DAT004"]),
        ("year = 2021, month = sept", "2021-09", ["MAC001"]),
        ("date = {2021/2019}", "2021/2019", ["DAT005"]),
        ("date = {5 March 2021}", "2021-03-05", ["DAT001"]),
        ("date = {2021}, urldate = {yesterday}", "2021", ["DAT001"]),
        ("month = mar", "", []),
        # a date that is none does not lose the year
        ("date = {in press}, year = 2020", "2020", ["DAT001"]),
        ("date = {2021-02-30}", "2021-02", ["DAT001"]),
        ("date = {2021-02-29}", "2021-02", ["DAT001"]),
        ("year = 2021, month = feb, day = 45", "2021-02", ["DAT006"]),
        ("year = 2021, month = feb, day = 29", "2021-02", ["DAT006"]),
        ("year = 2021, month = feb, day = {fifth}", "2021-02", ["DAT006"]),
        ("year = {44 BC}", "-0043", ["DAT002"]),
        ("year = {1705(康熙四十四年)}", "1705", []),
        ("year = {2020-05}", "2020-05", []),
        ("year = 98", "0098", ["DAT002"]),
    ],
)
def test_date_of_an_entry(read: Read, fields: str, iso: str, codes: list[str]) -> None:
    library, problems = read(f"@misc{{a, {fields}}}")
    date = library.entries[0].date
    assert (date.iso if date else "") == iso
    assert [problem.code for problem in problems] == codes


WORDS_OF_DOIS = [
    ("https://arxiv.org/abs/2010.02502", "Write eprint = {2010.02502}, eprinttype = {arxiv} instead."),
    ("arXiv:2010.02502v3", "Write eprint = {2010.02502}, eprinttype = {arxiv} instead."),
    ("https://openreview.net/forum?id=x", "Write it into 'url', or the DOI alone here."),
    ("journal.pone.0012345", "A DOI looks like 10.1000/182."),
]


@pytest.mark.parametrize(("written", "hint"), WORDS_OF_DOIS)
def test_the_hint_says_where_it_belongs_instead(read: Read, written: str, hint: str) -> None:
    _, (problem,) = read(f"@misc{{a, doi = {{{written}}}}}")
    assert (problem.code, problem.hint) == ("IDN001", hint)


ISBNS = "978-3-16-148410-0, 3-16-148410-X"


# fields, the problems in them as code:line:column; the first line is 2
CHECKS = [
    ("date = {yesterday},", ["DAT001:2:9"]),
    ("date = {2021/2019},", ["DAT005:2:9"]),
    ("eventdate = {x},\norigdate = {2021},\nurldate =\n  {},", ["DAT001:2:14", "DAT001:5:4"]),
    ("doi = {none},", ["IDN001:2:8"]),
    ("doi = {10.1000/a\\_b},", []),
    ("doi = {https://dl.acm.org/doi/pdf/10.1145/1.2?download=true},", ["IDN001:2:8"]),
    ("doi = {10.1000/a,\n  10.1000/b},", ["IDN001:2:8"]),
    ("doi = {10.1007/s10994–009–5152–4},", ["IDN001:2:8"]),
    ("doi = {10.1000/182]},", ["IDN001:2:8"]),
    ("doi = {10.1002/(SICI)1099},", []),
    ("doi = {10.3389/fpsyg.2012.00001/full},", ["IDN001:2:8"]),
    ("doi = {10.1101/2020.01.01.123456.full.pdf},", ["IDN001:2:8"]),
    ('url = {<a href="https://example.org">x</a>},', ["IDN003:2:8"]),
    ("doi = {https://doi.org/10.1000/a},", ["IDN006:2:8"]),
    ("doi = {DOI: 10.1000/a},", ["IDN006:2:8"]),
    ("doi = {10.1000/a},\nurl = {https://doi.org/10.1000/b},", ["IDN009:2:8"]),
    ("doi = {10.1000/a},\nurl = {https://doi.org/10.1000%2FA},", []),
    ("doi = {10.1000/a_1},\nurl = {https://doi.org/10.1000/a},", []),
    ("doi = {10.1000/a},\nurl = {https://doi.org/10.48550/arXiv.2001.00001},", []),
    ("doi = {10.1000/a},\nurl = {https://example.org/10.1000/b},", []),
    ("doi = {}, isbn = {}, url = {}, eprint = {},", []),
    ("url = {javascript:alert(1)},", ["IDN004:2:8"]),
    ("url = {www.example.org},", ["IDN003:2:8"]),
    ("website = {x},\ncode = {https://example.org},\nblog = {深},", ["IDN003:2:12", "IDN003:4:9"]),
    ("note = {javascript:alert(1)},", []),
    ("eprint = {x},\narchivePrefix = { arXiv },", ["IDN002:2:11"]),
    ("eprint = {x},\neprinttype = {osf},", []),
    ("eprint = {x},", []),
    ("eprint = {2010.11929},\neprinttype = {arxiv},", []),
    (f"isbn = {{{ISBNS}}},", []),
    (f"isbn = {{{ISBNS}; 123}},", ["IDN005:2:9"]),
    ("isbn = {9783161484100 9783161484100},", []),
    ("isbn = {978 3 16 148410 0 (pbk.)},", []),
    ("isbn = {978-3-16-148410-0/3-16-148410-X},", []),
    ("isbn = {http://id.crossref.org/isbn/978-3-16-148410-0},", ["IDN005:2:9"]),
    ("url = {https://example.org/a<b>},", ["IDN003:2:8"]),
    ("url = {https://example.org/a|b^c},", []),
    ("isbn = {9783161484100 and 9783161484101},", ["IDN005:2:9"]),
    # pages: BibTeX's manual has numbers or ranges of them; a shorter end is an abbreviated one
    ("pages = {130--123},", ["PAG001:2:10"]),
    ("pages = {S20-S12},", ["PAG001:2:10"]),
    ("pages = {130--9},", []),
    ("pages = {12--A3},", []),
    ("pages = {0--0},", ["PAG001:2:10"]),
    ("pages = {??--??},", ["PAG001:2:10"]),
    ("pages = {10 pages},", ["PAG001:2:10"]),
    ("pages = {212 S.},", ["PAG001:2:10"]),
    ("pages = {n/a--n/a},", []),
    ("pages = {xii+340},", []),
    ("pages = 10,", []),
    # the volume and the number of a journal (the BibLaTeX manual, 2.2.2): of other types they are what they say
    ("volume = {12(3)},", []),
]


@pytest.mark.parametrize(("fields", "codes"), CHECKS)
def test_what_cannot_be_true_is_reported_where_it_stands(read: Read, fields: str, codes: list[str]) -> None:
    _, problems = read(f"@misc{{a,\n{fields}\n}}")
    assert [f"{problem.code}:{problem.line}:{problem.column}" for problem in problems] == codes


def stored(name: str, raw: str, line: int = 0) -> StoredField:
    """A field of one line, whose value begins in its tenth column."""
    return StoredField(name, name, raw, line, 1, line, 10, None)


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ({"year": "2021"}, "2021"),
        ({"year": "2021", "month": "3", "day": "5"}, "2021-03-05"),
        ({"year": "2021", "month": "mar", "day": "5th"}, "2021-03"),
        ({"year": "2021", "month": "3", "day": "45"}, "2021-03"),
        ({"year": "2021", "month": "3", "day": "9" * 5000}, "2021-03"),
        ({"year": "2021", "day": "5"}, "2021"),
        ({"year": "2019/2021", "month": "3"}, "2019/2021"),
        ({"year": "c. 1850", "month": "3"}, "1850-03~"),
        ({"year": "in press"}, "in press"),
        ({"month": "3"}, None),
        ({}, None),
        ({"date": "2020", "year": "2020", "month": "3"}, "2020"),
    ],
)
def test_year_month_and_day_become_the_date(parts: dict[str, str], date: str | None) -> None:
    fields = {name: stored(name, raw) for name, raw in {"title": "T", **parts}.items()}
    join_date(fields, SourceBlock("a.bib", "", 1, 1))
    assert {name: field.raw for name, field in fields.items()} == {"title": "T"} | ({"date": date} if date else {})


def test_a_date_that_differs_is_shown_beside_the_one_that_counts() -> None:
    fields = {"date": stored("date", "2021-03", 1), "year": stored("year", "2020", 2)}
    (problem,) = join_date(fields, SourceBlock("a.bib", "", 10, 1))
    assert (problem.code, str(problem.span), [str(span) for span in problem.related]) == (
        "DAT004",
        "a.bib:12:10",
        ["a.bib:11:10"],
    )
    assert problem.message == "'year' is 2020, but 'date' is 2021-03; 'date' is used."


def test_an_html_link_is_replaced_by_its_address() -> None:
    link = 'doi:<a href="https://doi.org/10.1000/182">10.1000/182</a>'
    (problem,) = check_field_values({"url": stored("url", link)}, SourceBlock("a.bib", "", 1, 1))
    assert problem.edit is not None
    assert (problem.edit.was, problem.edit.text) == (link, "https://doi.org/10.1000/182")


def test_the_address_before_a_doi_is_the_edit() -> None:
    (problem,) = check_field_values(
        {"doi": stored("doi", "http://dx.doi.org/10.1000/a")}, SourceBlock("a.bib", "", 1, 1)
    )
    assert problem.edit is not None
    assert (problem.edit.was, problem.edit.text) == ("http://dx.doi.org/", "")
    assert (problem.edit.span.column, problem.edit.span.end_column) == (10, 28)


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("date = {5 March 2021}", "It is read as 2021-03-05; write date = {2021-03-05}."),
        ("year = {ca. 1984}", "It is read as 1984~; write date = {1984~}."),
        ("year = {to appear}", "Write pubstate = {forthcoming}."),
        ("date = {yesterday}", "Write it as 2021, 2021-03 or 2021-03-05."),
    ],
)
def test_the_hint_says_what_a_date_is_read_as(read: Read, fields: str, hint: str) -> None:
    _, problems = read(f"@misc{{a, {fields}}}")
    assert [problem.hint for problem in problems] == [hint]


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("year = {In press}", "inpress"),
        ("date = {forthcoming}", "forthcoming"),
        ("date = {in press}, year = 2020", "inpress"),
        ("pubstate = {inpress}, year = 2020", "inpress"),
        ("year = 2020", ""),
        ("year = {n.d.}", ""),
    ],
)
def test_a_state_before_publication(read: Read, fields: str, state: str) -> None:
    library, _ = read(f"@misc{{a, {fields}}}")
    assert library.entries[0].pubstate == state
