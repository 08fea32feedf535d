"""Lists of references from Semantic Scholar (https://api.semanticscholar.org/api-docs/graph)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paperatlas.bibliography.model import identifiers
from paperatlas.formats import plain_text
from paperatlas.services.fetched import json_list, mapping, mappings, strings
from paperatlas.services.references import LIST_BYTES, ReferenceList, answered, each_once, names_of
from paperatlas.services.web import Web


@dataclass(frozen=True, slots=True)
class PublishedAt:
    """Where Semantic Scholar says that a work was published; empty where it does not."""

    title: str
    doi: str
    name: str


SEMANTIC_SCHOLAR_AT_ONCE = 50
"""How many works are asked for at a time: it answers with 9,999 references and 10 MB at most."""
_FIELDS = "title,externalIds,references.externalIds"
_VENUE_FIELDS = "title,externalIds,publicationVenue,venue"
_NOTHING_KNOWN = b"No valid paper ids given"
"""What it says, with HTTP 400, where it knows none of the works."""


def semantic_scholar_references(web: Web, wanted: Sequence[str]) -> dict[str, ReferenceList]:
    """Return what Semantic Scholar says of works, by their names as asked for. Raises `SourceError`."""
    return {name: _list(record) for name, record in _records(web, wanted, _FIELDS).items()}


def semantic_scholar_venues(web: Web, wanted: Sequence[str]) -> dict[str, PublishedAt]:
    """Return where works were published, by their names as asked for. Raises `SourceError`."""
    return {name: _venue(record) for name, record in _records(web, wanted, _VENUE_FIELDS).items()}


def _records(web: Web, wanted: Sequence[str], fields: str) -> dict[str, Mapping[str, Any]]:
    """Return the records of works, by their names as asked for."""
    asked = json.dumps({"ids": [_paper_id(name) for name in wanted]}).encode()
    url = f"{web.services.semantic_scholar}/graph/v1/paper/batch?fields={fields}"
    reply = web.post(url, asked, accept="application/json", limit=LIST_BYTES)
    if reply.status == 400 and _NOTHING_KNOWN in reply.body:
        return {}
    # A work that it does not know is null.
    records = zip(wanted, json_list(answered(reply)), strict=False)
    return {name: record for name, record in records if isinstance(record, Mapping)}


def _venue(record: Mapping[str, Any]) -> PublishedAt:
    """Return where a record says that its work was published; a preprint's own archive and DOI are no publication."""
    known = mapping(record.get("externalIds"))
    doi = identifiers.doi(known["DOI"]) if isinstance(known.get("DOI"), str) else None
    names = strings([mapping(record.get("publicationVenue")).get("name"), record.get("venue")])
    venue = next((text for name in names if (text := plain_text.from_html(name))), "")
    return PublishedAt(
        title=next(map(plain_text.from_html, strings([record.get("title")])), ""),
        doi=doi if doi and not identifiers.arxiv(doi) else "",
        name="" if identifiers.is_arxiv(venue) else venue,
    )


def _list(record: Mapping[str, Any]) -> ReferenceList:
    titles = strings([record.get("title")])
    references = (name for each in mappings(record.get("references")) for name in _names(each))
    return ReferenceList(plain_text.from_html(titles[0]) if titles else "", _names(record), each_once(references))


def _names(record: Mapping[str, Any]) -> tuple[str, ...]:
    known = mapping(record.get("externalIds"))
    return names_of(doi=known.get("DOI"), arxiv=known.get("ArXiv"))


def _paper_id(name: str) -> str:
    kind, _, value = name.partition(":")
    return f"{kind.upper()}:{value}"
