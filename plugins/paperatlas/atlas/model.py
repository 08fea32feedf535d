"""The Atlas: papers, directions and relations, as every page and export reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from paperatlas.atlas.addresses import Address, direction_address
from paperatlas.atlas.backlinks import Backlinks, find_backlinks, find_mentions
from paperatlas.atlas.paper_model import Paper
from paperatlas.atlas.relation_types import RelationType
from paperatlas.citations import PaperCitation
from paperatlas.diagnostics.problem import Span
from paperatlas.notes import Assessment, Column, Document, Status
from paperatlas.results import Result
from paperatlas.verification import Verification


@dataclass(frozen=True, slots=True)
class Group:
    """A heading inside a direction with its papers' keys, oldest first.

    `columns` are those of the table that compares its papers, if its note names any.
    """

    slug: str
    title: str
    summary: str
    papers: tuple[str, ...]
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Direction:
    """A research direction: what the head of its note says, with its papers by group.

    The last group has an empty slug if some papers are in the direction but in none of its groups. `now` is `status`
    with its date and reason, `then` an earlier judgement. `source`, `file` and `language` are those of its note, whose
    text is the document's alone: what names a direction does not change with every word of it.
    """

    slug: str
    title: str
    summary: str
    status: Status | None
    groups: tuple[Group, ...]
    related: tuple[str, ...]
    source: str
    file: str
    language: str = ""
    now: Assessment | None = None
    then: Assessment | None = None
    background: bool = False
    """Whether it holds what several directions share, and is not counted as one."""

    @property
    def papers(self) -> tuple[str, ...]:
        """Return the keys of all its papers, each once, in the order of the groups."""
        return tuple(dict.fromkeys(key for group in self.groups for key in group.papers))

    @property
    def address(self) -> Address:
        """Return the address of its page."""
        return direction_address(self.slug)


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` has a relation of some type to `target`, both citation keys.

    `evidence` is one line by language that says why, as the library states it.
    """

    source: str
    target: str
    type: RelationType
    origin: Literal["stated", "derived"]
    evidence: Mapping[str, str]
    span: Span

    def evidence_in(self, language: str) -> str:
        """Return the evidence in `language`, else in whichever language has one, else empty."""
        return self.evidence.get(language) or next(iter(self.evidence.values()), "")

    def evidence_language(self, language: str) -> str:
        """Return the language of the evidence that is shown in `language`; that itself if there is none."""
        return language if self.evidence.get(language) else next(iter(self.evidence), language)


@dataclass(frozen=True, slots=True)
class Redirect:
    """The address that a page had before, and the one that it has now."""

    former: Address
    address: Address


@dataclass(frozen=True)
class Atlas:
    """Everything the site shows. Mappings keep the library's order."""

    papers: Mapping[str, Paper]
    directions: Mapping[str, Direction]
    relations: tuple[Relation, ...]
    relation_types: tuple[RelationType, ...]
    documents: tuple[Document, ...]
    redirects: tuple[Redirect, ...] = ()
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the key of a `@set`, which is cited as all of them: the keys of its papers."""
    results: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)
    """By key: what was published of that paper's results."""
    citations: tuple[PaperCitation, ...] = ()
    """Which papers cite which, as far as that is known."""
    verifications: Mapping[str, tuple[Verification, ...]] = field(default_factory=dict)
    """By key: what was looked up of that paper, and when."""

    @property
    def direction_count(self) -> int:
        """Return how many directions there are, without a background that they share."""
        return sum(not direction.background for direction in self.directions.values())

    @cached_property
    def relations_from(self) -> Mapping[str, tuple[Relation, ...]]:
        """By key: the relations that paper states."""
        return _grouped((relation.source, relation) for relation in self.relations)

    @cached_property
    def relations_to(self) -> Mapping[str, tuple[Relation, ...]]:
        """By key: the relations other papers state to that paper."""
        return _grouped((relation.target, relation) for relation in self.relations)

    @cached_property
    def citations_from(self) -> Mapping[str, tuple[PaperCitation, ...]]:
        """By key: whom that paper cites."""
        return _grouped((citation.citing, citation) for citation in self.citations)

    @cached_property
    def citations_to(self) -> Mapping[str, tuple[PaperCitation, ...]]:
        """By key: the citations of that paper by others."""
        return _grouped((citation.cited, citation) for citation in self.citations)

    @cached_property
    def documents_by_source(self) -> Mapping[str, Document]:
        """By source, as documents name it: the hand-written pages."""
        return {document.source: document for document in self.documents}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """By source: the titles of the hand-written pages."""
        return {document.source: document.title for document in self.documents}

    @cached_property
    def mentions(self) -> Backlinks:
        """By key: the hand-written pages that cite that paper, once for each citation."""
        return find_mentions(self.documents, self.cited_by)

    def cited_by(self, key: str) -> tuple[str, ...]:
        """Return the keys of the papers that a key cites: its own, or those of the members of a `@set`."""
        return self.sets.get(key, (key,))

    @cached_property
    def former_addresses(self) -> Mapping[str, tuple[Address, ...]]:
        """By address: where that page was before."""
        return _grouped((redirect.address, redirect.former) for redirect in self.redirects)

    @cached_property
    def backlinks(self) -> Backlinks:
        """By address: the hand-written pages that link to that page."""
        return find_backlinks(self.documents)


_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
