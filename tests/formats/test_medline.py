"""PubMed's format: NLM's "MEDLINE/PubMed Data Element (Field) Descriptions", and what PubMed, KoreaMed and ERIC write."""

from __future__ import annotations

import pytest

from paperatlas.formats.medline import read_medline
from paperatlas.formats.records.record import Author
from paperatlas.formats.rules import UNREADABLE_RECORD, UNREADABLE_SOURCE, VALUE_LEFT_OUT

KIND = str


def record(lines: str) -> str:
    return "PMID- 123\nTI  - Notes on engines.\n" + "".join(f"{line}\n" for line in lines.split("|"))


FIELDS: list[tuple[str, KIND, dict[str, str]]] = [
    ("JT  - Annals of Engines|TA  - Ann Eng|VI  - 3|IP  - 2|DP  - 1996 Jul 9|PG  - 6913-7", "article",
     {"journaltitle": "Annals of Engines", "shortjournal": "Ann Eng", "volume": "3", "number": "2",
      "date": "1996-07-09", "pages": "6913–6917"}),
    # "Pagination": the digits that the last page has in common with the first are left out
    ("PG  - 123-9; discussion 130-1", "article", {"pages": "123–129; discussion 130–131"}),
    ("PG  - S12-9", "article", {"pages": "S12–S19"}),
    ("PG  - S12-S19", "article", {"pages": "S12–S19"}),
    ("PG  - 99-101", "article", {"pages": "99–101"}),
    ("PG  - e1000100", "article", {"eid": "e1000100"}),
    ("PG  - 12", "article", {"pages": "12"}),
    # "Location Identifier", "Article Identifier"
    ("LID - 10.1000/x(1)2 [doi]|AID - S0140-6736(20)1 [pii]", "article", {"doi": "10.1000/x(1)2"}),
    ("AID - S1 [pii]|AID - 10.1000/x [doi]", "article", {"doi": "10.1000/x"}),
    ("LID - e123 [pii]", "article", {"eid": "e123"}),
    ("PMC - PMC38908", "article", {"pmcid": "PMC38908"}),
    ("IS  - 0027-8424 (Print)|IS  - 1091-6490 (Electronic)", "article", {"issn": "0027-8424"}),
    # "Date of Publication", "Date of Electronic Publication"
    ("DP  - 2020 Jan-Feb", "article", {"date": "2020-01/2020-02"}),
    ("DP  - 2018 Winter", "article", {"date": "2018-24"}),
    ("DP  - 2019 Mar|DEP - 20190131", "article", {"date": "2019-03"}),
    ("DEP - 20190131", "article", {"date": "2019-01-31"}),
    ("LA  - eng|LA  - ger", "article", {"language": "english and german"}),
    ("OT  - engine|OT  - note|OTO - NOTNLM|MH  - Animals", "article", {"keywords": "engine, note"}),
    ("AB  - Some words|      that go on.|CI  - (c) 2019 The Authors", "article", {"abstract": "Some words that go on."}),
    ("PT  - Journal Article|PT  - Retracted Publication", "article", {"note": "Retracted"}),
    # the country of a journal is no place of its article
    ("PL  - United States|JT  - Annals", "article", {"journaltitle": "Annals"}),
    ("BTI - A Book of Engines.|PB  - An Institute|PL  - Bethesda (MD)|PT  - Book Chapter", "incollection",
     {"booktitle": "A Book of Engines", "publisher": "An Institute", "location": "Bethesda (MD)"}),
    ("PT  - Preprint|JT  - bioRxiv : the preprint server for biology|LID - 10.1101/1 [doi]", "online",
     {"organization": "bioRxiv : the preprint server for biology", "doi": "10.1101/1"}),
    ("PT  - Academic Dissertation|PB  - A University", "thesis", {"institution": "A University"}),
    ("PT  - Case Reports|PT  - Journal Article|JT  - Annals", "article", {"journaltitle": "Annals"}),
    # addresses of authors, grants, interests, comments and what NLM notes of its own work
    ("AD  - A Street. ada@example.org|GR  - R01/HHS|COIS- None.|CIN - Ann Eng. 1|SO  - Ann Eng. 1996|FIR - Roe, A|IR  - Roe A",
     "article", {}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "kind", "expected"), FIELDS, ids=lambda value: str(value)[:40])
