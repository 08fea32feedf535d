"""What speaks for two papers being related: their texts, where they are placed, who wrote them, who cites them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop
from itertools import permutations
from typing import NamedTuple, TypeVar

from paperatlas.atlas import Atlas, Paper, Placement
from paperatlas.similarity.cited import CitationLink, CitationLinks
from paperatlas.similarity.nearest import Comparison
from paperatlas.similarity.paper_texts import ComparedTexts
from paperatlas.similarity.phrases import PhraseFinder, Rarer, shared_phrases
from paperatlas.similarity.reasons import Reasons
from paperatlas.similarity.vectors import ONE
from paperatlas.similarity.weights import WEIGHTS, Weights

MOST_RELATED = 6
"""How many related papers each paper is given."""

_MOST_TERMS = 3

_FEW = ONE * ONE // 64
"""What counts for the similarity of papers that have another reason to be related: not nothing."""

_TOGETHER = 10
_TELLING = 20
"""Citations in one sentence, papers by one author and papers in one group say something of each other only where they
are not more than this."""


class Facts(NamedTuple):
    """Digests of what is known of a paper: by these it is seen whose related papers have to be looked for again."""

    own: bytes
    """Of what its own list of related papers depends on."""
    score: bytes
    """Of what its score in the list of another paper depends on."""
    reasons: bytes
    """Of what the reasons for it in the list of another paper depend on."""


@dataclass(frozen=True)
class Signals:
    """What speaks for two papers of an atlas being related."""

    atlas: Atlas
    texts: ComparedTexts
    weights: Weights = WEIGHTS

    def ranked(self, key: str, besides: Mapping[str, int]) -> Iterator[tuple[int, str]]:
        """Yield score and key of every paper that may be related to one, best first, equally good ones by key.

        `besides` are those that are not its neighbours, with how similar they are.
        """
        similar = {**self.comparison.neighbours[key], **besides}
        for other in self.stated[key]:
            similar.pop(other, None)
        return ((-score, other) for score, other in _in_order(self.scores(key, similar)))

    def scores(self, key: str, similar: Mapping[str, int]) -> list[tuple[int, str]]:
        """Return the scores of other papers, so that the best is the least, with their keys, given their similarity."""
        weights, known = self.weights, self.known
        in_direction = self._in_a_direction_of(key)
        more: dict[str, int] = {}
        for others, weight in (
            (self.named[key], weights.name),
            (self.named_by.get(key, ()), weights.named_by),
            (self._with_an_author_of(key), weights.authors),
        ):
            for other in others:
                more[other] = more.get(other, 0) + weight
        linked = {other: self._linked_by_citations(link) for other, link in self.citations.of(key).items()}
        return [
            (
                -(similarity + _FEW + linked.get(other, 0))
                * (4 + weights.direction * (other in in_direction) + more.get(other, 0))
                * known[other],
                other,
            )
            for other, similarity in similar.items()
        ]

    def _linked_by_citations(self, link: CitationLink) -> int:
        weights = self.weights
        return (link.direct * weights.cites + link.shared * weights.shared) // 16

    def besides(self, key: str, known: Mapping[str, int]) -> dict[str, int]:
        """By key: the papers that may be related to one without being its neighbours, with how similar they are.

        As far as that is `known`, it is not computed again.
        """
        similarity = self.comparison.vectors.similarity
        others = self.linked(key) - self.comparison.neighbours[key].keys() - self.stated[key]
        return {other: known[other] if other in known else similarity(key, other) for other in sorted(others)}

    def reasons(self, key: str, other: str, texts: Mapping[str, PhraseFinder], rarer: Rarer) -> Reasons:
        """Return why two papers are related; `texts` are those that the reader sees."""
        direction, group = self._shared_place(key, other)
        theirs = self.authors[other]
        return Reasons(
            direction=direction,
            group=group,
            cites=other in self.citations.cites.get(key, ()),
            cited=key in self.citations.cites.get(other, ()),
            both_cited=_several(self.citations.both_cited(key, other)),
            both_cite=_several(self.citations.both_cite(key, other)),
            names_it=other in self.named[key],
            named_by_it=key in self.named[other],
            notes=tuple(self.cited_together[key].get(other, ())),
            authors=tuple([name for name in self.authors[key] if name in theirs]),
            terms=shared_phrases(texts[key], texts[other], self._strongest(key, other), rarer, _MOST_TERMS),
        )

    def facts(self) -> dict[str, Facts]:
        """By key: digests of everything that is known of a paper besides the comparison of the texts."""
        facts = {}
        for key, paper in self._papers():
            places = [(place.direction, place.group, self._tells(place.direction)) for place in paper.placements]
            lists = [sorted(known.get(key, ())) for known in (self.citations.cites, self.citations.cited_by)]
            for_reasons = (self.texts.digests[key], places, list(self.authors[key]), lists)
            together = {other: list(pages) for other, pages in sorted(self.cited_together[key].items())}
            own = (
                for_reasons,
                self.named[key],
                list(self.named_by.get(key, ())),
                together,
                sorted(self._with_an_author_of(key)),
                sorted(self.linked(key)),
                sorted(self.stated[key]),
                self.citations.of(key),
            )
            facts[key] = Facts(
                _digest(own), _digest((sorted(self.directions[key]), self.known[key])), _digest(for_reasons)
            )
        return facts

    def _with_an_author_of(self, key: str) -> set[str]:
        """Return the papers that have an author in common with one."""
        return {other for name in self.authors[key] for other in self._by_author[name]}

    def _in_a_direction_of(self, key: str) -> KeysView[str] | set[str]:
        """Return all papers in the directions of one."""
        members = [self.by_direction[direction].keys() for direction in self.directions[key]]
        return members[0] if len(members) == 1 else set().union(*members)

    def _shared_place(self, key: str, other: str) -> tuple[str, str]:
        """Direction and group that both papers are in, a group rather than none; empty if most papers are in it."""
        ours, theirs = self.atlas.papers[key].placements, self.atlas.papers[other].placements
        for place in ours:
            if place.group and place in theirs:
                return place.direction, place.group
        shared = self.directions[other]
        telling = (place.direction for place in ours if self._tells(place.direction))
        return next((direction for direction in telling if direction in shared), ""), ""

    def _strongest(self, key: str, other: str) -> Iterator[str]:
        """Yield the terms that make two papers similar, strongest first, without what every fourth paper says.

        Where they share nothing rarer, it is what up to half of the papers say.
        """
        vectors, comparison = self.comparison.vectors, self.comparison
        ours, theirs, shared = vectors[key], vectors[other], vectors.shared(key, other)
        telling = shared - comparison.in_every_fourth or shared - comparison.in_most
        weighed = [(-ours[term] * theirs[term], term) for term in telling]
        return (term for _, term in _in_order(weighed))

    @cached_property
    def known(self) -> Mapping[str, int]:
        """By key: by how many eighths of itself a score grows for how well a paper is known, with the eight it has."""
        mentions, named_by, most = self.atlas.mentions, self.named_by, self.weights.known
        return {
            key: 8 + min(most, len(named_by.get(key, ())) + len(mentions.get(key, ())) // 2)
            for key in self.atlas.papers
        }

    @cached_property
    def by_direction(self) -> Mapping[str, Mapping[str, None]]:
        """By direction: the papers in it."""
        return _inverted((direction, key) for key, found in self.directions.items() for direction in found)

    @cached_property
    def directions(self) -> Mapping[str, frozenset[str]]:
        """By key: the directions a paper is in."""
        papers = self.atlas.papers.items()
        return {key: frozenset(paper.directions) for key, paper in papers}

    @cached_property
    def stated(self) -> Mapping[str, set[str]]:
        """By key: the papers with a stated relation to or from a paper, and the paper itself."""
        stated: dict[str, set[str]] = {key: {key} for key in self.atlas.papers}
        for relation in self.atlas.relations:
            stated[relation.source].add(relation.target)
            stated[relation.target].add(relation.source)
        return stated

    @property
    def comparison(self) -> Comparison:
        """Return the comparison of the papers' texts."""
        return self.texts.comparison

    @property
    def named(self) -> Mapping[str, tuple[str, ...]]:
        """By key: the papers whose methods a paper's abstract names."""
        return self.texts.methods.named

    @cached_property
    def named_by(self) -> Mapping[str, Mapping[str, None]]:
        """By key: the papers whose abstracts name a paper's method."""
        return _inverted((other, key) for key in self.atlas.papers for other in self.named[key])

    @cached_property
    def authors(self) -> Mapping[str, Mapping[str, None]]:
        """By key: the authors of a paper, without those of very many, or of most of the library."""
        names = {key: dict.fromkeys(name.display for name in paper.authors.names) for key, paper in self._papers()}
        by_name = _inverted((name, key) for key, found in names.items() for name in found)
        most = min(self.most_telling, self._most_sharing)
        return {key: {name: None for name in found if len(by_name[name]) <= most} for key, found in names.items()}

    @cached_property
    def cited_together(self) -> Mapping[str, Mapping[str, dict[str, None]]]:
        """By key and key: the pages that cite both papers in one sentence."""
        sentences = _inverted(
            ((document.source, mention.sentence), key)
            for document in self.atlas.documents
            for mention in document.mentions
            for key in self.atlas.cited_by(mention.key)
            if key in self.atlas.papers
        )
        together: dict[str, dict[str, dict[str, None]]] = {key: {} for key in self.atlas.papers}
        for (source, _), keys in sentences.items():
            if len(keys) <= _TOGETHER:
                for one, other in permutations(keys, 2):
                    together[one].setdefault(other, {})[source] = None
        return together

    def linked(self, key: str) -> set[str]:
        """Return the papers that something else than their text connects with a paper."""
        linked = {*self.named[key], *self.cited_together[key], *self.citations.of(key), *self._with_an_author_of(key)}
        naming = self.named_by.get(key, {})
        if len(naming) <= self.most_telling:
            linked |= naming.keys()
        linked.discard(key)
        # Groups bring something where texts do not: for papers without an abstract.
        if len(self.comparison.neighbours[key]) < MOST_RELATED:
            for place in self.atlas.papers[key].placements:
                members = self._by_group[place] if place.group else {}
                if len(members) <= self.most_telling:
                    linked |= members.keys()
        return linked

    @cached_property
    def citations(self) -> CitationLinks:
        """Return what the citations between papers say of two of them."""
        return CitationLinks(self.atlas)

    @cached_property
    def _by_author(self) -> Mapping[str, Mapping[str, None]]:
        return _inverted((name, key) for key, names in self.authors.items() for name in names)

    @cached_property
    def _by_group(self) -> Mapping[Placement, Mapping[str, None]]:
        return _inverted((place, key) for key, paper in self._papers() for place in paper.placements if place.group)

    @property
    def most_telling(self) -> int:
        """Return the most papers that an author or a group may have to say something of two of them."""
        return max(_TELLING, len(self.atlas.papers) // 50)

    @property
    def _most_sharing(self) -> int:
        """Return how many papers an author or a direction may have to be a reason: half of the library, or three."""
        return max(len(self.atlas.papers) // 2, 3)

    def _tells(self, direction: str) -> bool:
        """Return whether papers are in a direction, unlike most others."""
        return len(self.by_direction[direction]) <= self._most_sharing

    def _papers(self) -> Iterable[tuple[str, Paper]]:
        return self.atlas.papers.items()


_Value = TypeVar("_Value")


def _several(number: int) -> int:
    """Return a number of papers; 0 for a single one, which says too little to be a reason."""
    return number if number > 1 else 0


def _in_order(values: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield values from the least on; of a hundred, few are asked for."""
    heapify(values)
    while values:
        yield heappop(values)


def _inverted(pairs: Iterable[tuple[_Value, str]]) -> dict[_Value, dict[str, None]]:
    """Return the keys of each value, each once, in order."""
    found: dict[_Value, dict[str, None]] = {}
    for value, key in pairs:
        found.setdefault(value, {})[key] = None
    return found


def compared_text(paper: Paper, language: str) -> str:
    """Return the texts of a paper that a reader of a language sees; not the title beside a translated abstract."""
    abstract = paper.localised("abstract", language)
    if abstract is None:
        return f"{paper.title.text}\n{paper.method}"
    translated = abstract[1] == language != "en"
    return "\n".join([abstract[0].text, "" if translated else paper.title.text, paper.method])


def _digest(value: object) -> bytes:
    """Return a digest of a value made of plain ones."""
    return hashlib.blake2b(repr(value).encode(), digest_size=12).digest()
