"""What lies between two versions of a site: papers, relations, directions, pages and problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from paperatlas.atlas import Atlas, Paper, Relation
from paperatlas.changes.model import (
    ChangedItem,
    Changes,
    FieldChange,
    Items,
    Version,
    different,
    first_atlas,
    items_between,
)
from paperatlas.changes.notes import direction_changes, page_changes
from paperatlas.citations import PaperCitation
from paperatlas.diagnostics.problem import Problem
from paperatlas.text.titles import title_letters


def changes_between(before: Version, after: Version) -> Changes:
    """Return what is different in `after`. A paper with another key and an equal identifier or title is the same."""
    old, new = first_atlas(before), first_atlas(after)
    renamed = _renamed(old.papers, new.papers)
    former = {renamed.get(key, key): paper for key, paper in old.papers.items()}
    new_problems = _beyond(after.problems, before.problems)
    return Changes(
        papers=items_between(former, new.papers, _paper, lambda one, other: different(_values(one), _values(other))),
        relations=_relations(old, new, renamed),
        directions=direction_changes(before, after),
        pages=page_changes(before, after),
        new_problems=new_problems,
        fixed_problems=_beyond(before.problems, after.problems),
        remaining=len(after.problems) - len(new_problems),
        citations=_citations(old, new, renamed),
    )


def _paper(paper: Paper) -> ChangedItem:
    name = f"{paper.method}: {paper.title.text}" if paper.method else paper.title.text
    when = " ".join(part for part in (paper.venue, str(paper.year or "")) if part)
    places = ", ".join("/".join(part for part in (at.direction, at.group) if part) for at in paper.placements)
    code = "code" if paper.link("code") else ""
    return ChangedItem(
        (paper.key,), name, paper.address, tuple(part for part in (paper.key, when, places, code) if part)
    )


def _values(paper: Paper) -> dict[str, str]:
    """Return the citation key, the type and the fields to compare; how lines are broken makes no difference."""
    fields = {name: " ".join(field.raw.split()) for name, field in paper.entry.fields.items()}
    return {"citation key": paper.key, "entry type": paper.entry.kind} | fields


def _renamed(old: Mapping[str, Paper], new: Mapping[str, Paper]) -> dict[str, str]:
    """By former key: the key that a paper has now."""
    added = {work: key for key, paper in new.items() if key not in old for work in _works(paper)}
    gone = ((key, [added[work] for work in _works(paper) if work in added]) for key, paper in old.items())
    found: dict[str, str] = {}
    for key, candidates in gone:
        if key not in new and candidates and candidates[0] not in found.values():
            found[key] = candidates[0]
    return found


def _works(paper: Paper) -> list[str]:
    """Return what tells that two entries are of one work."""
    entry = paper.entry
    identifiers = [f"doi:{entry.doi.lower()}" if entry.doi else "", f"arxiv:{entry.arxiv}" if entry.arxiv else ""]
    title = title_letters(paper.title.text) if entry.text("title") else ""
    return [work for work in (*identifiers, title) if work]


def _relations(old: Atlas, new: Atlas, renamed: Mapping[str, str]) -> Items:
    def name(relation: Relation) -> tuple[str, ...]:
        source, target = (renamed.get(key, key) for key in (relation.source, relation.target))
        return source, relation.type.name, target

    def item(relation: Relation) -> ChangedItem:
        atlas = new if relation.source in new.papers and relation.target in new.papers else old
        source, target = (atlas.papers[key] for key in (relation.source, relation.target))
        sentence = f"{source.name} {relation.type.label('en')} {target.name}"
        remarks = (relation.evidence_in("en"),) if relation.evidence else ()
        return ChangedItem((source.key, relation.type.name, target.key), sentence, source.address, remarks)

    def fields(before: Relation, after: Relation) -> tuple[FieldChange, ...]:
        return different(_evidence(before), _evidence(after))

    return items_between(
        {name(relation): relation for relation in old.relations},
        {name(relation): relation for relation in new.relations},
        item,
        fields,
    )


def _citations(old: Atlas, new: Atlas, renamed: Mapping[str, str]) -> Items:
    def item(citation: PaperCitation) -> ChangedItem:
        atlas = new if citation.citing in new.papers and citation.cited in new.papers else old
        citing, cited = (atlas.papers[key] for key in citation.pair)
        return ChangedItem(citation.pair, f"{citing.name} cites {cited.name}", citing.address, citation.sources)

    return items_between(
        {(renamed.get(each.citing, each.citing), renamed.get(each.cited, each.cited)): each for each in old.citations},
        {each.pair: each for each in new.citations},
        item,
        lambda before, after: different({"source": before.source}, {"source": after.source}),
    )


def _evidence(relation: Relation) -> dict[str, str]:
    return {f"evidence ({language})": text for language, text in relation.evidence.items()}


def _beyond(problems: Iterable[Problem], others: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are not among `others`, wherever in its file each stands."""
    known = Counter(_sameness(problem) for problem in others)
    found = []
    for problem in problems:
        known[_sameness(problem)] -= 1
        if known[_sameness(problem)] < 0:
            found.append(problem)
    return tuple(found)


def _sameness(problem: Problem) -> tuple[object, ...]:
    arguments = tuple(pair for pair in problem.arguments if pair[0] != "line")
    return problem.code, problem.file, problem.variant, arguments
