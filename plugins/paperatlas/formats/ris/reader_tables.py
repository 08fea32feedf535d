"""RIS's types and tags, read back: the inverse of the tables that the export writes by, and what others write."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.bibliography.model.container import BOOK, IN_JOURNALS, JOURNAL
from paperatlas.formats.csl.reader_tables import IN_BOOKS
from paperatlas.formats.ris.tables import RIS_TYPES
from paperatlas.text.word_lists import words_in

TYPES_FROM_RIS: Mapping[str, str] = {tag: name for name, tag in reversed([*RIS_TYPES.items()])} | {
    "ABST": "article", "AGGR": "dataset", "BLOG": "online", "CHAP": "incollection", "CONF": "inproceedings",
    "CPAPER": "inproceedings",
    "DBASE": "dataset", "DICT": "inreference", "EBOOK": "book", "ECHAP": "incollection", "EDBOOK": "collection",
    "EJOUR": "article",
    "ENCYC": "inreference", "GEN": "misc", "GOVDOC": "report", "INPR": "article", "JOUR": "article",
    "MANSCPT": "unpublished",
    "MGZN": "article", "NEWS": "article", "PREPRINT": "online", "RPRT": "report", "SER": "book",
    "SLIDE": "unpublished", "THES": "thesis",
    "UNPB": "unpublished", "WEB": "online", "BOOK": "book", "COMP": "software", "ELEC": "online", "MUSIC": "music",
    "LEGAL": "legal", "ADVS": "video", "ANCIENT": "book", "BILL": "legislation", "CHART": "image", "CLSWK": "book",
    "CTLG": "book", "EQUA": "misc", "GRNT": "misc", "HEAR": "legal", "ICOMM": "letter", "MAP": "image",
    "MULTI": "online", "UNBILL": "legislation",
}  # fmt: skip
"""RIS's type -> BibLaTeX's."""


def container_in_ris(kind: str) -> str:
    """Return the field that `T2` is read as for BibLaTeX's type of a record."""
    return JOURNAL.title if kind in IN_JOURNALS else BOOK.title if kind in IN_BOOKS else "series"


SUBTYPES_FROM_RIS = {"MGZN": "magazine", "NEWS": "newspaper"}
JOURNAL_TAGS = ("T2", "JO", "JF", "JA", "J1", "BT")
CONTAINER_TAGS = ("C3", "T2", "BT", "JO", "JF")
READ_TAGS = words_in(
    "TY ER ID YR AU A1 A2 A3 A4 ED TA TI T1 CT T2 T3 BT C3 C7 JO JF JA J1 J2 ST PY Y1 DA Y2 AB N2 KW VL IS M1 SP EP SN"
    " UR L1 L2 L4 LK DO DI"
    " AN DB DP LA M3 PB CY PP SE ET NV CN N1 RN C1 CP U2 TT OP C2"
)
IGNORED_TAGS = words_in(
    "AD L3 L4 RP AV CA C4 C5 C6 C8 RI TA U1 U3 U4 U5 AU ER H1 H2 NO SV WT WP WV VO RI U2 LB DS CR M2 L2 PP ID"
)
"""Tags for what is no part of an entry: addresses of authors, files, call numbers, counts."""
