"""Web of Science's own formats as records: the tagged one ("Plain text file", .ciw) and the one with tabs.

Tags are those of "Web of Science Core Collection Field Tags".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from paperatlas.formats.csl.reader import LeftOut
from paperatlas.formats.plain_text import SMALL_WORDS, title
from paperatlas.formats.readout import Readout
from paperatlas.formats.records.record import Author, Record
from paperatlas.formats.ris.values import record_of_values
from paperatlas.formats.tagged_records import RecordList, TaggedFormat, TaggedRecord, tagged_records
from paperatlas.text.word_lists import words_in

_FORMAT = TaggedFormat(
    "a file of Web of Science",
    "PT J",
    re.compile(r"([A-Z][A-Z0-9])(?: (.*))?"),
    "PT",
    lists=frozenset({"AU", "AF", "BA", "BF", "BE", "CA", "GP"}),
    outside=frozenset({"FN", "VR", "EF"}),
    last="ER",
)
_TO_RIS: Mapping[str, str] = {
    "LA": "LA", "AB": "AB", "VL": "VL", "BP": "SP", "PS": "SP", "EP": "EP", "AR": "C7", "SE": "T3", "CL": "C1",
    "BE": "ED", "DE": "KW",
}  # fmt: skip
"""Tags that mean what a tag of RIS means. `ID` are keywords that Web of Science makes from the references."""
_SEASONS = {"SPR": "Spring", "SUM": "Summer", "FAL": "Autumn", "AUT": "Autumn", "WIN": "Winter"}
_ACRONYMS = frozenset(
    words_in("ACM ACS AIP AMS BMC BMJ BV IEEE IET IFAC IOP ISME JAMA JMIR LLC NPJ PLC PLOS RNA RSC SIAM SPIE UK US USA")
)
"""Words that stay in capitals where all of a name is set so and its abbreviation does not tell."""


def read_web_of_science(text: str, file: str) -> Readout:
    """Return the records of a file of Web of Science, tagged or with tabs."""
    strays: list[tuple[int, str]] = []
    records = RecordList(file, _FORMAT)
    with_tabs = re.match(r"\ufeff?PT\t", text) is not None
    for tagged in _rows(text) if with_tabs else tagged_records(text, _FORMAT, strays):
        records.add(tagged.line, *_record(tagged.values))
    return records.readout(text, strays)


def _rows(text: str) -> Iterator[TaggedRecord]:
    """Yield the rows of a table whose first one has the tags; names in a cell are divided by semicolons."""
    rows = csv.reader(text.removeprefix("\ufeff").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE)
    tags = [tag.strip() for tag in next(rows, [])]
    for number, row in enumerate(rows, 2):
        pairs = [
            (tag, one.strip())
            for tag, cell in zip(tags, row, strict=False)
            for one in (cell.split(";") if tag in _FORMAT.lists else [cell])
        ]
        if any(value for _, value in pairs):
            yield TaggedRecord(number, pairs)


def _record(values: Mapping[str, list[str]]) -> tuple[Record, list[LeftOut]]:
    """Return a record, and what of it has no place in an entry."""
    kind = _type(values)
    found = {ris: values[tag] for tag, ris in _TO_RIS.items() if tag in values} | {"TY": [kind]}
    found["TI"] = [title(text) for text in values.get("TI", [])]
    names = next((values[tag] for tag in ("AF", "AU", "BF", "BA") if tag in values), [])
    found["AU"] = [name for name in names if name.strip("[]").lower() != "anonymous"]
    found["PB"] = [_recased(name) for name in values.get("PU", [])]
    found["DO"] = _first_of(values, "DI", "D2")
    found["IS"] = values.get("IS", []) or [f"Suppl. {number}" for number in values.get("SU", [])]
    found["PY"] = values.get("PY", []) or [date[-4:] for date in values.get("EA", [])]
    found["DA"] = [
        re.sub(r"^[A-Z]{3}$", lambda word: _SEASONS.get(word[0], word[0]), text) for text in values.get("PD", [])
    ]
    found |= _sources(values, kind)
    record, left_out = record_of_values(found, "")
    groups = tuple(Author(name) for tag in ("CA", "GP") for name in values.get(tag, []))
    fields = {**record.fields, "pmid": "".join(values.get("PM", [])[:1])}
    return replace(record, fields=fields, authors=(*record.authors, *groups)), left_out


def _type(values: Mapping[str, list[str]]) -> str:
    """Return RIS's type: `PT` tells journals, books, series and patents apart, `DT` what a book or series holds."""
    publication, documents = _text(values, "PT"), _text(values, "DT").lower()
    if publication in ("B", "C", "S"):
        if publication == "C" or "proceedings paper" in documents or "CT" in values:
            return "CONF"
        chapter = "chapter" in documents or _text(values, "SO").lower() != _text(values, "TI").lower()
        return "CHAP" if chapter and "SO" in values else "BOOK"
    return "PAT" if publication == "P" else "JOUR"


def _sources(values: Mapping[str, list[str]], kind: str) -> dict[str, list[str]]:
    """Return where a work appeared: its journal, or its book and conference, with their numbers."""
    source = [_recased(text, _text(values, "JI")) for text in values.get("SO", [])]
    if kind == "JOUR":
        return {"T2": source, "J2": _first_of(values, "JI", "J9"), "SN": _first_of(values, "SN", "EI")}
    if kind == "PAT":
        return {"SN": values.get("PN", [])}
    found = {"SN": _first_of(values, "BN", "SN"), "CY": [_recased(place) for place in values.get("PI", [])]}
    if kind == "CONF":
        return found | {"C3": source, "T2": values.get("CT", [])}
    return found | ({"T2": source} if kind == "CHAP" else {})


def _first_of(values: Mapping[str, list[str]], *tags: str) -> list[str]:
    return next((values[tag] for tag in tags if tag in values), [])


def _text(values: Mapping[str, list[str]], tag: str) -> str:
    return " ".join(values.get(tag, []))


def _recased(name: str, abbreviation: str = "") -> str:
    """Return a name that is set in capitals as it is written elsewhere.

    Which of its words are written so is told by its abbreviation, as far as they are in there: `IEEE Trans. Med.`.
    """
    if name != name.upper() or not re.search(r"[A-Z]{2}", name):
        return name
    words: list[str] = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*|.", name, re.DOTALL)
    known = {word: word for word in _ACRONYMS} | {word.upper(): word for word in re.findall(r"[\w'’]+", abbreviation)}
    others = [
        word.lower() if number and word.lower() in SMALL_WORDS else word[0] + word[1:].lower()
        for number, word in enumerate(words)
    ]
    return "".join(known.get(word, other) for word, other in zip(words, others, strict=True))
