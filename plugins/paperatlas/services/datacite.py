"""Works whose DOI Crossref does not know (DataCite, mEDRA, JaLC, …): CSL-JSON by content negotiation at doi.org."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from paperatlas.formats import plain_text
from paperatlas.formats.csl.reader import csl_record
from paperatlas.formats.records.record import SourceError
from paperatlas.services.fetched import Fetched, first_text, good, is_page, json_object
from paperatlas.services.web import Web

_ACCEPT = "application/vnd.citationstyles.csl+json"
_TYPES = {
    "journal-article": "article-journal", "proceedings-article": "paper-conference", "posted-content": "article",
    "book-chapter": "chapter", "monograph": "book", "dissertation": "thesis", "other": "document",
}  # fmt: skip
"""Types that agencies leave in words of their own -> CSL's."""
_NO_PAPERS = {"dataset": "a dataset", "proceedings": "a volume of proceedings", "periodical": "a journal"}
_KEPT = frozenset({
    "title", "booktitle", "journaltitle", "series", "volume", "number", "pages", "eid", "date", "langid", "publisher",
    "institution", "organization", "type", "version",
})  # fmt: skip
"""The fields that describe a work, of all that CSL-JSON may say."""


def fetch_from_datacite(web: Web, doi: str) -> Fetched:
    """Return the work of a DOI, from the agency where it is registered. Raises `SourceError`."""
    reply = web.get(f"{web.services.doi}/{quote(doi, safe='/')}", accept=_ACCEPT)
    good(reply, f"the DOI {doi} does not exist; check it")
    if is_page(reply):
        message = f"the agency of the DOI {doi} gives no record that programs can read; write the entry by hand"
        raise SourceError(message)
    return read_datacite(json_object(reply), doi)


def read_datacite(item: Mapping[str, Any], doi: str) -> Fetched:
    """Return a record in CSL-JSON. Raises `SourceError` if it is no paper."""
    kind = str(item.get("type") or "article")
    if kind in _NO_PAPERS:
        raise SourceError(f"the DOI {doi} is {_NO_PAPERS[kind]}, not a paper; write its entry by hand")
    plain = {name: first_text(value) if name in _TEXTS else value for name, value in item.items()}
    record, _ = csl_record({**plain, "type": _TYPES.get(kind, kind)}, f"https://doi.org/{doi}")
    fields = {name: value for name, value in record.fields.items() if name in _KEPT}
    if not fields.get("title"):
        raise SourceError(f"the record of {doi} has no title; write the entry by hand")
    fields |= {"title": plain_text.title(fields["title"]), "doi": doi}
    editors = () if record.authors else record.editors
    return Fetched(replace(record, fields=fields, editors=editors, key=""))


_TEXTS = frozenset({"title", "container-title", "publisher", "volume", "issue", "page", "version"})
"""What some agencies give as a list, or as a number."""
