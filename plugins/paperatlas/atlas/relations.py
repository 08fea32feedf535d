"""Relation fields and `related` -> relations, each with its evidence and every key checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from textwrap import shorten

from paperatlas.atlas.model import Relation
from paperatlas.atlas.paper_model import Paper
from paperatlas.atlas.related_field import RELATED, related_type
from paperatlas.atlas.relation_types import RelationType
from paperatlas.atlas.rules import REPEATED_RELATION, SELF_RELATION, STRAY_EVIDENCE, UNKNOWN_TARGET, UNREAD_EVIDENCE
from paperatlas.bibliography import Entry, ListItem
from paperatlas.bibliography.model.identifiers import arxiv, doi
from paperatlas.diagnostics.problem import Problem
from paperatlas.text.suggestions import nearest

_EVIDENCE = re.compile(r"\[(?:(?P<type>[a-z]+)\s+)?(?P<key>[^\[\]\s]+)\]\s*(?P<why>[^\[]*)")

_SHOWN = 40
"""How many characters of evidence are shown that no relation has: enough to find it."""
_OTHER_SEPARATOR = re.compile(r"\s*[;，；、]\s*|\s+and\s+")
"""What people write between keys in place of a comma."""
_OTHER_BRACKETS = "［【〔「"
"""What people write before the key of a reason in place of `[`."""
_SIGNS = f"@＠[]{_OTHER_BRACKETS}］】〕」"
"""What stands around keys in notes, and not in fields."""


class RelationReader:
    """Reads relations, and remembers those of a paper as long as that is the same, and so are the keys there are."""

    def __init__(self) -> None:
        self._types: Sequence[RelationType] = ()
        self._read: dict[str, tuple[Paper, list[Relation], list[Problem]]] = {}

    def read(self, papers: Mapping[str, Paper], types: Sequence[RelationType]) -> tuple[list[Relation], list[Problem]]:
        """Return all relations the entries of `papers` (by key) state, in the library's order."""
        earlier = self._read if papers.keys() == self._read.keys() and types == self._types else {}
        read: dict[str, tuple[Paper, list[Relation], list[Problem]]] = {}
        names = _OtherNames(papers)
        for key, paper in papers.items():
            known = earlier.get(key)
            if known is None or known[0] is not paper:
                known = (paper, *_read_relations(paper, papers, names, types))
            read[key] = known
        self._types, self._read = types, read
        return (
            [relation for _, relations, _ in read.values() for relation in relations],
            [problem for _, _, problems in read.values() for problem in problems],
        )


