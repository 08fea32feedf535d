"""What CSL and RIS have no place for is written all the same, and read again."""

from __future__ import annotations

import json
from io import StringIO

import pytest

from paperatlas.formats.csl.reader import read_csl
from paperatlas.formats.csl.writer import csl_json
from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.ris.reader import read_ris
from paperatlas.formats.ris.writer import ris
from tests.formats.conftest import ReadEntries

FIELDS = [
    # type, a field, its value
    ("thesis", "journaltitle", "医药卫生科技;信息科技"),
    ("inproceedings", "journaltitle", "Proceedings of the ACM on Maps"),
    ("article", "issuetitle", "Maps & Charts"),
    ("article", "organization", "Society of Charts"),
    ("article", "mrnumber", "1333035"),
    ("article", "zblnumber", "0823.11029"),
    ("book", "nameaddon", "pseudonym of B. Roe"),
    ("book", "eid", "e17"),
    ("book", "venue", "Turin"),
    ("book", "chapter", "7"),
    ("book", "version", "1.2"),
    ("software", "edition", "2"),
    ("misc", "issue", "Spring"),
    ("report", "isbn", "978-3-16-148410-0"),
    ("inbook", "maintitle", "Works"),
    ("book", "foreword", "Lovelace, Ada and van Dam, Jr., Jan"),
    ("incollection", "bookauthor", "Lovelace, Ada"),
    ("video", "director", "Lovelace, Ada and {Map Films}"),
]


@pytest.mark.parametrize(("kind", "name", "value"), FIELDS)
@pytest.mark.parametrize("form", ["csl", "ris"])
def test_what_is_written_is_read_again(entries_of: ReadEntries, form: str, kind: str, name: str, value: str) -> None:
    others = {
        "inproceedings": "booktitle = {B}, number = {3},",
        "article": "journaltitle = {J}, number = {3}, publisher = {P},",
        "inbook": "booktitle = {B},",
        "incollection": "booktitle = {B},",
        "book": "number = {4},",
        "software": "version = {1.2},",
        "misc": "number = {4},",
        "report": "number = {4}, institution = {I},",
        "thesis": "institution = {I},",
    }.get(kind, "")
    text = value.replace("&", r"\&")
    entry = entries_of(f"@{kind}{{a, author = {{Roe, A.}}, title = {{T}}, {others} {name} = {{{text}}}}}")[0]
    written = "".join(csl_json([entry]) if form == "csl" else ris([entry]))
    readout = read_csl(StringIO(written), "a") if form == "csl" else read_ris(written, "a")
    assert readout.problems == ()
    (again,) = entries_of(entry_text(readout.found[0].record, "a"))
    if name in readout.found[0].record.contributors:
        assert again.names(name) == entry.names(name)
    else:
        assert again.plain(name) == entry.plain(name)


IDENTIFIERS = [
    # fields, CSL's variables, lines of RIS, what is read from both
    ("eprint = {10487865}, eprinttype = {pubmed}", {"PMID": "10487865"}, ["AN  - 10487865", "DB  - PubMed"],
     {"pmid": "10487865"}),
    ("eprint = {PMC123456}, eprinttype = {pmc}", {"PMCID": "PMC123456"}, ["AN  - PMC123456", "DB  - PubMed Central"],
     {"pmcid": "PMC123456"}),
    ("pmid = {10487864}, pmcid = {PMC123456}", {"PMID": "10487864", "PMCID": "PMC123456"},
     ["AN  - 10487864", "DB  - PubMed", "C2  - PMC123456"], {"pmid": "10487864", "pmcid": "PMC123456"}),
    ("eprint = {2118559}, eprinttype = {jstor}", {"archive": "JSTOR", "archive_location": "2118559"},
     ["AN  - 2118559", "DB  - JSTOR"], {"eprint": "2118559", "eprinttype": "jstor"}),
    ("eprint = {hal-01234567}, eprinttype = {hal}", {"archive": "HAL", "archive_location": "hal-01234567"},
     ["AN  - hal-01234567", "DB  - HAL"], {"eprint": "hal-01234567", "eprinttype": "hal"}),
    ("eprint = {2142/123}, eprinttype = {hdl}", {"URL": "https://hdl.handle.net/2142/123"},
     ["AN  - 2142/123", "DB  - Handle"], {"eprint": "2142/123", "eprinttype": "hdl"}),
    ("eprint = {u4WnAAAAMAAJ}, eprinttype = {googlebooks}",
     {"URL": "https://books.google.com/books?id=u4WnAAAAMAAJ"},
     ["AN  - u4WnAAAAMAAJ", "DB  - Google Books"], {"eprint": "u4WnAAAAMAAJ", "eprinttype": "googlebooks"}),
]  # fmt: skip
"""CSL 1.0.2 has variables for PubMed's two numbers, and one for an archive that stores the work; RIS has a data base and
the number in it, and EndNote's column of journal articles keeps PubMed Central's in C2."""


@pytest.mark.parametrize(("fields", "variables", "lines", "read"), IDENTIFIERS)
def test_identifiers(
    entries_of: ReadEntries, fields: str, variables: dict[str, str], lines: list[str], read: dict[str, str]
) -> None:
    entries = entries_of(f"@article{{a, author = {{Roe, A.}}, title = {{T}}, journaltitle = {{J}}, {fields}}}")
    items = "".join(csl_json(entries))
    assert variables.items() <= json.loads(items)[0].items()
    written = "".join(ris(entries))
    assert [line for line in written.splitlines() if line[:2] in ("AN", "DB", "C2")] == lines
    for readout in (read_csl(StringIO(items), "a"), read_ris(written, "a")):
        assert read.items() <= readout.found[0].record.fields.items()
        assert readout.problems == ()
