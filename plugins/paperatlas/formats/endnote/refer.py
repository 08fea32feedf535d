"""EndNote's tagged format (.enw), as EndNote, Google Scholar, CNKI and publishers write it, and Refer/BibIX before it.

Tags are those of EndNote's manual, "Creating a Tagged EndNote Import File".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from paperatlas.formats.csl.reader import LeftOut
from paperatlas.formats.endnote.reference_types import ris_type_of, with_its_editors
from paperatlas.formats.readout import Readout
from paperatlas.formats.records.record import Record
from paperatlas.formats.ris.values import record_of_values
from paperatlas.formats.tagged_records import RecordList, TaggedFormat, tagged_records

_LINE = re.compile(r"\s{0,3}%(\S)(?:\s+(.*))?")
_FORMAT = TaggedFormat("EndNote's tagged format (.enw)", "%0 Journal Article", _LINE, "0", frozenset("AEYK?"))
_WITH_TYPES = TaggedFormat(_FORMAT.name, _FORMAT.begin, _LINE, "0", _FORMAT.lists, last="0")
"""Where each record begins with its type, empty lines are part of an abstract."""
_TO_RIS: Mapping[str, str] = {
    "A": "AU", "C": "CY", "D": "PY", "E": "ED", "F": "ID", "G": "LA", "I": "PB", "K": "KW", "N": "IS", "P": "SP",
    "Q": "TT", "R": "DO", "S": "T3", "T": "TI", "U": "UR", "V": "VL", "X": "AB", "Z": "N1", "6": "NV", "7": "ET",
    "8": "DA", "9": "M3", "?": "A4", "@": "SN", "!": "ST", "[": "Y2", "&": "SE",
}  # fmt: skip
"""Tags that mean what a tag of RIS means."""
_FROM_RIS = {ris: f"%{tag}" for tag, ris in _TO_RIS.items()} | {"A2": "%Y", "A3": "%Y"}
_IGNORED = frozenset("0BJYLMOWH~+^><=12345#$])")
"""Tags that are read below, and those for what is no part of an entry: addresses of authors, files, one's own notes."""
_BOOKS = frozenset({"BOOK", "EDBOOK", "EBOOK"})
_ARCHIVES = re.compile(r"arxiv|pubmed|medline|nlm", re.IGNORECASE)


def read_refer(text: str, file: str) -> Readout:
    """Return the records of a file in EndNote's tagged format."""
    form = _WITH_TYPES if re.search(r"^\ufeff?[^\S\n]*%0", text, re.MULTILINE) else _FORMAT
    records, strays = RecordList(file, form), list[tuple[int, str]]()
    for tagged in tagged_records(text, form, strays):
        values = tagged.values
        if values.keys() - {"0"}:
            records.add(tagged.line, *_record(values))
    return records.readout(text, strays)


def _record(values: Mapping[str, list[str]]) -> tuple[Record, list[LeftOut]]:
    """Return a record, and what of it has no place in an entry, by EndNote's tags."""
    kind = ris_type_of("".join(values.get("0", [])[-1:])) if "0" in values else _guessed_type(values)
    found = {ris: values[tag] for tag, ris in _TO_RIS.items() if tag in values} | {"TY": [kind]}
    journals, books = values.get("J", []), values.get("B", [])
    found |= {"T2": journals or books, "JO": books if journals else []}
    # The third rank of people is none of a book, but the second: its editors are `%E`.
    found |= {"A2" if kind in _BOOKS else "A3": values.get("Y", [])}
    if kind in _BOOKS:
        found |= {"CN": values.get("L", [])}
    if archives := [name for tag in "~W" for name in values.get(tag, []) if _ARCHIVES.search(name)]:
        found |= {"AN": values.get("M", []), "DB": archives}
    record, left_out = record_of_values(found, "")
    wrong = [(variant, each | ({"tag": _FROM_RIS[each["tag"]]} if "tag" in each else {})) for variant, each in left_out]
    unknown = sorted(values.keys() - _TO_RIS.keys() - _IGNORED)
    wrong += [("tagged_line", {"line": f"%{tag} {values[tag][0]}"[:60]}) for tag in unknown]
    return with_its_editors(record, kind), wrong


def _guessed_type(values: Mapping[str, list[str]]) -> str:
    """Return RIS's type of a record without one, by what Refer's manual says of the tags."""
    if "J" in values:
        return "JOUR"
    if "B" in values:
        return "CHAP"
    return "RPRT" if "R" in values else "BOOK" if "I" in values else "GEN"
