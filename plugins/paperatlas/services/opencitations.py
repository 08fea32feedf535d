"""Lists of references from the OpenCitations Index (https://api.opencitations.net/index/v2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from paperatlas.services.fetched import json_list, mappings
from paperatlas.services.references import LIST_BYTES, ReferenceList, answered, doi_of, each_once, names_of
from paperatlas.services.web import Web

_DOI = re.compile(r"(?:^|\s)doi:(10\.\S+)")


def opencitations_references(web: Web, wanted: Sequence[str]) -> dict[str, ReferenceList]:
    """Return what OpenCitations says of works, by their names as asked for, one after another. Raises `SourceError`.

    It has no titles, and answers with an empty list for a work that it does not know.
    """
    found = {}
    for name in wanted:
        url = f"{web.services.opencitations}/index/v2/references/doi:{quote(doi_of(name), safe='/')}"
        rows = mappings(json_list(answered(web.get(url, accept="application/json", limit=LIST_BYTES))))
        if rows:
            citing = each_once(each for row in rows for each in _names(row.get("citing")))
            cited = each_once(each for row in rows for each in _names(row.get("cited")))
            found[name] = ReferenceList("", citing, cited)
    return found


def _names(written: object) -> tuple[str, ...]:
    """Return the names of a work from its identifiers with blanks between: `omid:br/06180 doi:10.1108/jd-12`."""
    dois = _DOI.findall(written) if isinstance(written, str) else []
    return tuple(name for doi in dois for name in names_of(doi=doi))
