"""Related work that nobody stated: papers on the same things, each with the reasons for it.

What two papers are likely to have to do with each other is the similarity of their texts, and more if other things
speak for it. The weights are few and round; `make bench-related` measures what each of them is worth.

What was found for a paper is used again as long as nothing that went into it has changed: its own facts and vector,
which of its terms every fourth paper has, and which of two neighbouring pairs of characters is much rarer, where that
decided how far a phrase goes. Of the others that have changed, those alone count whose reasons were looked at, or whose
score now comes before the last of these; and then the reasons for all others are as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from paperatlas.atlas import Atlas, Paper
from paperatlas.similarity.nearest import Comparison
from paperatlas.similarity.paper_texts import ComparedTexts, text_languages
from paperatlas.similarity.phrases import PhraseFinder
from paperatlas.similarity.reasons import Reasons
from paperatlas.similarity.signals import MOST_RELATED, Facts, Signals, compared_text
from paperatlas.similarity.weights import WEIGHTS, Weights
from paperatlas.storage.processes import in_processes


@dataclass(frozen=True, slots=True)
class Related:
    """A paper related to another: its key, how strongly, and why. Scores compare only within one paper's list."""

    target: str
    score: int
    reasons: Reasons


class FoundRelations(NamedTuple):
    """The papers related to one, and what that depends on."""

    related: tuple[Related, ...]
    passed_over: tuple[str, ...]
    """Papers that would be among them if there was a reason."""
    besides: dict[str, int]
    """Papers whose texts were compared with its own for something else than their texts, with how similar they are."""
    rarer: dict[str, bool]
    """By two pairs of characters: whether the first is much rarer, as far as it was asked."""

    @property
    def looked_at(self) -> dict[str, Reasons]:
        """By key: the papers whose reasons were looked at, with these."""
        return {related.target: related.reasons for related in self.related} | dict.fromkeys(
            self.passed_over, Reasons()
        )


@dataclass(frozen=True, slots=True)
class DerivedRelations:
    """The papers related to each paper in one language, by key, with the facts by which they were found."""

    facts: Mapping[str, Facts]
    found: Mapping[str, FoundRelations]
    """Some papers may be missing: what was found for them does not hold any more."""
    moved: Mapping[str, tuple[str, ...]]
    """The papers whose vector, or similarity to one, has changed since."""

    @property
    def related(self) -> dict[str, tuple[Related, ...]]:
        """By key: the papers related to each paper, strongest first."""
        return {key: found.related for key, found in self.found.items()}


NOTHING_DERIVED = DerivedRelations({}, {}, {})
_NOTHING_FOUND = FoundRelations((), (), {}, {})


def derive_relations(
    atlas: Atlas,
    language: str,
    texts: ComparedTexts,
    before: DerivedRelations = NOTHING_DERIVED,
    processes: int = 1,
) -> DerivedRelations:
    """Find the papers related to each; `before` is what an earlier call found with the same comparison of texts.

    What it found and still holds is kept; the result is the same without it, and `before` itself if all of it holds.
    It is also the same in several `processes`.
    """
    signals = Signals(atlas, texts)
    facts = signals.facts()
    if facts == before.facts and list(facts) == list(before.found) and not before.moved:
        return before
    changes = _Changes.between(before.facts, facts)
    finders = _Finders(atlas.papers, language)

    def found_for(key: str) -> FoundRelations:
        known = before.found.get(key)
        if known is None or key in changes.own:
            return _find(signals, key, finders, _NOTHING_FOUND, frozenset())
        others = changes.of_others(key, known, signals, before.moved.get(key, ()))
        if others and _counts(others, key, known, signals):
            return _find(signals, key, finders, known, others)
        return known

    def find(keys: Sequence[str]) -> dict[str, FoundRelations]:
        return {key: found_for(key) for key in keys}

    parts = in_processes(list(facts), find, dict[str, FoundRelations], processes if not before.found else 1)
    found = {key: relations for part in parts for key, relations in part.items()}
    return DerivedRelations(facts, {key: found[key] for key in facts}, {})


def relations_of(signals: Signals, key: str, language: str) -> tuple[Related, ...]:
    """Return the papers related to one, as `derive_relations` finds them for all."""
    return _find(signals, key, _Finders(signals.atlas.papers, language), _NOTHING_FOUND, frozenset()).related


