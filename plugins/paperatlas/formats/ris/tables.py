"""BibLaTeX's words and those of RIS for the same things."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.formats.entry_types import ENTRY_TYPES
from paperatlas.formats.further_fields import FURTHER_FIELDS

RIS_TYPES: Mapping[str, str] = {name: ris for name, (_, ris) in ENTRY_TYPES.items() if ris}
"""By BibLaTeX's name of the type; any other is `GEN`."""

RIS_NAMES: Mapping[str, str] = {"author": "AU", "editor": "A2", "translator": "A4"}

EDITORS_OF_BOOKS = "A3"
"""The tag of editors where `A2` is for those of the series."""

RIS_BOOKS = frozenset({"BOOK", "EDBOOK"})

RIS_TEXTS: Mapping[str, str] = {
    "volume": "VL",
    "volumes": "NV",
    "edition": "ET",
    "version": "ET",
    "chapter": "SE",
    "location": "CY",
    "venue": "C1",
    "library": "CN",
    "abstract": "AB",
}

NUMBER_OF_ITS_OWN = frozenset({"patent", "report", "standard"})
"""Types whose `number` is the work's, where others have an ISBN or ISSN. Any other number is one in a series."""

ONLY_IN: Mapping[str, frozenset[str]] = {
    "venue": frozenset({"CONF"}),
    "chapter": frozenset({"CHAP"}),
    "version": frozenset({"COMP"}),
}
"""Fields of `RIS_TEXTS` whose tag stands for something else in works of any other type of RIS."""

WITHOUT_A_TAG = (
    *(name for name in FURTHER_FIELDS if name != "eprintclass"),
    "medium", "origtitle", "origpublisher", "origlocation", "eventdate", "part", "bookauthor",
    "director", "holder",
)  # fmt: skip
"""The fields that no tag of RIS stands for; but the class of a preprint would be a remark beside nearly all of them."""

ONLY_OF_SOME_TYPES = (
    *ONLY_IN, "edition", "eventtitle", "issue", "isbn", "issn", "pagetotal", "pubstate", "pmid", "pmcid",
)  # fmt: skip
"""The fields whose tag stands for something else in works of other types, or can hold one value of several."""