class _OtherNames:
    """What papers are called besides their keys: by methods, titles, arXiv identifiers and DOIs, without case.

    They are gathered once, and only if one is asked for: most libraries have no unknown key.
    """

    def __init__(self, papers: Mapping[str, Paper]) -> None:
        self._papers = papers

    @cached_property
    def _keys(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, paper in self._papers.items():
            for name in (paper.method, paper.title.text, paper.entry.arxiv, paper.entry.doi):
                found.setdefault((name or "").casefold(), key)
        return found

    def key_of(self, text: str) -> str:
        """Return the key of the first paper that is called so; empty if none is."""
        names = [name.casefold() for name in (text, arxiv(text), doi(text)) if name]
        return next((self._keys[name] for name in names if name in self._keys), "")


def _read_relations(
    paper: Paper, papers: Mapping[str, Paper], names: _OtherNames, types: Sequence[RelationType]
) -> tuple[list[Relation], list[Problem]]:
    """Return the relations that one paper states."""
    relations: dict[tuple[str, str], Relation] = {}
    evidence = _evidence(paper.entry)
    used: set[tuple[str, str]] = set()
    missed: set[object] = set()
    stated, problems = _stated(paper.entry, papers, types)
    for kind, item, words in stated:
        problem = _problem_of(item, paper.key, papers, names, relations.get((kind.name, item.value)))
        if problem:
            problems.append(problem)
            missed |= {item.value, *dict(problem.arguments).values(), *_OTHER_SEPARATOR.split(item.value)}
            continue
        if kind is RELATED and ("", item.value) in used:  # a relation field says the same and more
            continue
        used |= {(kind.name, item.value), ("", item.value)}
        relations[kind.name, item.value] = Relation(
            source=paper.key,
            target=item.value,
            type=kind,
            origin="stated",
            evidence=_evidence_for(kind.name, item.value, evidence) or words,
            span=item.span,
        )
    for name, lines in evidence.items():
        for kind_name, target in lines.keys() - used:
            if target not in missed:  # what is wrong with the relation is told there
                problems.append(_stray_evidence(paper.entry, name, (kind_name, target), used, types))
        if used and (text := _unread(paper.entry, name)):
            sign = next((sign for sign in text if sign in _OTHER_BRACKETS), "")
            arguments = {"name": name, "text": shorten(text, _SHOWN), "sign": sign}
            problems.append(UNREAD_EVIDENCE.at(paper.entry.span_of(name), "sign" if sign else "", **arguments))
    return list(relations.values()), problems


def _stray_evidence(
    entry: Entry, name: str, line: tuple[str, str], used: Iterable[tuple[str, str]], types: Sequence[RelationType]
) -> Problem:
    """Return the problem of a line of evidence, by type and key, for a relation that the entry does not state."""
    kind_name, target = line
    targets = {value for _, value in used}
    stated = sorted(kind for kind, value in used if kind and value == target)
    near = "" if target in targets else nearest(target, targets)
    variant = ""
    if kind_name and kind_name not in {kind.name for kind in types}:
        variant = "other-type" if stated else "no-type"
    elif kind_name:
        variant = "other-type" if stated else "near-typed" if near else "typed"
    arguments = {"name": name, "type": kind_name, "key": target, "near": near}
    known = ", ".join(kind.name for kind in types)
    return STRAY_EVIDENCE.at(entry.span_of(name), variant, **arguments, stated=", ".join(stated), types=known)


def _stated(
    entry: Entry, papers: Mapping[str, Paper], types: Sequence[RelationType]
) -> tuple[Iterable[tuple[RelationType, ListItem, dict[str, str]]], list[Problem]]:
    """Return what the entry has in its relation fields, then in `related`: type, key, reason if there is one."""
    stated: list[tuple[RelationType, ListItem, dict[str, str]]] = [
        (kind, item, {}) for kind in types for item in entry.list(kind.name)
    ]
    # Keys that no entry has are missed among all references (`check.entries`), as those of `xref` are.
    related = [item for item in entry.list("related") if item.value in papers]
    if not related:
        return stated, []
    kind, problems = related_type(entry, types)
    words = entry.plain("relatedstring")
    return [*stated, *((kind, item, {"en": words} if words else {}) for item in related)], problems


def _problem_of(
    item: ListItem, source: str, papers: Mapping[str, Paper], names: _OtherNames, first: Relation | None
) -> Problem | None:
    """Return what keeps `item` from being a relation of `source`, if anything; `first` is an equal one before it."""
    if item.value == source:
        return SELF_RELATION.at(item.span, key=source)
    if item.value not in papers:
        return _unknown_target(item, papers, names)
    if first:
        return REPEATED_RELATION.at(item.span, key=item.value).beside(first.span)
    return None


def _unknown_target(item: ListItem, papers: Mapping[str, Paper], names: _OtherNames) -> Problem:
    """Return the problem of a key that no paper has: several in one, or another name of a paper."""
    words = item.value.split()
    several = all(word in papers for word in words)
    parts = words if several else [part for part in _OTHER_SEPARATOR.split(item.value) if part]
    if len(parts) > 1:
        return UNKNOWN_TARGET.at(item.span, "separator", key=item.value, keys=", ".join(parts))
    if (bare := item.value.strip(_SIGNS)) != item.value and bare in papers:
        return UNKNOWN_TARGET.at(item.span, "signs", key=item.value, bare=bare)
    if near := nearest(item.value, papers):
        return UNKNOWN_TARGET.at(item.span, key=item.value, near=near)
    return UNKNOWN_TARGET.at(item.span, key=item.value, near=names.key_of(item.value))


Lines = Mapping[tuple[str, str], str]
"""Evidence by relation type (empty for any) and target."""


def _evidence(entry: Entry) -> dict[str, Lines]:
    """Return the entry's evidence by the name of its field: `evidence` (English), `evidence_zh`."""
    found: dict[str, Lines] = {}
    for name in entry.field_names:
        if name == "evidence" or name.startswith("evidence_"):
            found[name] = {
                (match["type"] or "", match["key"]): match["why"].strip()
                for match in _EVIDENCE.finditer(entry.plain(name))
            }
    return found


def _unread(entry: Entry, name: str) -> str:
    """Return what a field of evidence has before its first line: all of it if it has none."""
    text = entry.plain(name)
    first = _EVIDENCE.search(text)
    return text[: first.start() if first else None].strip()


def _evidence_for(kind: str, target: str, evidence: Mapping[str, Lines]) -> dict[str, str]:
    """Return the line for one relation in each language that has one."""
    lines = {
        name.partition("_")[2] or "en": by_relation.get((kind, target)) or by_relation.get(("", target), "")
        for name, by_relation in evidence.items()
    }
    return {language: line for language, line in lines.items() if line}
