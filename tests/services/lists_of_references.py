"""Answers of the services that have lists of references, as they send them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from tests.services.local_server import Answer


def openalex_path(*dois: str) -> str:
    """The path at which OpenAlex is asked for works."""
    filters = "%7C".join(quote(doi) for doi in dois)
    return f"openalex/works?filter=doi:{filters}&select=id%2Cdoi%2Ctitle%2Creferenced_works&per_page=100"


def openalex_work(number: int, doi: str, title: str, *cites: int) -> dict[str, Any]:
    """A record of OpenAlex."""
    return {
        "id": f"https://openalex.org/W{number}",
        "doi": f"https://doi.org/{doi}",
        "title": title,
        "referenced_works": [f"https://openalex.org/W{each}" for each in cites],
    }


def openalex(*works: dict[str, Any]) -> Answer:
    """An answer of OpenAlex."""
    return Answer(body=json.dumps({"meta": {"count": len(works)}, "results": works, "group_by": []}).encode())


BATCH = "semantic_scholar/graph/v1/paper/batch?fields=title,externalIds,references.externalIds"
"""The path at which Semantic Scholar is asked for works."""


def scholar_work(title: str, names: dict[str, str], *cites: dict[str, str] | None) -> dict[str, Any]:
    """A record of Semantic Scholar; a reference that it has no identifiers of is None."""
    references = [{"paperId": None if each is None else "f" * 40, "externalIds": each} for each in cites]
    return {"paperId": "a" * 40, "title": title, "externalIds": {"CorpusId": 1} | names, "references": references}


def scholar(works: Sequence[dict[str, Any] | None]) -> Answer:
    """An answer of Semantic Scholar."""
    return Answer(body=json.dumps(works).encode())


def opencitations(citing: str, *cited: str) -> Answer:
    """An answer of OpenCitations."""
    rows = [
        {
            "oci": "06101-06180",
            "citing": f"omid:br/061 doi:{citing}",
            "cited": f"omid:br/0618 {each}",
            "timespan": "P1Y",
        }
        for each in cited
    ]
    return Answer(body=json.dumps(rows).encode())
