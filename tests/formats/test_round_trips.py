"""There and back: what is exported and read again is equal, field by field, for our own readers and those of others."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
import rispy
from citeproc.source import DateRange
from citeproc.source.json import CiteProcJSON
from hypothesis import assume, given
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser

from paperatlas.bibliography import Entry, parse_library
from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.csl.reader import read_csl
from paperatlas.formats.csl.writer import csl_json
from paperatlas.formats.readout import Readout
from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.records.record import Author, Record
from paperatlas.formats.ris.reader import read_ris
from paperatlas.formats.ris.writer import ris
from tests.formats.csl.test_writer import VALIDATOR

WORDS = (
    "Engines",
    "Über",
    "Nørgård",
    "von",
    "AT&T",
    "50%",
    "C#",
    "a_b",
    "{x}",
    "深度学习",
    "H₂O",
    "5 < 6",
    "$5",
    "~",
    "É.",
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
TITLES = PHRASES.map(lambda words: f"Notes {words}")
NUMBERS = st.integers(1, 999).map(str)
ODD_PAGES = ["ix–xii", "S12–S20", "A12", "1–9, 12–15"]
PAGES = st.one_of(
    st.tuples(st.integers(1, 99), st.integers(100, 999)).map(lambda ends: f"{ends[0]}–{ends[1]}"),
    st.sampled_from(ODD_PAGES),
)
EVERY_DATE = [
    "1843",
    "2020-05",
    "2020-05-03",
    "2019/2021",
    "1999/",
    "2006-09",
    "2004-22",
    "1984~",
    "2020-01/2020-03",
    "2020-01-30/2020-02-02",
    "2020-05~",
]
EVERY_NAME = (
    [Author("Byron", "Ada"), Author("van der Maaten", "Laurens"), Author("King", "Martin Luther", "Jr."),
     Author("The Engine Group"), Author("Müller-Lüdenscheidt", "Ö."), Author("李", "明"), Author("O’Neill & Sons"),
     Author("de la Cruz", "Inés"), Author("d’Arc", "Ada"), Author("King", "Bo", "III"), Author("al-Hakim", "Tawfiq")]
)  # fmt: skip
NAMES = st.sampled_from(EVERY_NAME)
DATES = st.sampled_from(EVERY_DATE)
PEOPLE = st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple)

COMMON = {
    "title": TITLES, "date": DATES, "abstract": PHRASES, "note": PHRASES.map(lambda words: f"On {words}"),
    "langid": st.sampled_from(["german", "french", "chinese"]), "keywords": st.sampled_from(["vision", "maps, engines"]),
    "doi": st.sampled_from(["10.1000/182", "10.1002/(SICI)1<2::a>b"]), "code": st.just("https://github.com/ada/a_b"),
    "url": st.sampled_from(["https://example.org/a_b?c=d%20&e#f", "https://example.org/~x"]),
}  # fmt: skip
FIELDS = {
    "article": {"journaltitle": TITLES, "shortjournal": PHRASES, "volume": NUMBERS, "number": NUMBERS, "pages": PAGES,
                "issn": st.just("1234-5679")},
    "inproceedings": {"booktitle": TITLES, "series": TITLES, "pages": PAGES, "publisher": PHRASES, "isbn": st.just("978-3-16-148410-0")},
    "incollection": {"booktitle": TITLES, "pages": PAGES, "publisher": PHRASES, "location": PHRASES, "edition": NUMBERS},
    "book": {"series": TITLES, "publisher": PHRASES, "location": PHRASES, "edition": NUMBERS, "origdate": st.just("1859"), "volumes": NUMBERS},
    "thesis": {"institution": PHRASES, "type": st.sampled_from(["phdthesis", "mathesis"])},
    "report": {"institution": PHRASES, "number": NUMBERS, "type": st.just("techreport")},
    "online": {"urldate": st.just("2021-02-03"), "organization": PHRASES},
    "dataset": {"version": st.just("2.1"), "organization": PHRASES},
    "software": {"version": st.just("1.4.2"), "organization": PHRASES},
    "patent": {"number": st.just("US1234567B2"), "type": st.just("patentus")},
}  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A work with a title, its authors, and some of the fields that its type has."""
    kind = draw(st.sampled_from(sorted(FIELDS)))
    optional = {name: value for name, value in (COMMON | FIELDS[kind]).items() if name != "title"}
    fields = draw(st.fixed_dictionaries({"title": TITLES}, optional=optional))
    # Proceedings whose record has their title twice are in no other book.
    assume(fields.get("booktitle") != fields["title"])
    # RIS has one place for the book and the series of a conference paper: alone, a series is read as its book.
    assume(
        kind != "inproceedings"
        or "series" not in fields
        or fields.get("booktitle", fields["series"]) != fields["series"]
    )
    editors = draw(PEOPLE) if kind == "incollection" else ()
    translators = draw(st.sampled_from([(), (Author("Menabrea", "Luigi"),)])) if kind == "book" else ()
    return Record(kind, fields, draw(PEOPLE), editors, "k", translators=translators)