def test_fields(lines: str, kind: KIND, expected: dict[str, str]) -> None:
    readout = read_medline(record(lines), "a.nbib")
    assert readout.problems == ()
    (found,) = readout.found
    assert (found.record.type, dict(found.record.fields)) == (
        kind,
        {"title": "Notes on engines", "pmid": "123", **expected},
    )


TITLES = [
    ("TI  - Is it an engine?", {"title": "Is it an engine?"}),
    ("TI  - Of engines|      and their notes.", {"title": "Of engines and their notes"}),
    ("TI  - In vitro effects of H<sub>2</sub>O.", {"title": "In vitro effects of H₂O"}),
    # "Title": translations are in brackets; "Transliterated Title" is the title itself
    (
        "TI  - [Effects of engines].|TT  - Wirkungen von Maschinen.",
        {"title": "Wirkungen von Maschinen", "titleaddon": "[Effects of engines]"},
    ),
    ("TI  - [Effects of engines.]", {"title": "Effects of engines"}),
    ("TT  - Wirkungen.", {"title": "Wirkungen"}),
    ("BTI - A Book of Engines.|PT  - Book", {"title": "A Book of Engines"}),
]


@pytest.mark.parametrize(("lines", "expected"), TITLES)
def test_titles(lines: str, expected: dict[str, str]) -> None:
    text = "PMID- 1\n" + lines.replace("|", "\n")
    assert dict(read_medline(text, "a.nbib").found[0].record.fields) == {"pmid": "1", **expected}


NAMES = [
    ("FAU - Kovar, Nora A|AU  - Kovar NA", [Author("Kovar", "Nora A")]),
    ("AU  - Kovar N|AU  - van Raaij MJ", [Author("Kovar", "N"), Author("van Raaij", "MJ")]),
    ("FAU - van Raaij, M J|AU  - van Raaij MJ", [Author("van Raaij", "M J")]),
    ("FAU - King, Martin Luther Jr|AU  - King ML Jr", [Author("King", "Martin Luther", "Jr")]),
    ("FAU - Roe, Ann|AU  - Roe A|AU  - Doe J", [Author("Roe", "Ann"), Author("Doe", "J")]),
    (
        "FAU - Roe, Ann|AU  - Roe A|AD  - x|AUID- ORCID: 1|CN  - Engines, Notes and Others Study Group",
        [Author("Roe", "Ann"), Author("Engines, Notes and Others Study Group")],
    ),
    ("FAU - et al.|AU  - et al.", [Author("others")]),
]


@pytest.mark.parametrize(("lines", "expected"), NAMES)
def test_names_in_full_where_they_are_given_so(lines: str, expected: list[Author]) -> None:
    assert list(read_medline(record(lines), "a.nbib").found[0].record.authors) == expected


def test_editors_of_a_book() -> None:
    text = record("BTI - Book|FED - Roe, Ann|ED  - Roe A|FAU - Doe, Jo|AU  - Doe J")
    found = read_medline(text, "a.nbib").found[0].record
    assert (found.authors, found.editors) == ((Author("Doe", "Jo"),), (Author("Roe", "Ann"),))


OUTSIDES = [
    ("\ufeffPMID- 1\nTI  - One.\n\nPMID- 2\nTI  - Two.\n\n", ["One", "Two"], []),
    ("\n\nPMID- 1\nTI  - One.\nPMID- 2\nTI  - Two.\n", ["One", "Two"], []),
    ("OWN - ERIC\nTI  - A\nOID - EJ1\n\nOWN - ERIC\nTI  - B\n", ["A", "B"], []),
    ("PMID- 1\nAU  - Roe A\n\nPMID- 2\nTI  - B\n", ["B"], [(UNREADABLE_RECORD.code, 1)]),
    ("PMID- 1\nTI  - A\n\n   lost\n", ["A"], [(VALUE_LEFT_OUT.code, 4)]),
    ("TY  - JOUR\nTI  - A\nER  - \n", ["A"], []),
    ("nothing of the kind\n", [], [(UNREADABLE_SOURCE.code, 1)]),
    ("\n", [], []),
]


@pytest.mark.parametrize(("text", "titles", "problems"), OUTSIDES)
def test_the_outside_of_records(text: str, titles: list[str], problems: list[tuple[str, int]]) -> None:
    readout = read_medline(text, "a.nbib")
    assert [one.record.fields["title"] for one in readout.found] == titles
    assert [(problem.code, problem.line) for problem in readout.problems] == problems
