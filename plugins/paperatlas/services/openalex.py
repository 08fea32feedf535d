"""Lists of references from OpenAlex (https://developers.openalex.org/api-reference/works)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from paperatlas.formats import plain_text
from paperatlas.services.fetched import json_object, mappings, strings
from paperatlas.services.references import LIST_BYTES, ReferenceList, answered, doi_of, each_once, names_of
from paperatlas.services.web import Web

OPENALEX_AT_ONCE = 50
"""How many works are asked for at a time: a filter takes 100 values, and the address should stay under 4 kB."""
_OPERATORS = frozenset(',|!<>"')
"""Characters that a filter takes for its own signs; works with one in their DOI are left to the other services."""
_WORK = re.compile(r"https://openalex\.org/(W\d{1,15})")


def openalex_references(web: Web, wanted: Sequence[str]) -> dict[str, ReferenceList]:
    """Return what OpenAlex says of works, by their names as asked for. Raises `SourceError`.

    It has works by DOI, a preprint and its publication as two; it lists references by identifiers of its own.
    """
    by_doi = {doi: name for name in wanted if _OPERATORS.isdisjoint(doi := doi_of(name))}
    if not by_doi:
        return {}
    asked = {
        "filter": f"doi:{'|'.join(by_doi)}",
        "select": "id,doi,title,referenced_works",
        "per_page": 2 * OPENALEX_AT_ONCE,  # two records may have one DOI
        **({"api_key": web.keys.openalex} if web.keys.openalex else {}),
    }
    url = f"{web.services.openalex}/works?{urlencode(asked, safe=':/')}"
    answer = json_object(answered(web.get(url, accept="application/json", limit=LIST_BYTES)))
    found: dict[str, ReferenceList] = {}
    for record in mappings(answer.get("results")):
        own = names_of(doi=record.get("doi"))
        for name in own:
            if name not in wanted:
                continue
            titles = strings([record.get("title")])
            known = found.get(name, ReferenceList("", own, ()))
            found[name] = ReferenceList(
                known.title or (plain_text.from_html(titles[0]) if titles else ""),
                each_once([*known.names, *_works(record.get("id"))]),
                each_once([*known.references, *_works(*strings(record.get("referenced_works")))]),
            )
    return found


def _works(*addresses: object) -> tuple[str, ...]:
    """Return the names of works by their addresses at OpenAlex; what is none is left out."""
    matches = (_WORK.fullmatch(address) for address in addresses if isinstance(address, str))
    return tuple(f"openalex:{match[1]}" for match in matches if match)
