"""Put entries and notes together, once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol, TypeVar

from paperatlas.atlas.addresses import slugs
from paperatlas.atlas.citations import extends_without_citation, known_citations
from paperatlas.atlas.keyword_marks import KeywordMark
from paperatlas.atlas.method_name import MethodNames
from paperatlas.atlas.model import Atlas, Direction, Group
from paperatlas.atlas.paper import PaperReader
from paperatlas.atlas.paper_model import Paper, Placement
from paperatlas.atlas.redirects import find_redirects
from paperatlas.atlas.related_field import further_types
from paperatlas.atlas.relation_cycles import circular_extends
from paperatlas.atlas.relation_types import DEFAULT_RELATION_TYPES, RelationType
from paperatlas.atlas.relations import RelationReader
from paperatlas.atlas.rules import (
    DUPLICATE_KEY,
    LOST_ENTRY,
    NO_DIRECTION,
    UNKNOWN_CITATION,
    UNKNOWN_RELATED,
    UNMARKED_CITATION,
)
from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.entry_types import NO_WORKS, SET
from paperatlas.citations import PaperCitation
from paperatlas.diagnostics.problem import Problem, Rule, Span
from paperatlas.notes import DirectionNote, Document
from paperatlas.results import Result
from paperatlas.results.rules import UNKNOWN_RESULT_KEY
from paperatlas.text.slips import one_slip
from paperatlas.text.suggestions import nearest
from paperatlas.verification import Verification
from paperatlas.verification.rules import UNKNOWN_VERIFIED_KEY


@dataclass(frozen=True, slots=True)
class AtlasReader:
    """What reads the papers of one language and their relations, and remembers them for the next atlas."""

    papers: PaperReader = field(default_factory=PaperReader)
    relations: RelationReader = field(default_factory=RelationReader)


@dataclass(frozen=True, slots=True)
class Tables:
    """What stands beside the library in tables: rows that name papers by their citation keys."""

    results: Sequence[Result] = ()
    citations: Sequence[PaperCitation] = ()
    verifications: Sequence[Verification] = ()


def assemble(
    library: Library,
    notes: Iterable[DirectionNote],
    documents: Sequence[Document],
    relation_types: Sequence[RelationType] = DEFAULT_RELATION_TYPES,
    reader: AtlasReader | None = None,
    tables: Tables | None = None,
    marks: Sequence[KeywordMark] = (),
    methods: MethodNames = "auto",
) -> tuple[Atlas, list[Problem]]:
    """Return the Atlas of a library, the notes of its directions and all hand-written pages of the site.

    Returns it with everything that does not fit together. What does not fit is left out and nothing else. The `reader`
    of an earlier call spares reading the papers whose entries are the same objects.
    """
    by_slug = {note.slug: note for note in sorted(notes, key=lambda note: (note.order, note.slug))}
    unique, problems = _unique(library.entries)
    entries = {key: entry for key, entry in unique.items() if entry.type not in NO_WORKS}
    addresses = slugs(entries)
    reader = reader or AtlasReader()
    papers, found = reader.papers.read(entries, addresses, by_slug, marks, methods)
    problems += found
    relations, found = reader.relations.read(papers, relation_types)
    redirects, taken = find_redirects(papers, by_slug.values(), documents)
    tables = tables or Tables()
    near = _likely_keys(papers)
    known_results, unknown = _rows_by_paper(tables.results, papers, UNKNOWN_RESULT_KEY, near)
    known, uncitable = known_citations(tables.citations, papers, near)
    looked_up, unknown_rows = _rows_by_paper(tables.verifications, papers, UNKNOWN_VERIFIED_KEY, near)
    members = _members(papers.values())
    atlas = Atlas(
        papers=papers,
        directions={slug: _direction(note, members, by_slug) for slug, note in by_slug.items()},
        relations=tuple(relations),
        relation_types=further_types(relation_types, (relation.type for relation in relations)),
        documents=tuple(documents),
        redirects=redirects,
        sets=_sets(unique, entries),
        results=known_results,
        citations=known,
        verifications=looked_up,
    )
    problems += [*found, *taken, *unknown, *uncitable, *unknown_rows]
    problems += extends_without_citation(atlas.relations, known)
    problems += circular_extends(atlas.relations)
    problems += _unplaced(atlas)
    problems += _unknown_related(by_slug)
    problems += unknown_citations(atlas, atlas.documents)
    problems += meant_citations(atlas, atlas.documents)
    problems += _lost(library, unique.values())
    return atlas, problems


def _unique(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    """Return the entries by key, and a problem for every further entry of a key."""
    by_key: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        first = by_key.setdefault(entry.key, entry)
        if first is not entry:
            problems.append(DUPLICATE_KEY.at(entry.span, key=entry.key).beside(first.span))
    return by_key, problems


def _sets(entries: Mapping[str, Entry], works: Container[str]) -> dict[str, tuple[str, ...]]:
    """Return by the key of a `@set` those of its members that are works."""
    sets = (entry for entry in entries.values() if entry.type == SET)
    members = {entry.key: tuple(item.value for item in entry.list("entryset") if item.value in works) for entry in sets}
    return {key: keys for key, keys in members.items() if keys}


def _members(papers: Iterable[Paper]) -> dict[Placement, tuple[str, ...]]:
    """Return the keys of the papers in each direction and group, by year and key."""
    members: dict[Placement, list[str]] = {}
    for paper in sorted(papers, key=lambda paper: (paper.year or 0, paper.key)):
        for placement in paper.placements:
            members.setdefault(placement, []).append(paper.key)
    return {placement: tuple(keys) for placement, keys in members.items()}


class _Row(Protocol):
    """A row of a table, which says something of a paper."""

    @property
    def key(self) -> str:
        """Return the citation key."""

    @property
    def key_span(self) -> Span:
        """Return where it is."""


_MAY_BE_KEY = re.compile(r"(?=.*\d)(?=.*[^\W\d]).{5,}")
"""A word of five signs or more with a letter and a number, as nearly all keys are, and few names of accounts."""
_ASCII_KEY = re.compile(r"[!-~]+(?=[^!-~])")
"""What may be the key in a text that has no blank behind it: `@ddpm的方法`."""
_AnyRow = TypeVar("_AnyRow", bound=_Row)


def _rows_by_paper(
    rows: Iterable[_AnyRow], papers: Container[str], unknown: Rule, near: Callable[[str], str]
) -> tuple[dict[str, tuple[_AnyRow, ...]], list[Problem]]:
    """Return the rows of each paper that has some, and a problem for each of a paper that is not there.

    `near` returns the key that was probably meant, or empty.
    """
    found: dict[str, list[_AnyRow]] = {}
    problems = []
    for row in rows:
        if row.key in papers:
            found.setdefault(row.key, []).append(row)
        else:
            problems.append(unknown.at(row.key_span, key=row.key, near=near(row.key)))
    return {key: tuple(own) for key, own in found.items()}, problems


def _likely_keys(papers: Mapping[str, Paper]) -> Callable[[str], str]:
    """Return what finds the key that was probably meant: that of a paper that had it before, else one that is near."""

    @cache
    def former() -> dict[str, str]:
        # Backwards, so that the first paper wins.
        return {item.value: paper.key for paper in reversed([*papers.values()]) for item in paper.entry.list("ids")}

    # A key that is mistyped once is often copied.
    @cache
    def near(key: str) -> str:
        return former().get(key, "") or nearest(key, papers)

    return near


def _direction(
    note: DirectionNote, members: Mapping[Placement, tuple[str, ...]], notes: Mapping[str, DirectionNote]
) -> Direction:
    """Return the direction of `note` with its papers by group."""
    groups = [
        Group(group.slug, group.title, group.summary, members.get(Placement(note.slug, group.slug), ()), group.columns)
        for group in note.groups
    ]
    if rest := members.get(Placement(note.slug, "")):
        groups.append(Group("", "", "", rest))
    return Direction(
        slug=note.slug,
        title=note.title,
        summary=note.summary,
        status=note.status,
        groups=tuple(groups),
        related=tuple(slug for slug, _ in note.related if slug in notes and slug != note.slug),
        source=note.document.source,
        file=note.span.file,
        language=note.document.language,
        now=note.now,
        then=note.then,
        background=note.background,
    )


def _unplaced(atlas: Atlas) -> list[Problem]:
    """Return the papers that are in no direction, if there are directions to be in."""
    return [
        _unplaced_paper(paper, atlas.directions)
        for paper in (atlas.papers.values() if atlas.directions else ())
        if not paper.placements
    ]


def _unplaced_paper(paper: Paper, directions: Mapping[str, Direction]) -> Problem:
    """Return the problem of a paper in no direction, with the keyword that seems to be meant as one."""
    span = paper.entry.span_of("keywords")
    for keyword in paper.keywords:
        direction, group, *_ = (*re.sub(r"[^\w-]+", "/", keyword.casefold()).strip("/").split("/"), "")
        for slug, each in directions.items():
            groups = [known.slug for known in each.groups if known.slug]
            if slug == direction or (not group and direction in groups):
                meant = f"{slug}/{direction}" if slug != direction else f"{slug}/{group}" if group in groups else slug
                return NO_DIRECTION.at(span, "meant", key=paper.key, keyword=keyword, meant=meant)
    return NO_DIRECTION.at(span, key=paper.key)


def _unknown_related(notes: Mapping[str, DirectionNote]) -> list[Problem]:
    return [
        UNKNOWN_RELATED.at(span, "itself", direction=slug)
        if slug == note.slug
        else UNKNOWN_RELATED.at(span, direction=slug, near=nearest(slug, notes))
        for note in notes.values()
        for slug, span in note.related
        if slug not in notes or slug == note.slug
    ]


def unknown_citations(atlas: Atlas, documents: Iterable[Document]) -> list[Problem]:
    """Return a problem for each key in brackets that no entry has.

    Without brackets, `@property` is just a word; what has a number and is one slip away from a key, `@ho202`, is none.
    """
    papers, near = atlas.papers, _likely_keys(atlas.papers)
    # A text that several pages include has one place.
    unknown = {
        (mention.span, mention.key): None
        for document in documents
        for mention in document.mentions
        if mention.key not in papers and mention.key not in atlas.sets and not mention.in_text
    }
    words = {
        (mention.span, mention.key): None
        for document in documents
        for mention in document.mentions
        if mention.in_text and mention.key not in papers and mention.key not in atlas.sets
    }
    touching = {(span, key): meant[0] for span, key in words if (meant := _ASCII_KEY.match(key)) and meant[0] in papers}
    mistyped = [(span, key, near(key)) for span, key in words if _MAY_BE_KEY.fullmatch(key)]
    return [
        *(UNKNOWN_CITATION.at(span, key=key, near=near(key)) for span, key in unknown),
        *(UNKNOWN_CITATION.at(span, "touching", key=key, meant=meant) for (span, key), meant in touching.items()),
        *(
            UNKNOWN_CITATION.at(span, "mistyped", key=key, near=meant)
            for span, key, meant in mistyped
            if meant and (meant.casefold() == key.casefold() or one_slip(key.casefold(), meant.casefold()))
        ),
    ]


def meant_citations(atlas: Atlas, documents: Iterable[Document]) -> list[Problem]:
    """Return a problem for each bracket whose keys are those of entries, but which is no citation as it is written."""
    return [
        UNMARKED_CITATION.at(
            each.span, each.variant, text=each.text, written=f"[{'; '.join(f'@{key}' for key in each.keys)}]"
        )
        for document in documents
        for each in document.unmarked
        if all(key in atlas.papers or key in atlas.sets for key in each.keys)
    ]


def _lost(library: Library, entries: Iterable[Entry]) -> list[Problem]:
    """Compare, file by file, the entries that begin in it with those that were read from it."""
    shown = Counter(entry.span.file for entry in entries)
    return [
        LOST_ENTRY.at(Span(file.path), starts=file.starts, shown=shown[file.path])
        for file in library.files
        if file.starts != shown[file.path]
    ]
