"""EndNote's XML as records, as EndNote, Mendeley, Zotero and screening programs write it.

Elements are those of EndNote's own exports (its document type `RSXML.dtd`); texts stand in `style` elements, one for
each run of letters that look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from paperatlas.diagnostics.problem import Span
from paperatlas.formats import rules
from paperatlas.formats.csl.reader import LeftOut
from paperatlas.formats.endnote.reference_types import ris_type_of, with_its_editors
from paperatlas.formats.markup import scripted
from paperatlas.formats.readout import Readout
from paperatlas.formats.records.record import Record
from paperatlas.formats.ris.values import record_of_values
from paperatlas.formats.tagged_records import RecordList, TaggedFormat

_FORMAT = TaggedFormat("EndNote's XML", "<record>", re.compile(""), "record")
_TO_RIS: Mapping[str, str] = {
    "contributors/authors/author": "AU", "contributors/subsidiary-authors/author": "A4",
    "contributors/tertiary-authors/author": "A3", "titles/title": "TI", "titles/short-title": "ST",
    "titles/secondary-title": "T2", "titles/tertiary-title": "T3",
    "titles/translated-title": "TT",
    "periodical/full-title": "JF", "periodical/abbr-1": "J2", "pages": "SP", "volume": "VL", "number": "IS",
    "issue": "IS", "num-vols": "NV", "edition": "ET", "section": "SE", "dates/year": "PY",
    "dates/pub-dates/date": "DA", "pub-location": "CY", "publisher": "PB", "isbn": "SN",
    "electronic-resource-num": "DO", "abstract": "AB", "label": "ID", "notes": "N1", "work-type": "M3",
    "language": "LA", "keywords/keyword": "KW", "urls/related-urls/url": "UR", "urls/web-urls/url": "UR",
    "urls/pdf-urls/url": "L1", "access-date": "Y2", "accession-num": "AN", "remote-database-name": "DB",
    "custom3": "C3", "custom7": "C7",
}  # fmt: skip
"""The way to an element -> RIS's tag for it. An element that is not here is no part of an entry: addresses of authors,
files, one's own notes, fields of a data base."""
_SECOND_PEOPLE = "contributors/secondary-authors/author"
_FROM_RIS = {ris: path.rsplit("/author", maxsplit=1)[0].rsplit("/", maxsplit=1)[-1] for path, ris in _TO_RIS.items()}
_BOOKS = frozenset({"BOOK", "EDBOOK", "EBOOK"})
_SCRIPTS = {"subscript": "sub", "superscript": "sup"}
_LISTED = frozenset({"KW", "UR", "L1", "SN"})
"""Tags of elements that hold several values, one a line."""


def read_endnote_xml(text: str, file: str) -> Readout:
    """Return the records of EndNote's XML."""
    records = RecordList(file, _FORMAT)
    if "<!ENTITY" in text:
        return _unreadable(file, "it declares entities")
    try:
        root = ET.fromstring(re.sub(r"\A\ufeff?\s*(?:<\?xml[^>]*\?>)?", "", text))  # noqa: S314 - no entity is declared
    except ET.ParseError as error:
        return _unreadable(file, str(error))
    # ElementTree does not tell where an element stands; records stand in the order of their beginnings.
    lines = [text.count("\n", 0, match.start()) + 1 for match in re.finditer(r"<record\b", text)]
    for number, element in enumerate(root.iter("record")):
        records.add(lines[number] if number < len(lines) else 1, *_record(element))
    return records.readout(text, [])


def _unreadable(file: str, reason: str) -> Readout:
    return Readout((), (rules.UNREADABLE_SOURCE.at(Span(file, 1), "xml", reason=reason),))


def _record(element: ET.Element) -> tuple[Record, list[LeftOut]]:
    """Return a record, and what of it has no place in an entry, by EndNote's elements."""
    kind_of = element.find("ref-type")
    name, number = (kind_of.get("name", ""), kind_of.text or "") if kind_of is not None else ("", "")
    kind = ris_type_of(name.strip(), number.strip())
    values: dict[str, list[str]] = {"TY": [kind]}
    for path, tag in (*_TO_RIS.items(), (_SECOND_PEOPLE, "A2")):
        values.setdefault(tag, []).extend(_texts(element, path, tag))
    if kind not in ("CONF", "CPAPER"):
        values.pop("C3", None)  # elsewhere a field of one's own
    if kind in _BOOKS and not values["A3"]:
        values["A3"] = values.pop("A2")
    if not re.search(r"arxiv|pubmed|medline|nlm", "".join(values["DB"]), re.IGNORECASE):
        values.pop("AN")
    record, left_out = record_of_values(values, "")
    names = _FROM_RIS | {"A2": "secondary-authors"}
    wrong = [(variant, each | ({"tag": names[each["tag"]]} if "tag" in each else {})) for variant, each in left_out]
    return with_its_editors(record, kind), wrong


def _texts(element: ET.Element, path: str, tag: str) -> Iterator[str]:
    """Yield the texts of the elements on a way; where a date is an attribute, that."""
    for each in element.findall(path):
        text = _text(each) or each.get("year", "")
        lines = re.split(r"[\r\n]+", text) if tag in _LISTED else [text]
        yield from (line for one in lines if (line := one.strip()))


def _text(element: ET.Element) -> str:
    """Return the text of an element, its scripts as characters; runs of letters hold no others."""
    return (element.text or "") + "".join(_run(each) + (each.tail or "") for each in element)


def _run(element: ET.Element) -> str:
    """Return the text of a run of letters that look alike."""
    text = "".join(element.itertext())
    script = _SCRIPTS.get(element.get("face", ""))
    return scripted(text, script) if script and text.strip() else text
