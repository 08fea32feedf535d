"""PubMed's format (.nbib), also that of KoreaMed and ERIC, as records: the display format of MEDLINE.

Tags are those of NLM's "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from paperatlas.bibliography.model import identifiers
from paperatlas.formats.person import OTHERS, in_one_text, named
from paperatlas.formats.plain_text import from_html, title
from paperatlas.formats.readout import Readout
from paperatlas.formats.records.record import Author, Record
from paperatlas.formats.ris.values import record_of_values
from paperatlas.formats.tagged_records import RecordList, TaggedFormat, TaggedRecord, tagged_records

_FORMAT = TaggedFormat(
    "PubMed's format (.nbib)", "PMID- 123", re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}-(?: (.*))?"), "PMID"
)
_TO_RIS: Mapping[str, str] = {
    "JT": "T2", "TA": "J2", "VI": "VL", "IP": "IS", "LA": "LA", "EN": "ET", "CTI": "T3",
    "OT": "KW", "KW": "KW", "AB": "AB",
}  # fmt: skip
"""Tags that mean what a tag of RIS means."""
_TYPES = {
    "Book": "BOOK", "Books": "BOOK", "Book Chapter": "CHAP", "Preprint": "PREPRINT", "Newspaper Article": "NEWS",
    "Technical Report": "RPRT", "Dissertation": "THES", "Academic Dissertation": "THES", "Dataset": "DATA",
    "Video-Audio Media": "VIDEO", "Legislation": "STAT", "Legal Case": "CASE",
    "Dissertations/Theses": "THES", "Dissertations/Theses - Doctoral Dissertations": "THES",
}  # fmt: skip
"""NLM's and ERIC's kinds of publications that are no article, as RIS's types."""
# Letters and digits are taken whole: a search from each of them takes quadratic time.
_ABBREVIATED = re.compile(r"(?<![A-Za-z])(?!(?<=\d)\d)([A-Za-z]*+)(\d++)-(?:\1)?(\d++)(?!-)")
_BRACKETED = re.compile(r"\[(.+?)\.?\]\.?")
_LABELLED = re.compile(r"(.+?)\s*\[(\w+)\]")
_NUMBER_OF_ARTICLE = re.compile(r"e?\d{1,8}")


def read_medline(text: str, file: str) -> Readout:
    """Return the records of a file of PubMed."""
    records, strays = RecordList(file, _FORMAT), list[tuple[int, str]]()
    for tagged in tagged_records(text, _FORMAT, strays):
        values = tagged.values
        if values.keys() & {"TI", "BTI", "TT", "FAU", "AU", "PMID"}:
            record, left_out = record_of_values({**_ris_values(values), "TY": [_type(values)]}, "")
            records.add(tagged.line, _completed(record, tagged), left_out)
    return records.readout(text, strays)


def _type(values: Mapping[str, list[str]]) -> str:
    """Return RIS's type of a record."""
    found = next((_TYPES[kind] for kind in values.get("PT", []) if kind in _TYPES), "")
    if "BTI" in values:
        return "CHAP" if "TI" in values else "BOOK"
    return found or "JOUR"


def _ris_values(values: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the values by RIS's tags, but for people and what only PubMed has."""
    found = {ris: values[tag] for tag, ris in _TO_RIS.items() if tag in values}
    kind = _type(values)
    if kind in ("BOOK", "CHAP", "THES", "RPRT", "PREPRINT"):
        # An article's place is the country of its journal; a preprint's journal is its server.
        found |= {"PB": values.get("PB", []) or values.get("JT", []), "CY": values.get("PL", [])}
    if kind == "PREPRINT":
        found = {tag: found[tag] for tag in found if tag not in ("T2", "J2", "CY")}
    if "BTI" in values:
        found |= {"TI": values.get("TI", values["BTI"]), "T2": values["BTI"] if "TI" in values else []}
    else:
        found["TI"] = values.get("TI", [])
    dates = values.get("DP", []) or [_electronic(date) for date in values.get("DEP", [])]
    found |= {"PY": dates, "DA": dates, "SN": [*values.get("ISBN", []), *values.get("IS", [])]}
    found |= {tag: [value] for tag, value in _identifiers(values)}
    return found | dict(_pages(values))


def _electronic(date: str) -> str:
    """Return a date in eight digits as ISO 8601."""
    return re.sub(r"(\d{4})(\d{2})(\d{2})", r"\1-\2-\3", date)


def _identifiers(values: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the DOI: article and location identifiers are labelled, `10.1000/1 [doi]`."""
    for value in (*values.get("LID", []), *values.get("AID", [])):
        match = _LABELLED.fullmatch(value)
        if match and match[2] == "doi" and identifiers.doi(match[1]):
            yield "DO", match[1]
            return


def _pages(values: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield the pages with their ends in full (`6913-7` is 6913 to 6917), or the number that an article has instead."""
    if "PG" in values:
        written = values["PG"][0].rstrip(".")
        if re.fullmatch(r"e\d+|[A-Za-z]+\d{4,}", written):
            yield "C7", [written]
        else:
            yield "SP", [_ABBREVIATED.sub(_in_full, written)]
        return
    labelled = [match for value in values.get("LID", []) if (match := _LABELLED.fullmatch(value))]
    if number := next((each[1] for each in labelled if each[2] == "pii" and _NUMBER_OF_ARTICLE.fullmatch(each[1])), ""):
        yield "C7", [number]


def _in_full(match: re.Match[str]) -> str:
    prefix, first, last = match.groups()
    return f"{prefix}{first}-{prefix}{first[: max(0, len(first) - len(last))]}{last}"


def _completed(record: Record, tagged: TaggedRecord) -> Record:
    """Return a record with people, titles and identifiers as PubMed gives them."""
    values = tagged.values
    fields = {**record.fields, **_titles(values, record)}
    fields |= {"pmid": "".join(values.get("PMID", [])[:1]) if "NLM" in values.get("OWN", ["NLM"]) else ""}
    fields |= {"pmcid": "".join(values.get("PMC", [])[:1])}
    if "Retracted Publication" in values.get("PT", []):
        fields["note"] = "Retracted"
    authors, editors = _people(tagged, "FAU", "AU", "CN"), _people(tagged, "FED", "ED")
    return replace(record, fields=fields, authors=authors, editors=editors)


def _titles(values: Mapping[str, list[str]], record: Record) -> dict[str, str]:
    """Return the title without its full stop; that of a work in another language, of which `TI` is a translation.

    `TI  - [Effects of engines.]` with `TT  - Wirkungen` becomes a title with the translation beside it.
    """
    given = record.fields.get("title", "")
    bracketed = _BRACKETED.fullmatch(given)
    original = from_html("".join(values.get("TT", [])[:1]))
    if original and bracketed:
        return {"title": title(original), "titleaddon": f"[{bracketed[1]}]"}
    found = title(bracketed[1] if bracketed else given or original)
    return {"title": found} | ({"booktitle": title(book)} if (book := record.fields.get("booktitle", "")) else {})


def _people(tagged: TaggedRecord, full: str, short: str, group: str = "") -> tuple[Author, ...]:
    """Return the names in their order: each in full, if it is given so, and else with initials; groups as they are.

    A name with initials (`Kovar N`) stands behind the same name in full.
    """
    names: list[Author | None] = []
    before = ""
    for tag, value in tagged.pairs:
        if tag == full or (tag == short and before != full):
            names.append(in_one_text(value))
        elif tag == group and value:
            names.append(Author(value.rstrip(".")))
        if tag in (full, short, group):
            before = tag
    return named([name for name in names if name and (name != OTHERS or name is names[-1])])
