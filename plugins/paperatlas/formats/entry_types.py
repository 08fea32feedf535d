"""BibLaTeX's types of entries, as other formats call them."""

from __future__ import annotations

from collections.abc import Mapping

ENTRY_TYPES: Mapping[str, tuple[str, str]] = {
    "article": ("article-journal", "JOUR"),
    "artwork": ("graphic", "ART"),
    "audio": ("song", "SOUND"),
    "book": ("book", "BOOK"),
    "bookinbook": ("chapter", "CHAP"),
    "booklet": ("pamphlet", "PAMP"),
    "collection": ("book", "EDBOOK"),
    "dataset": ("dataset", "DATA"),
    "image": ("graphic", "FIGURE"),
    "inbook": ("chapter", "CHAP"),
    "incollection": ("chapter", "CHAP"),
    "inproceedings": ("paper-conference", "CONF"),
    "inreference": ("entry-encyclopedia", "ENCYC"),
    "jurisdiction": ("legal_case", "CASE"),
    "legal": ("treaty", "LEGAL"),
    "legislation": ("legislation", "STAT"),
    "letter": ("personal_communication", "PCOMM"),
    "manual": ("book", "BOOK"),
    "movie": ("motion_picture", "MPCT"),
    "music": ("song", "MUSIC"),
    "mvbook": ("book", "BOOK"),
    "mvcollection": ("book", "EDBOOK"),
    "mvproceedings": ("book", "CONF"),
    "mvreference": ("book", "EDBOOK"),
    "online": ("webpage", "ELEC"),
    "patent": ("patent", "PAT"),
    "performance": ("performance", ""),
    "periodical": ("periodical", "JFULL"),
    "proceedings": ("book", "CONF"),
    "reference": ("book", "EDBOOK"),
    "report": ("report", "RPRT"),
    "review": ("review", "JOUR"),
    "software": ("software", "COMP"),
    "standard": ("standard", "STAND"),
    "suppbook": ("chapter", "CHAP"),
    "suppcollection": ("chapter", "CHAP"),
    "suppperiodical": ("article-journal", "JOUR"),
    "thesis": ("thesis", "THES"),
    "unpublished": ("manuscript", "UNPB"),
    "video": ("motion_picture", "VIDEO"),
}
"""By BibLaTeX's name: CSL's type, and RIS's, which has none for a few."""
