"""EndNote's types of references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from paperatlas.formats.records.record import Record

_TYPES: Mapping[str, tuple[str, str]] = {
    "aggregated database": ("55", "AGGR"), "ancient text": ("51", "ANCIENT"), "artwork": ("2", "ART"),
    "audio": ("", "SOUND"), "audiovisual material": ("3", "ADVS"), "bill": ("4", "BILL"), "blog": ("56", "BLOG"),
    "book": ("6", "BOOK"), "book section": ("5", "CHAP"), "case": ("7", "CASE"), "catalog": ("8", "CTLG"),
    "chart or table": ("38", "CHART"), "classical work": ("49", "CLSWK"), "computer program": ("9", "COMP"),
    "conference paper": ("47", "CPAPER"), "conference proceedings": ("10", "CONF"), "dataset": ("59", "DATA"),
    "dictionary": ("52", "DICT"), "edited book": ("28", "EDBOOK"), "electronic article": ("43", "EJOUR"),
    "electronic book": ("44", "EBOOK"), "electronic book section": ("60", "ECHAP"), "electronic source": ("12", "ELEC"),
    "encyclopedia": ("53", "ENCYC"), "equation": ("39", "EQUA"), "figure": ("37", "FIGURE"),
    "film or broadcast": ("21", "MPCT"), "generic": ("13", "GEN"), "government document": ("46", "GOVDOC"),
    "grant": ("54", "GRNT"), "hearing": ("14", "HEAR"), "journal article": ("17", "JOUR"),
    "legal rule or regulation": ("50", "LEGAL"), "magazine article": ("19", "MGZN"), "manuscript": ("36", "MANSCPT"),
    "map": ("20", "MAP"), "music": ("61", "MUSIC"), "newspaper article": ("23", "NEWS"),
    "online database": ("45", "DBASE"), "online multimedia": ("48", "MULTI"), "pamphlet": ("24", "PAMP"),
    "patent": ("25", "PAT"), "personal communication": ("26", "PCOMM"), "report": ("27", "RPRT"),
    "serial": ("57", "SER"), "standard": ("58", "STAND"), "statute": ("31", "STAT"), "thesis": ("32", "THES"),
    "unpublished work": ("34", "UNPB"), "web page": ("12", "ELEC"), "preprint": ("", "PREPRINT"),
}  # fmt: skip
"""EndNote's name, in lower case -> its number in XML, and RIS's type."""

_BY_NUMBER = {number: ris for number, ris in _TYPES.values() if number}


def ris_type_of(name: str, number: str = "") -> str:
    """Return RIS's type of a type that EndNote names; a name of one's own stays as it is, to be reported."""
    return _TYPES[name.lower()][1] if name.lower() in _TYPES else _BY_NUMBER.get(number, name or "GEN")


def with_its_editors(record: Record, kind: str) -> Record:
    """Return a record with its authors as editors if EndNote's type `kind` calls them so: an edited book."""
    if kind != "EDBOOK" or not record.authors:
        return record
    return replace(record, type="collection", authors=(), editors=record.authors)
