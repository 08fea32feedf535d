"""Related work that nobody stated: papers on the same things, each with the reasons for it.

What two papers are likely to have to do with each other is the similarity of their texts, and more if other things
speak for it. The weights are few and round; `make bench-related` measures what each of them is worth.

What was found for a paper is used again as long as nothing that went into it has changed. That is: its own facts; its
neighbours and how similar they are; the facts of these that count for a score; the facts that count for a reason, and
the vectors, of those whose reasons were looked at; which of its terms every fourth paper has; and which of two
neighbouring pairs of characters is much rarer, where that decided how far a phrase goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from paperatlas.atlas import Atlas, Paper
from paperatlas.similarity.nearest import Comparison
from paperatlas.similarity.paper_texts import ComparedTexts, compare_texts
from paperatlas.similarity.phrases import PhraseFinder
from paperatlas.similarity.signals import MOST_RELATED, WEIGHTS, Facts, Reasons, Signals, Weights, text_of


@dataclass(frozen=True, slots=True)
class Related:
    """A paper related to another: its key, how strongly, and why. Scores compare only within one paper's list."""

    target: str
    score: int
    reasons: Reasons


class Found(NamedTuple):
    """The papers related to one, and what that depends on."""

    related: tuple[Related, ...]
    passed_over: tuple[str, ...]
    """Papers that would be among them if there was a reason."""
    besides: tuple[str, ...]
    """Papers whose texts were compared with its own for something else than their texts."""
    rarer: dict[str, bool]
    """By two pairs of characters: whether the first is much rarer, as far as it was asked."""

    @property
    def compared(self) -> tuple[str, ...]:
        """Return the papers whose texts went into it, those of neighbours apart."""
        return (*(related.target for related in self.related), *self.passed_over, *self.besides)


@dataclass(frozen=True, slots=True)
class DerivedRelations:
    """The papers related to each paper in one language, by key, with the facts by which they were found."""

    facts: Mapping[str, Facts]
    found: Mapping[str, Found]
    """Some papers may be missing: what was found for them does not hold any more."""

    @property
    def related(self) -> dict[str, tuple[Related, ...]]:
        """By key: the papers related to each paper, strongest first."""
        return {key: found.related for key, found in self.found.items()}


NOTHING_DERIVED = DerivedRelations({}, {})


def derive(
    atlas: Atlas, language: str, texts: ComparedTexts | None = None, most: int = MOST_RELATED
) -> dict[str, tuple[Related, ...]]:
    """By key: at most so many papers related to each paper that no relation is stated to or from, strongest first.

    `texts` are the compared texts of the atlas' papers, made here if there are none. Reasons are in `language` where
    the texts are.
    """
    return derive_again(atlas, language, texts or compare_texts(atlas.papers), most=most).related


def derive_again(
    atlas: Atlas,
    language: str,
    texts: ComparedTexts,
    before: DerivedRelations = NOTHING_DERIVED,
    most: int = MOST_RELATED,
) -> DerivedRelations:
    """Find the papers related to each; `before` is what an earlier call found with the same comparison of texts.

    What it found and still holds is kept; the result is the same without it, and `before` itself if all of it holds.
    """
    signals = Signals(atlas, texts)
    facts = signals.facts()
    unchanged = _unchanged(before, facts, texts.comparison)
    if len(unchanged) == len(facts) and list(before.found) == list(facts) == list(before.facts):
        return before
    finders = _Finders(atlas.papers, language)
    found = {key: before.found[key] if key in unchanged else _find(signals, key, finders, most) for key in facts}
    return DerivedRelations(facts, found)


def without_moved(derived: DerivedRelations, before: Comparison, after: Comparison) -> DerivedRelations:
    """Return what still holds after another comparison of the texts."""
    told = before.in_every_fourth ^ after.in_every_fourth
    found = {
        key: found
        for key, found in derived.found.items()
        if key not in after.moved
        and after.neighbours[key] == before.neighbours[key]
        and after.moved.isdisjoint(found.compared)
        and told.isdisjoint(after.counts[key])
        and all(after.is_rarer(pairs[:2], pairs[2:]) == rarer for pairs, rarer in found.rarer.items())
    }
    return DerivedRelations(derived.facts, found)


def rankings(atlas: Atlas, texts: ComparedTexts, weights: Weights = WEIGHTS) -> dict[str, list[str]]:
    """By key: every paper that may be related to each paper, strongest first, without the stated ones."""
    signals = Signals(atlas, texts, weights)
    return {key: [other for _, other in signals.ranked(key)] for key in atlas.papers}


def _unchanged(before: DerivedRelations, facts: Mapping[str, Facts], comparison: Comparison) -> AbstractSet[str]:
    """Return the papers for which what was found before still holds."""
    every = facts.keys() | before.facts.keys()
    changed = [(before.facts.get(key), facts.get(key), key) for key in every if before.facts.get(key) != facts.get(key)]
    score = {key for old, new, key in changed if not old or not new or old.score != new.score}
    reasons = {key for old, new, key in changed if not old or not new or old.reasons != new.reasons}
    own = {key for old, new, key in changed if not old or not new or old.own != new.own}
    return {
        key
        for key, found in before.found.items()
        if key not in own
        and score.isdisjoint(comparison.neighbours[key])
        and score.isdisjoint(found.besides)
        and reasons.isdisjoint(found.compared)
    }


def _find(signals: Signals, key: str, finders: Mapping[str, PhraseFinder], most: int) -> Found:
    """Find the papers related to one."""
    related: list[Related] = []
    passed_over: list[str] = []
    asked: dict[str, bool] = {}

    def rarer(first: str, second: str) -> bool:
        answer = asked[first + second] = signals.comparison.is_rarer(first, second)
        return answer

    for score, other in signals.ranked(key):
        reasons = signals.reasons(key, other, finders, rarer)
        if reasons == Reasons():
            passed_over.append(other)
            continue
        related.append(Related(other, score, reasons))
        if len(related) == most:
            break
    return Found(tuple(related), tuple(passed_over), tuple(sorted(signals.compared_besides(key))), asked)


class _Finders(dict[str, PhraseFinder]):
    """By key: the texts of papers that a reader of a language sees, each looked through when it is first asked for."""

    def __init__(self, papers: Mapping[str, Paper], language: str) -> None:
        super().__init__()
        self._papers = papers
        self._language = language

    def __missing__(self, key: str) -> PhraseFinder:
        finder = self[key] = PhraseFinder(text_of(self._papers[key], self._language))
        return finder
