"""Published works from Crossref's REST API: `/works/<doi>` (api.crossref.org)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from paperatlas.bibliography.model import identifiers
from paperatlas.formats import plain_text
from paperatlas.formats.csl.reader import contributors
from paperatlas.formats.csl.reader_tables import TYPES_FROM_CROSSREF, langid
from paperatlas.formats.dates import from_csl
from paperatlas.formats.records.record import Record, SourceError
from paperatlas.services.fetched import Fetched, first_text, good, json_object, mapping, mappings, strings
from paperatlas.services.web import Web

_NO_PAPERS = {
    "book-series": "a series of books", "book-set": "a set of books", "component": "a part of a work",
    "database": "a database", "dataset": "a dataset", "grant": "a grant", "journal": "a journal",
    "journal-issue": "an issue of a journal", "journal-volume": "a volume of a journal",
    "peer-review": "a review", "proceedings": "a volume of proceedings",
    "proceedings-series": "a series of proceedings", "standard": "a standard",
    "report-series": "a series of reports",
}  # fmt: skip
_SERIES = re.compile(
    r"\b(?:Lecture Notes in|Communications in Computer|Advances in Intelligent Systems|IFIP Advances|LIPIcs|"
    r"Proceedings in Mathematics|Smart Innovation|Springer Proceedings|Studies in)\b"
)
_UPDATES: Mapping[str, frozenset[str]] = {
    "retracted": frozenset({"removal", "retraction", "withdrawal"}),
    "concern": frozenset({"expression_of_concern", "partial_retraction"}),
    "corrected": frozenset({"addendum", "clarification", "correction", "corrigendum", "erratum"}),
}
"""What became of a work, the gravest first, and Crossref's types of updates that say so."""
_RETRACTED = re.compile(r"^\W*(?:RETRACTED|WITHDRAWN)(?: ARTICLE| CHAPTER| PAPER)?\W*[:\]]\W*", re.IGNORECASE)


def fetch_from_crossref(web: Web, doi: str) -> Fetched:
    """Return the work of a DOI. Raises `UnknownWorkError` for an unknown one, `SourceError` if it is no paper."""
    return read_crossref(crossref_record(web, doi), doi)


def crossref_record(web: Web, doi: str) -> Mapping[str, Any]:
    """Return Crossref's record of a DOI. Raises `UnknownWorkError` for an unknown one, `SourceError` for no record."""
    reply = web.get(f"{web.services.crossref}/works/{quote(doi, safe='')}", accept="application/json")
    message = mapping(json_object(good(reply, f"Crossref does not know the DOI {doi}")).get("message"))
    if not message:
        raise SourceError("Crossref answered without a record; try again later")
    return message


def update_of(message: Mapping[str, Any]) -> tuple[str, str]:
    """Return what was published of a work since, the gravest of it, and the DOI of the notice; empty if nothing was.

    `retracted`, `concern` or `corrected`: what publishers say themselves, and what the Retraction Watch Database has,
    which Crossref joins to its records (https://doi.org/10.13003/c23rw1d9).
    """
    notices = {
        state: identifiers.doi(str(update.get("DOI") or "")) or ""
        for update in mappings(message.get("updated-by"))
        for state, kinds in _UPDATES.items()
        if str(update.get("type", "")).lower() in kinds
    }
    if _RETRACTED.match(first_text(message.get("title"))):
        notices.setdefault("retracted", "")
    return next(((state, notices[state]) for state in _UPDATES if state in notices), ("", ""))


