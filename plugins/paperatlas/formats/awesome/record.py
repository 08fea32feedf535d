"""A paper of a curated list as a record."""

from __future__ import annotations

import re

from paperatlas.formats.awesome.description import Description
from paperatlas.formats.awesome.link_words import LinkTarget
from paperatlas.formats.awesome.links import PaperId, is_unofficial, target_of
from paperatlas.formats.awesome.list_items import ListLink, Unit
from paperatlas.formats.plain_text import from_html
from paperatlas.formats.records.record import Record
from paperatlas.formats.venues import Venue, venue_of

_KINDS: tuple[LinkTarget, ...] = ("website", "video", "slides", "blog")
_YEAR_IN_PATH = re.compile(r"(?:paper_files/paper|paper|hash)/(20\d{2}|19\d{2})/")


def list_record(unit: Unit, description: Description, keywords: tuple[str, ...], origin: str) -> Record:
    """Return the record of a unit: where it is, what it is called, where it appeared."""
    fields = {"title": from_html(description.title), "shorttitle": from_html(description.method)}
    fields |= _addresses(unit)
    venue = description.venue
    by_address = _venue_of(unit)
    if by_address and (venue is None or venue.type == "online"):
        venue = by_address
    date = description.date or (venue.date if venue else "")
    kind = venue.type if venue else "online"
    if kind == "inproceedings" and venue:
        fields["booktitle"] = venue.name
    elif kind == "article" and venue:
        fields["journaltitle"] = venue.name
    elif not date and "eprint" in fields:
        date = _month_of(fields["eprint"])
    fields["date"] = date
    fields |= _links(unit)
    fields["keywords"] = ", ".join(keywords)
    return Record(kind, fields, description.authors, origin=origin)


def _addresses(unit: Unit) -> dict[str, str]:
    """Return the arXiv identifier, the DOI, and the first address of another archive."""
    fields: dict[str, str] = {}
    for link in unit.links:
        paper = link.paper
        if paper is None:
            continue
        if paper.archive == "arxiv":
            fields.setdefault("eprint", paper.value)
            fields["eprinttype"] = "arxiv"
        elif paper.archive == "doi":
            fields.setdefault("doi", paper.value)
        else:
            fields.setdefault("url", link.piece.href.strip())
    written = next((paper.value for paper in unit.papers if paper.archive == "doi"), "")
    return {"doi": written, **fields}


def _links(unit: Unit) -> dict[str, str]:
    """Code and the other links that an entry has fields for."""
    fields: dict[str, str] = {}
    code = [link for link in unit.links if _target(link) == "code"]
    if code:
        chosen = next((link for link in code if not is_unofficial(link.piece.text)), code[0])
        fields["code"] = chosen.piece.href.strip()
        if is_unofficial(chosen.piece.text):
            fields["codetype"] = "unofficial"
    for kind in _KINDS:
        address = next((link.piece.href.strip() for link in unit.links if _target(link) == kind), "")
        if address:
            fields[kind] = address
    return fields


def _target(link: ListLink) -> LinkTarget:
    return "paper" if link.paper else target_of(link.piece.href, link.piece.text)


def _venue_of(unit: Unit) -> Venue | None:
    """Return where a paper appeared, as far as its addresses say it: those of CVF, NeurIPS and the ACL Anthology."""
    for link in unit.links:
        if link.paper and (venue := _named_by(link.paper, link.piece.href)):
            return venue
    return None


def _named_by(paper: PaperId, url: str) -> Venue | None:
    if paper.archive == "cvf":
        return venue_of(re.sub(r"[_/]", " ", paper.value.upper()))
    if paper.archive == "neurips":
        year = _YEAR_IN_PATH.search(url)
        return Venue("ICLR" if "iclr.cc/" in url else "NeurIPS", "inproceedings", year[1] if year else "")
    return None


def _month_of(eprint: str) -> str:
    """Return the month an arXiv identifier was given in: `2006.11239` and `hep-th/9901001` begin with it."""
    digits = eprint.rpartition("/")[2][:4]
    if not digits.isdigit() or not 1 <= int(digits[2:]) <= 12:
        return ""
    century = 19 if int(digits[:2]) > 90 else 20
    return f"{century}{digits[:2]}-{digits[2:]}"
