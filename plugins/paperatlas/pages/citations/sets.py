"""Citations of a `@set`: those of all its members, as BibLaTeX's styles by author and year have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from paperatlas.atlas import Atlas
from paperatlas.notes import Body, Citation, CitationCluster


def without_sets(body: Body, atlas: Atlas) -> Body:
    """Return a body whose citations are of papers alone; unknown keys stay."""
    clusters = tuple(_of_papers(cluster, atlas) for cluster in body.clusters)
    return body if clusters == body.clusters else replace(body, clusters=clusters)


def _of_papers(cluster: CitationCluster, atlas: Atlas) -> CitationCluster:
    if all(citation.key in atlas.papers for citation in cluster.citations):
        return cluster
    return replace(cluster, citations=tuple(each for one in cluster.citations for each in _members(one, atlas)))


def _members(citation: Citation, atlas: Atlas) -> Iterator[Citation]:
    """Yield a citation for each member of a set, the words before it with the first and those behind with the last."""
    keys = (citation.key,) if citation.key in atlas.papers else atlas.sets.get(citation.key, (citation.key,))
    for number, key in enumerate(keys):
        prefix = citation.prefix if number == 0 else ""
        suffix = citation.suffix if number == len(keys) - 1 else ""
        yield replace(citation, key=key, prefix=prefix, suffix=suffix)
