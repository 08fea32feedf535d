"""Rows of citations -> those between papers that are there, compared with the relations that the library states."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from paperatlas.atlas.model import Relation
from paperatlas.citations import PaperCitation
from paperatlas.citations.rules import EXTENDS_WITHOUT_CITATION, UNKNOWN_CITATION_KEY
from paperatlas.diagnostics.problem import Problem

_EXTENDS = "extends"


def known_citations(
    citations: Iterable[PaperCitation], papers: Container[str], near: Callable[[str], str]
) -> tuple[tuple[PaperCitation, ...], list[Problem]]:
    """Return the citations between papers that are there, and a problem for each other key; none of what is denied.

    `near` returns the key that was probably meant, or empty.
    """
    found, problems = [], []
    for citation in citations:
        places = {citation.citing: citation.span, citation.cited: citation.cited_span}
        unknown = [key for key in citation.pair if key not in papers]
        if not unknown and not citation.denied:
            found.append(citation)
        problems += [UNKNOWN_CITATION_KEY.at(places[key], key=key, near=near(key)) for key in unknown]
    return tuple(found), problems


def extends_without_citation(relations: Iterable[Relation], citations: Iterable[PaperCitation]) -> list[Problem]:
    """Return the stated `extends` of papers whose list of references is known, and lacks the extended paper."""
    citations = tuple(citations)
    pairs = {citation.pair for citation in citations}
    listed = {citation.citing for citation in citations if citation.in_a_list}
    return [
        EXTENDS_WITHOUT_CITATION.at(relation.span, source=relation.source, target=relation.target)
        for relation in relations
        if relation.type.name == _EXTENDS
        and relation.source in listed
        and (relation.source, relation.target) not in pairs
    ]
