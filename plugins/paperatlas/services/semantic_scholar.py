"""Lists of references from Semantic Scholar (https://api.semanticscholar.org/api-docs/graph)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from paperatlas.formats import plain_text
from paperatlas.services.fetched import json_list, mapping, mappings, strings
from paperatlas.services.references import LIST_BYTES, ReferenceList, answered, each_once, names_of
from paperatlas.services.web import Web

SEMANTIC_SCHOLAR_AT_ONCE = 50
"""How many works are asked for at a time: it answers with 9,999 references and 10 MB at most."""
_FIELDS = "title,externalIds,references.externalIds"
_NOTHING_KNOWN = b"No valid paper ids given"
"""What it says, with HTTP 400, where it knows none of the works."""


def semantic_scholar_references(web: Web, wanted: Sequence[str]) -> dict[str, ReferenceList]:
    """Return what Semantic Scholar says of works, by their names as asked for. Raises `SourceError`."""
    asked = json.dumps({"ids": [_paper_id(name) for name in wanted]}).encode()
    url = f"{web.services.semantic_scholar}/graph/v1/paper/batch?fields={_FIELDS}"
    secret = {"x-api-key": web.keys.semantic_scholar} if web.keys.semantic_scholar else {}
    reply = web.post(url, asked, accept="application/json", limit=LIST_BYTES, secret=secret)
    if reply.status == 400 and _NOTHING_KNOWN in reply.body:
        return {}
    # A work that it does not know is null.
    records = zip(wanted, json_list(answered(reply)), strict=False)
    return {name: _list(record) for name, record in records if isinstance(record, Mapping)}


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
