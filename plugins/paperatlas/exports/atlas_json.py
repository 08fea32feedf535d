"""`atlas.json`: the atlas as data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from paperatlas.atlas import Atlas, Direction, Paper, Relation
from paperatlas.citations import PaperCitation
from paperatlas.notes import Assessment
from paperatlas.results import Result, better
from paperatlas.verification import Verification

VERSION = 1
"""Raised when a reader of the last version could no longer read the file."""


CITO = "http://purl.org/spar/cito/"
"""Where the terms of CiTO, the Citation Typing Ontology, are."""


def atlas_json(atlas: Atlas, language: str, schema: str = "atlas.schema.json", derived: Iterable[Relation] = ()) -> str:
    """Return the atlas as JSON text; texts that exist in several languages are those of `language`.

    `schema` is the address of its schema, absolute or as seen from the file. `derived` are relations that nobody
    states; they stand behind the stated ones.
    """
    verified = atlas.verifications
    data = {
        "$schema": schema,
        "version": VERSION,
        "language": language,
        "directions": [_direction(direction) for direction in atlas.directions.values()],
        "papers": [_paper(paper, language) for paper in atlas.papers.values()],
        "relations": [_relation(relation, language) for relation in (*atlas.relations, *derived)],
        "results": [_result(result) for key in atlas.papers for result in atlas.results.get(key, ())],
        # A library that says nothing of citations does not say that there are none.
        **({"citations": list(map(_citation, atlas.citations))} if atlas.citations else {}),
        **({"verified": [_verification(each) for key in verified for each in verified[key]]} if verified else {}),
    }
    return indented(data) + "\n"


def indented(data: object) -> str:
    """Return data as `json.dumps` writes it with an indent of 1."""
    # Python's own indentation is ten times slower than its encoder without, and both are needed: msgspec's encoder
    # refuses half a surrogate pair, which a note's title can hold.
    compact = json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return msgspec.json.format(compact, indent=1).decode("utf-8", "surrogatepass")


def _direction(direction: Direction) -> dict[str, Any]:
    return {
        "slug": direction.slug,
        "title": direction.title,
        "summary": direction.summary,
        "status": direction.status,
        "now": _assessment(direction, direction.now),
        "then": _assessment(direction, direction.then),
        "background": direction.background,
        "path": direction.address,
        "groups": [
            {"slug": group.slug, "title": group.title, "papers": list(group.papers)} for group in direction.groups
        ],
        "papers": list(direction.papers),
        "related": list(direction.related),
    }


def _assessment(direction: Direction, assessment: Assessment | None) -> dict[str, Any] | None:
    if assessment is None:
        return None
    return {
        "status": assessment.status,
        "as_of": assessment.as_of,
        "by": assessment.by or None,
        "reason": assessment.reason or None,
        "see": f"{direction.address}#{assessment.see}" if assessment.see else None,
    }


def _paper(paper: Paper, language: str) -> dict[str, Any]:
    code, page = paper.link("code"), paper.link("paper")
    abstract, change, results = (paper.localised(name, language) for name in ("abstract", "change", "results"))
    return {
        "key": paper.key,
        "method": paper.method or None,
        "title": paper.title.text,
        "authors": [name.display for name in paper.authors.names],
        "year": paper.year,
        "venue": paper.venue or None,
        "arxiv": paper.entry.arxiv,
        "doi": paper.entry.doi,
        "code": code.url if code else None,
        "code_official": code.official if code else None,
        "code_licence": paper.code_licence or None,
        "url": page.url if page else None,
        "path": paper.address,
        "directions": list(paper.directions),
        "abstract": abstract[0].text if abstract else None,
        "change": change[0].text if change else None,
        "results": results[0].text if results else None,
    }


def _relation(relation: Relation, language: str) -> dict[str, Any]:
    return {
        "source": relation.source,
        "target": relation.target,
        "type": relation.type.name,
        "cito": f"{CITO}{relation.type.cito}" if relation.type.cito else None,
        "origin": relation.origin,
        "evidence": relation.evidence_in(language) or None,
    }


def _citation(citation: PaperCitation) -> dict[str, Any]:
    return {
        "source": citation.citing,
        "target": citation.cited,
        "type": "cites",
        "cito": f"{CITO}cites",
        "seen_at": list(citation.sources),
    }


def _verification(verification: Verification) -> dict[str, Any]:
    return {
        "key": verification.key,
        "what": verification.subject,
        "findings": dict(sorted(verification.findings.items())),
        "when": verification.when.isoformat(),
        "source": verification.source,
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "key": result.key,
        "task": result.measure.task,
        "dataset": result.measure.dataset,
        "metric": result.measure.metric,
        "better": better(result.measure.metric),
        "value": result.number,
        "setting": dict(result.setting),
        "kind": result.kind,
        "source": result.source,
        "place": result.place,
    }
