"""BibLaTeX's words and those of CSL 1.0.2 for the same things."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.bibliography.model.fields import LINK_FIELDS
from paperatlas.formats.entry_types import ENTRY_TYPES

CSL_TYPES: Mapping[str, str] = {name: csl for name, (csl, _) in ENTRY_TYPES.items()}
"""By BibLaTeX's name of the type; any other is a `document`."""

CSL_NAMES: Mapping[str, str] = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
    "holder": "contributor",
}

CSL_DATES: Mapping[str, str] = {
    "date": "issued",
    "eventdate": "event-date",
    "origdate": "original-date",
    "urldate": "accessed",
}

CSL_TEXTS: Mapping[str, str] = {
    "abstract": "abstract",
    "annotation": "annote",
    "chapter": "chapter-number",
    "edition": "edition",
    "isbn": "ISBN",
    "issn": "ISSN",
    "library": "call-number",
    "location": "publisher-place",
    "medium": "medium",
    "origlocation": "original-publisher-place",
    "origpublisher": "original-publisher",
    "pagetotal": "number-of-pages",
    "part": "part",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "venue": "event-place",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
"""By BibLaTeX's name of the field: the variable that has its text."""

CUSTOM = tuple(sorted(LINK_FIELDS))
"""Addresses that CSL has no variable for."""

CSL_GENRES: Mapping[str, str] = {
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "mastersthesis": "Master’s thesis",
    "mathesis": "Master’s thesis",
    "phdthesis": "PhD thesis",
    "resreport": "Research report",
    "techreport": "Technical report",
    "datacd": "CD-ROM",
    "audiocd": "Audio CD",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreq": "Patent request",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
}
"""BibLaTeX's words for `type` (its manual, 4.9.2.13 and 4.9.2.14), and BibTeX's entry types that say the same."""

CSL_MARKS: Mapping[str, tuple[str, str]] = {
    "em": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "caps": ('<span style="font-variant:small-caps;">', "</span>"),
}