def read_crossref(message: Mapping[str, Any], doi: str) -> Fetched:
    """Crossref's record of a work. Raises `SourceError` if it is no paper."""
    kind = str(message.get("type") or "other")
    if kind in _NO_PAPERS:
        raise SourceError(f"the DOI {doi} is {_NO_PAPERS[kind]}, not a paper; write its entry by hand")
    title, remarks = _title(message)
    if not title:
        raise SourceError(f"Crossref's record of {doi} has no title; write the entry by hand")
    entry_type = TYPES_FROM_CROSSREF.get(kind, "misc")
    if entry_type == "incollection" and _conference(message):
        entry_type = "inproceedings"
    fields = {
        "title": title,
        "date": next((date for name in _DATES if (date := from_csl(message.get(name)))), ""),
        "doi": doi,
        "langid": langid(message.get("language")),
        **_container(message, entry_type),
        **_arxiv(message),
    }
    authors, editors = contributors(message.get("author")), contributors(message.get("editor"))
    record = Record(
        type=entry_type,
        fields=fields,
        authors=authors,
        editors=editors if entry_type in ("collection", "reference", "incollection") or not authors else (),
        origin=f"https://doi.org/{doi}",
    )
    return Fetched(record, tuple(remarks), _related(message, "is-preprint-of"))


_DATES = ("issued", "published", "published-print", "published-online", "posted")


def _title(message: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return the title with its subtitle, and a remark if the work was retracted."""
    title, subtitle = first_text(message.get("title")), first_text(message.get("subtitle"))
    remarks = []
    if update_of(message)[0] == "retracted":
        remarks.append("It was retracted by its publisher.")
    title = _RETRACTED.sub("", title)
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title.rstrip(' :')}: {subtitle}"
    if plain_text.in_capitals(title):
        remarks.append("The source writes its title in capitals: check the names and acronyms in it.")
    return plain_text.title(title), remarks


def _container(message: Mapping[str, Any], entry_type: str) -> dict[str, str]:
    """Return where the work appeared: journal, proceedings or book, its numbers, who published it."""
    titles = [plain_text.from_html(each) for each in strings(message.get("container-title"))]
    series = next((each for each in titles if len(titles) > 1 and _SERIES.search(each)), "")
    container = next((each for each in titles if each != series), "")
    publisher = first_text(message.get("publisher"))
    pages = plain_text.pages(first_text(message.get("page")))
    fields = {
        "volume": first_text(message.get("volume")),
        "number": first_text(message.get("issue")),
        "pages": pages,
        "eid": "" if pages else first_text(message.get("article-number")),
    }
    if entry_type == "article":
        return {"journaltitle": container, **fields}
    if entry_type == "inproceedings":
        return {"booktitle": _conference(message) or container, "series": series, **fields}
    if entry_type in ("incollection", "inreference"):
        return {"booktitle": container, "series": series, "publisher": publisher, **fields}
    if entry_type in ("thesis", "report"):
        kind = {"thesis": "phdthesis", "report": "techreport"}[entry_type]
        return {"type": kind, "institution": _institution(message) or publisher}
    if entry_type == "online":
        return {"organization": _institution(message) or publisher}
    return {"publisher": publisher, "volume": fields["volume"], "edition": first_text(message.get("edition-number"))}


def _institution(message: Mapping[str, Any]) -> str:
    """Return where a preprint, thesis or report is from, if not from its publisher: `bioRxiv`."""
    return first_text([each.get("name") for each in mappings(message.get("institution"))])


def _conference(message: Mapping[str, Any]) -> str:
    """Return the conference that a publisher names beside the title of the volume, with its acronym."""
    values = {each.get("name"): first_text(each.get("value")) for each in mappings(message.get("assertion"))}
    name, acronym = values.get("conference_name", ""), values.get("conference_acronym", "")
    return f"{name} ({acronym})" if name and acronym and f"({acronym})" not in name else name


def _arxiv(message: Mapping[str, Any]) -> dict[str, str]:
    """Return the preprint on arXiv that the record names."""
    identifier = identifiers.arxiv(_related(message, "has-preprint")) or ""
    return {"eprint": identifier, "eprinttype": "arxiv" if identifier else ""}


def _related(message: Mapping[str, Any], relation: str) -> str:
    """Return the identifier of the first work that the record has a relation to, with a DOI or arXiv identifier."""
    found = mappings(mapping(message.get("relation")).get(relation))
    return next((str(each.get("id") or "") for each in found if each.get("id-type") in ("doi", "arxiv")), "")
