"""Web of Science: "Core Collection Field Tags", in the tagged format and in the one with tabs."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import Author
from paperatlas.formats.rules import UNREADABLE_RECORD, UNREADABLE_SOURCE, VALUE_LEFT_OUT
from paperatlas.formats.web_of_science import read_web_of_science


def record(lines: str, publication: str = "J") -> str:
    body = "".join(f"{line}\n" for line in lines.split("|"))
    return f"FN Clarivate Analytics Web of Science\nVR 1.0\nPT {publication}\nTI Notes on Engines\n{body}ER\n\nEF"


FIELDS: list[tuple[str, str, str, dict[str, str]]] = [
    ("J", "SO ANNALS OF APPLIED ENGINES|JI Ann. Appl. Eng.|VL 77|IS 3|BP 732|EP 738|DI 10.1000/1|PD FEB|PY 2011|SN 0099-2240|EI 1|PU ELSEVIER SCIENCE BV|PI AMSTERDAM|DT Article|LA English|DE one; two|ID NOISE|PM 123",
     "article",
     {"journaltitle": "Annals of Applied Engines", "shortjournal": "Ann. Appl. Eng.", "volume": "77", "number": "3",
      "pages": "732–738", "doi": "10.1000/1", "date": "2011-02", "issn": "0099-2240", "publisher": "Elsevier Science BV",
      "langid": "english", "keywords": "one, two", "pmid": "123"}),
    ("J", "SO PLOS ONE|JI PLoS One|AR e123|PY 2011|EI 1932-6203", "article",
     {"journaltitle": "PLoS One", "shortjournal": "PLoS One", "eid": "e123", "date": "2011", "issn": "1932-6203"}),
    ("J", "SO IEEE TRANSACTIONS ON ENGINES|JI IEEE Trans. Eng.|PD MAR-APR|PY 2012", "article",
     {"journaltitle": "IEEE Transactions on Engines", "shortjournal": "IEEE Trans. Eng.", "date": "2012-03/2012-04"}),
    ("J", "SO Annals|PD WIN|PY 2012|SU S1", "article", {"journaltitle": "Annals", "date": "2012-24", "number": "Suppl. S1"}),
    ("J", "SO Annals|EA JUN 2021", "article", {"journaltitle": "Annals", "date": "2021"}),
    ("S", "DT Proceedings Paper|SO COMPUTER ENGINES - ECX 2018, PT I|SE Lecture Notes in Engines|CT 15th European Conference on Engines (ECX)|CY SEP 08-14, 2018|CL Munich, GERMANY|BN 978-3-030-01246-5|PU SPRINGER|PI CHAM|BP 1|EP 9|PY 2018",
     "inproceedings",
     {"booktitle": "Computer Engines - Ecx 2018, Pt I", "series": "Lecture Notes in Engines",
      "eventtitle": "15th European Conference on Engines (ECX)", "venue": "Munich, GERMANY", "isbn": "978-3-030-01246-5",
      "publisher": "Springer", "location": "Cham", "pages": "1–9", "date": "2018"}),
    ("B", "DT Article; Book Chapter|SO A Book of Engines|PY 2010|D2 10.1000/2", "incollection",
     {"booktitle": "A Book of Engines", "date": "2010", "doi": "10.1000/2"}),
    ("B", "DT Book|SO Notes on Engines|PY 2010|BN 978-3-030-01246-5", "book", {"date": "2010", "isbn": "978-3-030-01246-5"}),
    ("J", "AB Some words|   that go on.|C1 [Roe] A Univ|EM a@example.org|RP Roe|CR One, 2001|   Two, 2002|NR 2|TC 5|UT WOS:1|RI Roe/A-1|FX Thanks",
     "article", {"abstract": "Some words that go on."}),
]  # fmt: skip


@pytest.mark.parametrize(("publication", "lines", "kind", "expected"), FIELDS, ids=lambda value: str(value)[:40])
def test_fields(publication: str, lines: str, kind: str, expected: dict[str, str]) -> None:
    readout = read_web_of_science(record(lines, publication), "savedrecs.txt")
    assert readout.problems == ()
    (found,) = readout.found
    assert (found.record.type, dict(found.record.fields)) == (kind, {"title": "Notes on Engines", **expected})


NAMES = [
    ("AU Kovar, N|   Stone, KR|AF Kovar, Nora|   Stone, Kim R.", [Author("Kovar", "Nora"), Author("Stone", "Kim R.")]),
    ("AU KOVAR, N|   van Maris, AJA", [Author("Kovar", "N"), Author("van Maris", "AJA")]),
    ("AU [Anonymous]", []),
    ("AU Roe, A|CA Engines, Notes Study Grp", [Author("Roe", "A"), Author("Engines, Notes Study Grp")]),
]


@pytest.mark.parametrize(("lines", "expected"), NAMES)
def test_names_in_full_where_they_are_given_so(lines: str, expected: list[Author]) -> None:
    assert list(read_web_of_science(record(lines), "a.txt").found[0].record.authors) == expected


def test_a_table_with_tabs_says_the_same() -> None:
    text = '\ufeffPT\tAU\tAF\tTI\tSO\tDE\tPY\tUT\nJ\tRoe, A; Doe, B\tRoe, Ann; Doe, Ben\tNotes on "Engines"\tANNALS\ta; b\t2019\tWOS:1\n'
    (found,) = read_web_of_science(text, "savedrecs.txt").found
    assert dict(found.record.fields) == {
        "title": 'Notes on "Engines"',
        "journaltitle": "Annals",
        "keywords": "a, b",
        "date": "2019",
    }
    assert found.record.authors == (Author("Roe", "Ann"), Author("Doe", "Ben"))
    assert found.span.line == 2


OUTSIDES = [
    ("PT J\nTI A\nER\n\nPT J\nTI B\nER\n\nEF\n", ["A", "B"], []),
    ("PT J\nTI A\n\nPT J\nTI B\n", ["A", "B"], []),
    ("PT J\nAU Roe, A\nER\n", [], [(UNREADABLE_RECORD.code, 1)]),
    ("PT J\nTI A\nER\nlost\n", ["A"], [(VALUE_LEFT_OUT.code, 4)]),
    ("nothing of the kind\n", [], [(UNREADABLE_SOURCE.code, 1)]),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "titles", "problems"), OUTSIDES)
def test_the_outside_of_records(text: str, titles: list[str], problems: list[tuple[str, int]]) -> None:
    readout = read_web_of_science(text, "a.txt")
    assert [one.record.fields["title"] for one in readout.found] == titles
    assert [(problem.code, problem.line) for problem in readout.problems] == problems