def entries_of(record: Record) -> tuple[Entry, ...]:
    library, problems = parse_library(entry_text(record, "k").encode(), "a.bib")
    assert [problem for problem in problems if problem.severity == "error"] == []
    return library.entries


Export = Callable[[Iterable[Entry]], Iterable[str]]
FORMATS: list[tuple[Export, Callable[[str], Readout]]] = [
    (ris, lambda text: read_ris(text, "a.ris")),
    (csl_json, lambda text: read_csl(io.StringIO(text), "a.json")),
]


@pytest.mark.parametrize(("export", "read"), FORMATS, ids=["RIS", "CSL-JSON"])
@given(record=records())
def test_our_own_reader_finds_what_was_exported(export: Export, read: Callable[[str], Readout], record: Record) -> None:
    readout = read("".join(export(entries_of(record))))
    assert readout.problems == ()
    (found,) = readout.found
    assert dict(found.record.fields) == dict(record.fields)
    assert found.record.type == record.type
    assert (found.record.authors, found.record.editors, found.record.translators) == (
        record.authors,
        record.editors,
        record.translators,
    )


ADA = (Author("Byron", "Ada"),)
ARTICLE = {"title": "Notes", "journaltitle": "Engines"}
ODD_TEXTS = [
    *WORDS, "TY - JOUR", "ER -", "N1 - not a note", "@misc{x, y = {z}}", "% no comment", "a -- b", "“curly” ‘single’",
    "[brackets] (parens", "a; b, c and d", "Ends with a dot.", "?", "1984", "Łódź İstanbul ﬁ", "😀", "x" * 3000, "word " * 2000 + "end",
]  # fmt: skip
ODD_RECORDS = [
    *(Record("article", ARTICLE | {"date": date}, ADA, key="k") for date in EVERY_DATE),
    *(Record("article", ARTICLE | {"pages": pages}, ADA, key="k") for pages in (*ODD_PAGES, "S1-12–S1-20", "1-1–1-20", "A-12")),
    *(Record("incollection", {"title": "Notes", "booktitle": "B"}, (name,), (name,), "k") for name in EVERY_NAME),
    *(Record("book", {"title": "Notes"}, (name, Author("Roe", "R.")), key="k", translators=(name,)) for name in EVERY_NAME),
    *(Record("article", {"title": text, "journaltitle": text, "abstract": text}, ADA, key="k") for text in ODD_TEXTS),
    *(Record("inproceedings", {"title": "Notes", "booktitle": text, "publisher": text}, ADA, key="k") for text in ODD_TEXTS),
]  # fmt: skip


