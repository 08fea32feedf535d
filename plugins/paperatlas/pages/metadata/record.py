"""The facts of a paper that every kind of metadata writes in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from paperatlas.atlas import Paper
from paperatlas.bibliography import Name
from paperatlas.bibliography.model.page_ranges import page_range

PublicationKind = Literal["journal", "conference", "book", "part", "thesis", "report", "preprint", "other"]

_KINDS: dict[str, PublicationKind] = {
    "article": "journal",
    "inproceedings": "conference",
    "book": "book",
    "collection": "book",
    "proceedings": "book",
    "inbook": "part",
    "incollection": "part",
    "thesis": "thesis",
    "report": "report",
}


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """A paper's bibliographic data as plain text; what is not known is empty."""

    kind: PublicationKind
    title: str
    authors: tuple[Name, ...]
    date: str
    """`2020-06-19`, `2020-06` or `2020`."""
    container: str
    volume: str
    issue: str
    first_page: str
    last_page: str
    publisher: str
    isbn: str
    issn: str
    number: str
    language: str
    """The language of the paper, as BCP 47 writes it."""


def facts_of(paper: Paper) -> PaperFacts:
    """Read the fields of `paper`."""
    first, last = page_range((_text(paper, "pages") or _text(paper, "eid")).partition(",")[0])
    number = _text(paper, "number")
    kind = _KINDS.get(paper.entry.kind) or ("preprint" if paper.entry.arxiv else "other")
    return PaperFacts(
        kind=kind,
        title=paper.title.readable,
        authors=paper.authors.names,
        date=_date(paper),
        container=paper.container.text if paper.container else "",
        volume=_text(paper, "volume"),
        issue=(_text(paper, "issue") or number) if kind == "journal" else "",
        first_page=first,
        last_page=last,
        publisher=next(filter(None, (_text(paper, name) for name in ("publisher", "institution", "organization"))), ""),
        isbn=_text(paper, "isbn"),
        issn=_text(paper, "issn"),
        number=number,
        language=paper.language,
    )


def sorted_name(name: Name) -> str:
    """`van den Oord, Aäron`, `King, Martin Luther, Jr.`, or a name without parts as it is.

    The suffix stands last, as in library catalogues: what stands behind the first comma is taken for the given name.
    """
    if name.literal or not name.given or not name.family:
        return name.display
    return ", ".join(part for part in (name.full_family, name.given, name.suffix) if part)


def _text(paper: Paper, name: str) -> str:
    text = paper.entry.text(name)
    return text.text if text else ""


def _date(paper: Paper) -> str:
    date = paper.entry.date
    if date is None or paper.year is None or paper.year < 1:
        return ""
    if not date.month or date.month > 12:
        return f"{paper.year:04}"
    return f"{paper.year:04}-{date.month:02}" + (f"-{date.day:02}" if date.day else "")
