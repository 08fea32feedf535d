"""Every type with every field that leaves the library, there and back: what comes back, and what a format cannot hold."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import pytest

from paperatlas.bibliography import Entry, parse_library
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, NAME_FIELDS, VERBATIM
from paperatlas.bibliography.model.published import PUBLISHED
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.csl.reader import read_csl
from paperatlas.formats.csl.writer import csl_json
from paperatlas.formats.entry_types import ENTRY_TYPES
from paperatlas.formats.readout import Readout
from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.ris.reader import read_ris
from paperatlas.formats.ris.writer import ris

POINTERS = {
    "crossref",
    "xdata",
    "xref",
    "ids",
    "entryset",
    "related",
    "relatedoptions",
    "relatedstring",
    "relatedtype",
    "options",
}
FIELDS = sorted(PUBLISHED - POINTERS - {"day", "month", "year"})
VALUES = {
    "chapter": "5", "date": "2020-05-03", "doi": "10.1000/182", "edition": "2", "eid": "e17", "eprint": "2010.11929", "eprintclass": "cs.CV",
    "eprinttype": "arxiv", "eventdate": "2019-05-03/2019-05-05", "isbn": "978-3-16-148410-0", "issn": "1234-5679", "issue": "Spring",
    "keywords": "maps, vision", "langid": "german", "language": "german", "number": "3", "origdate": "1859", "pages": "12--34",
    "pagetotal": "300", "part": "2", "pmcid": "PMC1234567", "pmid": "12345678", "pubstate": "inpress", "urldate": "2021-02-03",
    "version": "1.2", "volume": "7", "volumes": "4",
}  # fmt: skip
OF_ARXIV = {"eprint": "2010.11929", "eprinttype": "arxiv"}
BASE = {"author": "Byron, Ada", "date": "2020", "title": "A title"}

NOT_OF_THE_WORK = {
    "authortype", "bookpagination", "endday", "endmonth", "endyear", "gender", "indexsorttitle", "indextitle", "label", "langidopts",
    "pagination", "presort", "shorthandintro", "sortkey", "sortname", "sortshorthand", "sorttitle", "sortyear",
}  # fmt: skip
"""How one's own document sorts, abbreviates and inflects."""
OF_A_SITE = {"change", "evidence", "results"}
"""What an atlas says of a paper, which its BibTeX keeps."""
OTHER_NAMES = {
    "arxiv", "arxivid", "bibsource", "biburl", "github", "hal_version", "issue_date", "mark", "mrreviewer", "numpages", "urlraw", "zbl",
    "zbmath",
}  # fmt: skip
"""What services call what another field says as well, or say of their own records."""
IN_ANOTHER_FIELD = {"addendum", "adsurl", "howpublished", "html", "language", "subtitle", "titleaddon"}
"""What a reader finds in `note`, `url`, `langid` and `title`."""
ALONE = {
    "booksubtitle", "booktitleaddon", "entrysubtype", "eventtitleaddon", "issuesubtitle", "issuetitleaddon", "journalsubtitle",
    "journaltitleaddon", "mainsubtitle", "maintitleaddon",
}  # fmt: skip
"""What says nothing without another field."""
NOWHERE = NOT_OF_THE_WORK | OF_A_SITE | OTHER_NAMES | IN_ANOTHER_FIELD | ALONE
MOVED = {
    # The publisher, the short name of the container and the number of an article have one place; RIS has none for the class of a preprint.
    ("article", "RIS"): {"eprintclass", "institution", "issue", "organization", "pagetotal", "shortbooktitle"},
    ("article", "CSL-JSON"): {"institution", "issue", "organization", "shortbooktitle"},
    ("book", "RIS"): {"eprintclass", "institution", "organization", "shortbooktitle", "shortjournal"},
    ("book", "CSL-JSON"): {"institution", "organization", "shortjournal"},
    ("inproceedings", "RIS"): {"eprintclass", "eventtitle", "institution", "organization", "pagetotal", "shortjournal"},
    ("inproceedings", "CSL-JSON"): {"institution", "organization", "shortjournal"},
    ("report", "RIS"): {"eprintclass", "organization", "publisher", "shortbooktitle", "shortjournal"},
    ("report", "CSL-JSON"): {"organization", "publisher", "shortjournal"},
}  # fmt: skip
"""What comes back in another field, where it stands alone in an entry of a type that has it elsewhere."""


def value_of(name: str) -> str:
    if name in NAME_FIELDS:
        return "van der Berg, Jan and {The Group} and King, Jr., Carl"
    address = name in ADDRESS_FIELDS or (name in VERBATIM and name not in VALUES)
    return VALUES.get(name, "https://example.org/x_y?z=1" if address else f"Some {name.capitalize()} text")


def entry_with(kind: str, fields: dict[str, str]) -> Entry:
    text = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    library, _ = parse_library(f"@{kind}{{k,\n{text}}}".encode(), "a.bib")
    (entry,) = library.entries
    return entry


def content(entry: Entry, name: str) -> object:
    if name in NAME_FIELDS:
        return entry.names(name)
    return entry.verbatim(name) if name in VERBATIM else entry.plain(name)


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_bibtex_keeps_every_field_of_every_type(kind: str) -> None:
    entry = entry_with(kind, BASE | {name: value_of(name) for name in FIELDS if name != "eprint"} | OF_ARXIV)
    library, _ = parse_library("".join(bibtex([entry])).encode(), "b.bib")
    (again,) = library.entries
    assert {name: content(again, name) for name in FIELDS} == {name: content(entry, name) for name in FIELDS}
    assert again.type == entry.type


Export = Callable[[Iterable[Entry]], Iterable[str]]
FORMATS: dict[str, tuple[Export, Callable[[str], Readout]]] = {
    "RIS": (ris, lambda text: read_ris(text, "a.ris")),
    "CSL-JSON": (csl_json, lambda text: read_csl(io.StringIO(text), "a.json")),
}


def again_from(name: str, entry: Entry) -> Entry:
    export, read = FORMATS[name]
    (found,) = read("".join(export([entry]))).found
    library, _ = parse_library(entry_text(found.record, "k").encode(), "b.bib")
    return library.entries[0]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["article", "book", "inproceedings", "report"])
@pytest.mark.parametrize("format_name", FORMATS)
def test_what_does_not_come_back_is_known(format_name: str, kind: str) -> None:
    lost = set()
    for name in FIELDS:
        arxiv = OF_ARXIV if name.startswith("eprint") else {}
        entry = entry_with(kind, BASE | arxiv | {name: value_of(name)})
        if content(again_from(format_name, entry), name) != content(entry, name):
            lost.add(name)
    assert lost == NOWHERE | MOVED[kind, format_name]


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_type_comes_back(format_name: str) -> None:
    works = (
        BASE,
        {"editor": "Roe, R.", "title": "A title", "booktitle": "B"},
        BASE | {"journaltitle": "J", "eid": "e17"},
    )
    for kind in ENTRY_TYPES:
        for fields in works:
            assert again_from(format_name, entry_with(kind, fields)).type == kind


def test_several_numbers_of_books_are_no_number_of_a_journal() -> None:
    fields = BASE | {"isbn": "978-3-030-10996-7 978-3-030-10997-4"}
    assert again_from("RIS", entry_with("book", fields)).verbatim("isbn") == fields["isbn"]