@pytest.mark.parametrize(("export", "read"), FORMATS, ids=["RIS", "CSL-JSON"])
def test_each_odd_value_comes_back(export: Export, read: Callable[[str], Readout]) -> None:
    """Random records seldom hold one certain value, so each has a record of its own."""
    for record in ODD_RECORDS:
        readout = read("".join(export(entries_of(record))))
        assert readout.problems == ()
        (found,) = readout.found
        again = found.record
        assert (dict(again.fields), again.type) == (dict(record.fields), record.type)
        assert (again.authors, again.editors, again.translators) == (record.authors, record.editors, record.translators)


@given(record=records())
def test_pybtex_finds_every_field_of_the_exported_bibtex(record: Record) -> None:
    (entry,) = entries_of(record)
    read = Parser().parse_string("".join(bibtex([entry]))).entries["k"]
    assert read.type == entry.type
    assert {name: decode_plain(value) for name, value in read.fields.items() if name != "translator"} == {
        name: decode_plain(field.raw)
        for name, field in entry.own_fields.items()
        if name not in ("author", "editor", "translator")
    }
    assert len(read.persons["author"]) == len(record.authors)


RISPY = {"title": "title", "doi": "doi", "abstract": "abstract", "volume": "volume", "edition": "edition",
         "volumes": "number_of_volumes", "location": "place_published"}  # fmt: skip


@given(record=records())
def test_rispy_finds_every_text(record: Record) -> None:
    read: list[dict[str, Any]] = rispy.loads("".join(ris(entries_of(record))))
    assert len(read) == 1
    assert {name: read[0].get(tag) for name, tag in RISPY.items()} == {name: record.fields.get(name) for name in RISPY}
    assert len(read[0]["authors"]) == len(record.authors)
    assert "unknown_tag" not in read[0]


@given(record=records())
def test_csl_json_is_what_its_schema_says(record: Record) -> None:
    assert [*VALIDATOR.iter_errors(json.loads("".join(csl_json(entries_of(record)))))] == []


TEXTS = {"title": "title", "doi": "DOI", "abstract": "abstract", "volume": "volume", "edition": "edition", "volumes": "number_of_volumes",
         "location": "publisher_place", "issn": "ISSN", "isbn": "ISBN", "url": "URL", "note": "note", "shortjournal": "container_title_short"}  # fmt: skip
CONTAINERS = {"article": "journaltitle", "inproceedings": "booktitle", "incollection": "booktitle"}
PUBLISHERS = ("publisher", "institution", "organization")


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported:UserWarning")
@given(record=records())
def test_citeproc_py_finds_what_is_exported_for_it(record: Record) -> None:
    (item,) = json.loads("".join(csl_json(entries_of(record))))
    (read,) = CiteProcJSON([item]).values()

    def text(variable: str) -> str | None:
        return str(read[variable]) if variable in read else None

    assert {name: text(variable) for name, variable in TEXTS.items()} == {
        name: record.fields.get(name) for name in TEXTS
    }
    assert text("container_title") == record.fields.get(CONTAINERS.get(record.type, ""))
    assert text("publisher") == next((record.fields[name] for name in PUBLISHERS if name in record.fields), None)
    assert text("page") == (record.fields["pages"].replace("–", "-") if "pages" in record.fields else None)
    for role, people in (("author", record.authors), ("editor", record.editors), ("translator", record.translators)):
        assert [*map(written_name, read.get(role, ()))] == [*map(name_in_record, people)]
    issued = read.get("issued")
    assert (issued is None) == ("date" not in record.fields)
    if issued is not None:
        begin = issued["begin"] if isinstance(issued, DateRange) else issued
        year, _, month = record.fields["date"].partition("/")[0].rstrip("~").partition("-")
        assert (begin.year, begin.get("month", 0)) == (int(year), 0 if "22" in month else int(month[:2] or 0))


def written_name(name: Any) -> str:
    """A name as citeproc-py has it, its parts in one order."""
    given, family, dropping, particle, suffix = name.parts()
    return "|".join(part or "" for part in (given, " ".join(filter(None, (dropping, particle, family))), suffix))


def name_in_record(author: Author) -> str:
    return "|".join((author.given, author.family, author.suffix))
