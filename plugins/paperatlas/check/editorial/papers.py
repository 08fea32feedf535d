"""What a site asks of papers among others: relations with their reasons, and groups with enough papers."""

from __future__ import annotations

from collections.abc import Iterator

from paperatlas.atlas import Atlas
from paperatlas.atlas.model import Direction
from paperatlas.atlas.paper_model import Paper
from paperatlas.check.editorial.rules import (
    MISSING_EVIDENCE,
    MISSING_NOTE_FIELD,
    SMALL_GROUP,
    UNRELATED_PAPER,
    YEAR_OF_GROUP,
)
from paperatlas.check.editorial.settings import GroupRequirement, Requirements
from paperatlas.check.editorial.texts import enumerated
from paperatlas.diagnostics.problem import Problem, Span


def atlas_problems(atlas: Atlas, required: Requirements) -> Iterator[Problem]:
    """EDI005, EDI006 and EDI009 to EDI011: what papers and directions lack."""
    for paper in atlas.papers.values() if required.relation or required.evidence else ():
        yield from _relation_problems(paper, atlas, required)
    for direction in atlas.directions.values():
        matter = atlas.documents_by_source[direction.source].front_matter
        if matter.unusable:  # which is told once
            continue
        if missing := [name for name in required.note if matter.values.get(name) in (None, "", [], {})]:
            yield MISSING_NOTE_FIELD.at(matter.span(missing[0]), direction=direction.slug, fields=enumerated(missing))
        for group in required.groups:
            yield from _group_problems(direction, group, atlas)


def _relation_problems(paper: Paper, atlas: Atlas, required: Requirements) -> Iterator[Problem]:
    stated = atlas.relations_from.get(paper.key, ())
    if required.relation and not stated and paper.key not in atlas.relations_to:
        types = ", ".join(kind.name for kind in atlas.relation_types)
        yield UNRELATED_PAPER.at(paper.entry.span, key=paper.key, types=types)
    for relation in stated:
        for language in required.evidence:
            if language not in relation.evidence:
                name = "evidence" if language == "en" else f"evidence_{language}"
                yield MISSING_EVIDENCE.at(relation.span, key=relation.target, name=name)


def _group_problems(direction: Direction, wanted: GroupRequirement, atlas: Atlas) -> Iterator[Problem]:
    group = next((each for each in direction.groups if each.slug == wanted.slug), None)
    names = {"direction": direction.slug, "group": wanted.slug}
    span = Span(direction.file, 1, 1)
    if group is None:
        if wanted.papers:
            yield SMALL_GROUP.at(span, "absent", **names, least=wanted.papers)
        return
    if (count := len(group.papers)) < wanted.papers:
        yield SMALL_GROUP.at(span, **names, count=count, least=wanted.papers, by=wanted.papers - count)
    if wanted.years is None:
        return
    least, most = wanted.years
    for paper in map(atlas.papers.__getitem__, group.papers):
        if paper.year is None or not least <= paper.year <= most:
            span, variant = paper.entry.span_of("date"), "none" if paper.year is None else ""
            year = paper.year or 0
            yield YEAR_OF_GROUP.at(span, variant, key=paper.key, year=year, group=wanted.slug, least=least, most=most)