def without_moved(derived: DerivedRelations, before: Comparison, after: Comparison) -> DerivedRelations:
    """Return what still holds after another comparison of the texts."""
    told = (before.in_every_fourth ^ after.in_every_fourth) | (before.in_most ^ after.in_most)
    kept, moved = {}, {}
    for key, found in derived.found.items():
        if (
            key in after.moved
            or not told.isdisjoint(after.counts[key])
            or any(after.is_rarer(pairs[:2], pairs[2:]) != rarer for pairs, rarer in found.rarer.items())
        ):
            continue
        kept[key] = found
        others = {other for other, _ in before.neighbours[key].items() ^ after.neighbours[key].items()}
        others |= after.moved & (found.looked_at.keys() | found.besides.keys())
        others.update(derived.moved.get(key, ()))
        if others:
            moved[key] = tuple(sorted(others))
    return DerivedRelations(derived.facts, kept, moved)


def rankings(atlas: Atlas, texts: ComparedTexts, weights: Weights = WEIGHTS) -> dict[str, list[str]]:
    """By key: every paper that may be related to each paper, strongest first, without the stated ones."""
    signals = Signals(atlas, texts, weights)
    return {key: [other for _, other in signals.ranked(key, signals.besides(key, {}))] for key in atlas.papers}


class _Changes(NamedTuple):
    """The papers whose facts have changed, also those that came or went."""

    own: AbstractSet[str]
    score: AbstractSet[str]
    reasons: AbstractSet[str]

    @classmethod
    def between(cls, before: Mapping[str, Facts], after: Mapping[str, Facts]) -> _Changes:
        """Return what lies between two versions."""
        nothing = Facts(b"", b"", b"")
        every = [(key, before.get(key, nothing), after.get(key, nothing)) for key in before.keys() | after.keys()]
        changed = [(key, old, new) for key, old, new in every if old != new]
        return cls(
            frozenset(key for key, old, new in changed if old.own != new.own),
            frozenset(key for key, old, new in changed if old.score != new.score),
            frozenset(key for key, old, new in changed if old.reasons != new.reasons),
        )

    def of_others(self, key: str, found: FoundRelations, signals: Signals, moved: Iterable[str]) -> AbstractSet[str]:
        """Return the others that have changed of those that may count for what was found for a paper."""
        others = set(moved)
        if self.score:
            others |= self.score & (signals.comparison.neighbours[key].keys() | found.besides.keys())
        if self.reasons:
            others |= self.reasons & found.looked_at.keys()
        return others


def _counts(others: AbstractSet[str], key: str, found: FoundRelations, signals: Signals) -> bool:
    """Return whether papers that have changed may change what was found for one."""
    if len(found.related) < MOST_RELATED or not others.isdisjoint(found.looked_at):
        return True
    neighbours = signals.comparison.neighbours[key]
    similar = {other: neighbours[other] for other in others - signals.stated[key] if other in neighbours}
    last = found.related[-1]
    return not others.isdisjoint(found.besides) or min(signals.scores(key, similar), default=(1, "")) < (
        -last.score,
        last.target,
    )


def _find(
    signals: Signals, key: str, finders: Mapping[str, PhraseFinder], before: FoundRelations, changed: AbstractSet[str]
) -> FoundRelations:
    """Find the papers related to one; what was found `before` holds, apart from papers that have `changed` since."""
    known = {other: reasons for other, reasons in before.looked_at.items() if other not in changed}
    besides = signals.besides(key, {other: value for other, value in before.besides.items() if other not in changed})
    related: list[Related] = []
    passed_over: list[str] = []
    asked = dict(before.rarer)

    def rarer(first: str, second: str) -> bool:
        answer = asked[first + second] = signals.comparison.is_rarer(first, second)
        return answer

    for score, other in signals.ranked(key, besides):
        reasons = known[other] if other in known else signals.reasons(key, other, finders, rarer)
        if reasons == Reasons():
            passed_over.append(other)
            continue
        related.append(Related(other, score, reasons))
        if len(related) == MOST_RELATED:
            break
    return FoundRelations(tuple(related), tuple(passed_over), besides, asked)


class _Finders(dict[str, PhraseFinder]):
    """By key: the texts of papers that a reader of a language sees, each looked through when it is first asked for."""

    def __init__(self, papers: Mapping[str, Paper], language: str) -> None:
        super().__init__()
        self._papers = papers
        self._language = language

    def __missing__(self, key: str) -> PhraseFinder:
        paper = self._papers[key]
        finder = self[key] = PhraseFinder(compared_text(paper, self._language), text_languages(paper))
        return finder
