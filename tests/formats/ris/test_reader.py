"""RIS as programs and data bases write it, and the way there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.bibliography import parse_library, read_library
from paperatlas.formats.readout import decoded
from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.ris.reader import read_ris
from paperatlas.formats.ris.tables import RIS_TYPES
from paperatlas.formats.ris.writer import ris
from paperatlas.formats.rules import UNREADABLE_SOURCE
from tests.conftest import REPOSITORY


def record(lines: str, kind: str = "JOUR") -> str:
    body = "".join(f"{line}\n" for line in lines.split("|"))
    return f"TY  - {kind}\nTI  - Notes on Engines\n{body}ER  - \n"


FIELDS = [
    ("JO  - Annals|VL  - 3|IS  - 2|SP  - 10|EP  - 20|PY  - 1843", "JOUR", {"journaltitle": "Annals", "volume": "3", "number": "2", "pages": "10–20", "date": "1843"}),
    ("T2  - Annals of Engines|J2  - Ann. Eng.|PY  - 2020/05/03/", "JOUR", {"journaltitle": "Annals of Engines", "shortjournal": "Ann. Eng.", "date": "2020-05-03"}),
    ("JF  - Annals of Engines|JA  - Ann Eng|Y1  - 2020/05//|SP  - 10-20", "JOUR", {"journaltitle": "Annals of Engines", "shortjournal": "Ann Eng", "date": "2020-05", "pages": "10–20"}),
    ("PY  - 2019|DA  - 2020/01/15/", "JOUR", {"date": "2019"}),
    # Atypon's sites: the article went online on the day of Y1, and its issue is DA's (zotero/translators, issue 2125)
    ("Y1  - 2013/05/28|PY  - 2013|DA  - 2014/04/01", "JOUR", {"date": "2014-04-01"}),
    ("Y1  - 2014/05/28|PY  - 2014|DA  - 2013/04/01", "JOUR", {"date": "2014-05-28"}),
    ("Y1  - 2005/10//|Y2  - 2019/03/27", "JOUR", {"date": "2005-10", "urldate": "2019-03-27"}),
    ("SN  - 0028-0836|IS  - 5", "RPRT", {"number": "5", "issn": "0028-0836"}),
    ("SN  - TR-1", "RPRT", {"number": "TR-1"}),
    # the Cochrane Library's tag for the year
    ("YR  - 2019", "JOUR", {"date": "2019"}),
    # EBSCOhost has another title of the article in T2 (zotero/translators, issue 1700)
    ("T2  - Venice's exhibition|JO  - Time|JF  - Time|DP  - EBSCOhost|N1  - Accession Number: 514; Record Type: Article", "JOUR",
     {"journaltitle": "Time", "titleaddon": "Venice's exhibition"}),
    ("T2  - Time|JO  - Time|DP  - EBSCOhost", "JOUR", {"journaltitle": "Time"}),
    # volume and number in one value, and labels of both
    ("VL  - 12(3)", "JOUR", {"volume": "12", "number": "3"}),
    ("VL  - Vol. 12|IS  - No. 3", "JOUR", {"volume": "12", "number": "3"}),
    ("VL  - 12(3)|IS  - 4", "JOUR", {"volume": "12(3)", "number": "4"}),
    ("PY  - 2019|DA  - 12 Jun", "JOUR", {"date": "2019-06-12"}),
    ("PY  - 2020|DA  - 2020/06/12/", "JOUR", {"date": "2020-06-12"}),
    ("PY  - 2006|DA  - 2006/09//", "JOUR", {"date": "2006-09"}),
    ("PY  - 2006|DA  - 2006/09", "JOUR", {"date": "2006-09"}),
    ("T2  - 2020 Conference on Engines|C3  - Proceedings on Engines|C1  - Turin|A2  - Menabrea, Luigi", "CONF", {"booktitle": "Proceedings on Engines", "eventtitle": "2020 Conference on Engines", "venue": "Turin"}),
    # T3 is the title of a series in every type (RIS 2001, "Title fields"), also where the book is not named
    ("T3  - Lecture Notes on Engines", "CONF", {"series": "Lecture Notes on Engines"}),
    ("T3  - Lecture Notes on Engines", "CHAP", {"series": "Lecture Notes on Engines"}),
    ("JO  - Engine Reports|PB  - NASA", "RPRT", {"journaltitle": "Engine Reports", "institution": "NASA"}),
    ("C2  - PMC123456|AN  - 10487864|DB  - PubMed", "JOUR", {"pmid": "10487864", "pmcid": "PMC123456"}),
    ("N1  - tex.issuetitle: Engines: A Survey|N1  - Issue: none.", "JOUR", {"issuetitle": "Engines: A Survey", "note": "Issue: none."}),
    ("BT  - A Book of Engines|PB  - Taylor|CY  - London", "CHAP", {"booktitle": "A Book of Engines", "publisher": "Taylor", "location": "London"}),
    ("BT  - A Book of Engines", "RPRT", {"booktitle": "A Book of Engines"}),
    ("BT  - Notes on Engines", "RPRT", {}),
    ("PB  - A University|M3  - PhD thesis", "THES", {"institution": "A University", "type": "phdthesis"}),
    ("UR  - https://doi.org/10.1000/1|UR  - https://example.org/x", "JOUR", {"doi": "10.1000/1", "url": "https://example.org/x"}),
    ("DO  - https://doi.org/10.1000/1|SN  - 1234-5679 (Print)", "JOUR", {"doi": "10.1000/1", "issn": "1234-5679"}),
    ("SN  - 978-3-16-148410-0", "BOOK", {"isbn": "978-3-16-148410-0"}),
    ("DO  - 10.48550/arXiv.2010.11929", "UNPB", {"eprint": "2010.11929", "eprinttype": "arxiv"}),
    ("KW  - vision|KW  - language; maps|LA  - eng", "JOUR", {"keywords": "vision, language, maps", "langid": "english"}),
    ("AB  - Some words|that go on.", "JOUR", {"abstract": "Some words that go on."}),
    ("N1  - Code: https://github.com/a/b|N1  - A remark.", "JOUR", {"code": "https://github.com/a/b", "note": "A remark."}),
    ("C7  - 17", "JOUR", {"eid": "17"}),
    # As Ovid, Taylor & Francis and JabRef write them.
    ("KW  - *athlete|KW  - bone", "JOUR", {"keywords": "athlete, bone"}),
    ("M1  - 0|N1  - doi:10.1201/b1|M3  - doi:10.1201/b1", "CHAP", {"doi": "10.1201/b1"}),
    ("DO  - 10.1201/b1|N1  - https://doi.org/10.1201/b1", "CHAP", {"doi": "10.1201/b1"}),
    ("M3  - https://doi.org/10.1002/h|Y1  - 2019/february", "JOUR", {"doi": "10.1002/h", "date": "2019-02"}),
    ("SP  -|EP  -|IS  - 9", "JOUR", {"number": "9"}),
    ("PB  - SAGE Ltd (E-mail: info@sage.example)", "JOUR", {"publisher": "SAGE Ltd"}),
    # The terms of MeSH have commas of their own; one line may have all keywords
    ("KW  - Aged, 80 and over|KW  - Receptors, Opioid, mu", "JOUR", {"keywords": "Aged 80 and over, Receptors Opioid mu"}),
    ("KW  - vision, language", "JOUR", {"keywords": "vision, language"}),
    ("KW  - vision; Aged, 80 and over", "JOUR", {"keywords": "vision, Aged 80 and over"}),
    # RIS 2001, "UR": several addresses divided by semicolons; RFC 3986, 3.3: a semicolon may be part of a path
    ("UR  - https://example.org/x;a=1; https://example.org/y", "JOUR", {"url": "https://example.org/x;a=1"}),
    # Pages that go on elsewhere, as the Web of Science has them
    ("SP  - 13|EP  - +", "JOUR", {"pages": "13+"}),
    ("SP  - 13-+", "JOUR", {"pages": "13+"}),
    ("SP  - 13-", "JOUR", {"pages": "13"}),
    # JabRef and Mendeley leave LaTeX in what they export
    ("T2  - Energy \\& {NASA} Letters|PB  - Wiley \\& Sons|CY  - {Z}{\\\"u}rich", "JOUR", {"journaltitle": "Energy & NASA Letters", "publisher": "Wiley & Sons", "location": "Zürich"}),
    ("LA  - eng; fre", "JOUR", {"language": "english and french"}),
    ("N1  - Times Cited: 3|N1  - Cited Reference Count: 12", "JOUR", {}),
    ("UR  - www.example.org/a", "JOUR", {"url": "https://www.example.org/a"}),
    ("N1  - The {111} surface of {x, y}", "JOUR", {"note": "The {111} surface of {x, y}"}),
    # EndNote's "Research Notes", and the notes of a Zotero library, which are HTML, are nobody else's
    ("RN  - Ask Ada.|N1  - <p>Do not cite.</p>|N1  - A remark.", "JOUR", {"note": "A remark.", "annote": "Ask Ada. Do not cite."}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "kind", "expected"), FIELDS, ids=lambda value: str(value)[:40])
def test_fields(lines: str, kind: str, expected: dict[str, str]) -> None:
    readout = read_ris(record(lines, kind), "a.ris")
    assert dict(readout.found[0].record.fields) == {"title": "Notes on Engines", **expected}
    assert readout.problems == ()


NAMES = [
    ("AU  - M{\\\"u}ller, J&ouml;rg|AU  - Roe, Ann; Doe, Bo", [("Müller", "Jörg", ""), ("Roe", "Ann", ""), ("Doe", "Bo", "")]),
    ("AU  - Byron, Ada|AU  - King, William, Jr.", [("Byron", "Ada", ""), ("King", "William", "Jr.")]),
    ("A1  - Byron, A.", [("Byron", "A.", "")]),
    ("A1  - Byron A|A1  - King W, Jr", [("Byron", "A", ""), ("King", "W", "Jr")]),
    ("A1  - Byron, A.|A1  - Will King, III", [("Byron", "A.", ""), ("King", "Will", "III")]),
    ("AU  - The Engine Group", [("The Engine Group", "", "")]),
    ("AU  - Byron, Ada; Mathison, Alan", [("Byron", "Ada", ""), ("Mathison", "Alan", "")]),
    ("AU  - van der Byron, Ada|AU  - others", [("van der Byron", "Ada", ""), ("others", "", "")]),
    ("AU  - Byron, Ada|AU  - et al.,", [("Byron", "Ada", ""), ("others", "", "")]),
    # several in one line, as converters write them
    ("AU  - Roe, J. and Doe, K.|AU  - Poe, A., & Moe, B.", [("Roe", "J.", ""), ("Doe", "K.", ""), ("Poe", "A.", ""), ("Moe", "B.", "")]),
    ("AU  - Smith, J., Doe, K.", [("Smith", "J.", ""), ("Doe", "K.", "")]),
    ("AU  - Jane Roe and John Doe", [("Roe", "Jane", ""), ("Doe", "John", "")]),
    ("AU  - Kovar N, Stone KR", [("Kovar", "N", ""), ("Stone", "KR", "")]),
    # institutions, with the comma that EndNote's manual asks for behind them, and with their own
    ("AU  - Department of Health, Education, and Welfare", [("Department of Health, Education, and Welfare", "", "")]),
    ("AU  - U.S. Department of Agriculture,", [("U.S. Department of Agriculture", "", "")]),
    ("AU  - Food and Drug Administration", [("Food and Drug Administration", "", "")]),
    ("AU  - M{\\\"u}ller, K.|AU  - {CERN}|AU  - {Barnes and Noble}", [("Müller", "K.", ""), ("CERN", "", ""), ("Barnes and Noble", "", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), NAMES)
def test_names(lines: str, expected: list[tuple[str, str, str]]) -> None:
    authors = read_ris(record(lines), "a.ris").found[0].record.authors
    assert [(author.family, author.given, author.suffix) for author in authors] == expected


OUTSIDES = [
    ("\ufeffTY  - JOUR\r\nTI  - A\r\nER  - \r\n\r\nTY  - JOUR\r\nTI  - B\r\nER  - \r\n", ["A", "B"], []),
    ("TY  - JOUR\nTI  - A\n\nTY  - JOUR\nTI  - B\n", ["A", "B"], []),
    ("TY - JOUR\nTI - A\nER -\n", ["A"], []),
    ("Provider: Scopus\nDatabase: X\n\nTY  - JOUR\n T1  - A\nER  -\n", ["A"], []),
    ("TY  - JOUR\nTI  - A\n   long title\nER  - \n", ["A long title"], []),
    ("TY  - JOUR\nAU  - B, C\nER  - \nTY  - JOUR\nTI  - B\nER  - \n", ["B"], [("IMP002", 1)]),
    ("TY  - JOUR\nTI  - A\nER  - \nTI  - lost\n", ["A"], [("IMP006", 4)]),
    ("TY  - JOUR\nTI  - A\nZZ  - what\nER  - \n", ["A"], [("IMP006", 1)]),
    ("TY  - WHAT\nTI  - A\nER  - \n", ["A"], [("IMP006", 1)]),
    ("TY  - JOUR\nTI  - A\nPY  - 2001/13/45\nER  - \n", ["A"], [("IMP006", 1)]),
    ("TY  - JOUR\nTI  - A\nY2  - 2001-02-30\nER  - \n", ["A"], [("IMP006", 1)]),
    ("TY  - JOUR\nTI  - A\nPY  - February 30, 2001\nER  - \n", ["A"], [("IMP006", 1)]),
    # other lines before the type, as data that went through a spreadsheet has them (ESHackathon/CiteSource, issue 27)
    ("DB  - X\nTI  - A\nSP  - 6\nTY  - JOUR\nAU  - B, C\nER  - \nTI  - B\nTY  - JOUR\nER  - \n", ["A", "B"], []),
    # what the Cochrane Library and Ovid write between records (MrTango/rispy, issues 30 and 61)
    (
        "Record #1 of 2\nProvider: X\n\nTY  - JOUR\nTI  - A\nER  - \n\nRecord #2 of 2\n\nTY  - JOUR\nTI  - B\nER  - \n",
        ["A", "B"],
        [],
    ),
    (
        "1. \nTY  - JOUR\nTI  - A\nER  - \n\nC1  - Database: X\n\nSearch Strategy:\n1 asthma\n\n2. \nTY  - JOUR\nTI  - B\nER  - \n",
        ["A", "B"],
        [("IMP006", 6)],
    ),
    # two types of one record (rero/rero-ils, issue 3978)
    ("TY  - BOOK\nTY  - MAP\nTI  - A\nER  - \n", ["A"], [("IMP006", 2)]),
    ("no RIS at all\n", [], [("IMP001", 1)]),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "titles", "problems"), OUTSIDES)
def test_the_outside_of_records(text: str, titles: list[str], problems: list[tuple[str, int]]) -> None:
    readout = read_ris(decoded(text.encode()), "a.ris")
    assert [one.record.fields["title"] for one in readout.found] == titles
    assert [(problem.code, problem.line) for problem in readout.problems] == problems


@pytest.mark.parametrize("tag", sorted(set(RIS_TYPES.values()) - {"GEN"}))
def test_every_type_of_the_export_is_read_back_as_one_that_is_exported_alike(tag: str) -> None:
    assert RIS_TYPES[read_ris(record("AU  - A, B", tag), "a.ris").found[0].record.type] == tag


@given(st.lists(st.one_of(st.sampled_from(["TY  - JOUR\n", "TI  - A title\n", "ER  - \n", "AU  - ", "DA  - ", "PY  - 2020", "SP  - 1-", "EP  - 9", "DO  - 10.1/", "\n", "KW  - ", "N1  - ", "UR  - http://"]), st.text(max_size=6)), max_size=20).map("".join))  # fmt: skip
def test_no_text_ends_in_an_error(text: str) -> None:
    readout = read_ris(text.replace("\r", "\n"), "a.ris")
    for one in readout.found:
        library, problems = parse_library(entry_text(one.record, "k").encode(), "a.bib")
        assert len(library.entries) == 1
        assert not [problem for problem in problems if problem.severity == "error"]
    begun = sum(line.startswith("TY  - JOUR") for line in text.split("\n"))
    assert begun <= len(readout.found) + len(readout.problems)


CARRIED = (
    "title", "shorttitle", "booktitle", "journaltitle", "shortjournal", "date", "eprint", "eprinttype", "doi", "url", "code", "website",
    "langid", "keywords", "pages", "volume", "series", "number", "abstract",
)  # fmt: skip


def test_the_whole_atlas_comes_back() -> None:
    library, _ = read_library(sorted((REPOSITORY / "bib").glob("*.bib")), REPOSITORY)
    readout = read_ris("".join(ris(library.entries)), "library.ris")
    assert readout.problems == ()
    again, problems = parse_library(
        "\n".join(entry_text(one.record, one.record.key) for one in readout.found).encode(), "again.bib"
    )
    assert problems == ()
    for entry, other in zip(library.entries, again.entries, strict=True):
        assert (other.key, other.kind, other.names("author")) == (entry.key, entry.kind, entry.names("author"))
        for name in CARRIED:
            texts = [text and text.readable for text in (other.text(name), entry.text(name))]
            assert texts[0] == texts[1], (entry.key, name)


def test_a_file_in_another_format_is_one_problem() -> None:
    (problem,) = read_ris("PMID- 1\nTI  - T\nAU  - Roe A\n\nPMID- 2\nTI  - U\n", "a.ris").problems
    assert (problem.code, problem.line) == (UNREADABLE_SOURCE.code, 1)


def test_the_number_of_a_report_that_has_two_is_told() -> None:
    (found,) = read_ris(record("SN  - TR-1|IS  - 5", "RPRT"), "a.ris").found
    assert found.record.fields["number"] == "5"
    assert "TR-1" in str(read_ris(record("SN  - TR-1|IS  - 5", "RPRT"), "a.ris"))
