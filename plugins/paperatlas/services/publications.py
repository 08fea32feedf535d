"""Published works as Crossref has them, by their DOIs or their titles, and what was published of them since."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from paperatlas.bibliography.model import identifiers
from paperatlas.formats.records.record import Record, SourceError
from paperatlas.services.crossref import crossref_record, read_crossref, update_of
from paperatlas.services.fetched import UnknownWorkError, good, json_object, mapping, mappings
from paperatlas.services.web import Web

_BEST = 5
"""How many works a search returns: the one that is meant is nearly always the first."""
_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Publication:
    """A work; `state` is what became of it (`update_of`), `notice` the DOI of the notice that says so.

    `published` is the DOI that a preprint was published as, where its publisher says so.
    """

    record: Record
    state: str = ""
    notice: str = ""
    published: str = ""

    @property
    def year(self) -> int:
        """Return the year of publication; 0 if it is not known."""
        match = re.match(r"\d{4}", self.record.fields.get("date", ""))
        return int(match[0]) if match else 0


def find_publication(web: Web, doi: str) -> Publication | None:
    """Return the work of a DOI; None if Crossref has none, or one that is no paper. Raises `SourceError`."""
    try:
        message = crossref_record(web, doi)
    except UnknownWorkError:
        return None
    return _publication(message, doi)


def search_publications(web: Web, title: str, author: str) -> tuple[Publication, ...]:
    """Return the works whose title and authors are most like these, the best first. Raises `SourceError`.

    Preprints are left out. Crossref's REST API, "Field queries" (api.crossref.org).
    """
    asked = urlencode({"query.title": title, "query.author": author, "rows": _BEST})
    reply = web.get(f"{web.services.crossref}/works?{asked}", accept="application/json", limit=_BYTES)
    message = mapping(json_object(good(reply, "Crossref's interface has moved")).get("message"))
    found = (
        _publication(item, doi)
        for item in mappings(message.get("items"))
        if (doi := identifiers.doi(str(item.get("DOI") or ""))) and item.get("type") != "posted-content"
    )
    return tuple(publication for publication in found if publication is not None)


def _publication(message: Mapping[str, Any], doi: str) -> Publication | None:
    try:
        found = read_crossref(message, doi)
    except SourceError:  # a dataset, a volume of proceedings, or without a title
        return None
    return Publication(found.record, *update_of(message), identifiers.doi(found.published) or "")
