"""What two texts have in common, in words for a reader: terms as one of the texts writes them, and runs of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from paperatlas.similarity.terms import folded, pair_term, runs, word_of

_MOST_WORDS = 3
_MOST_PAIRS = 5
_PLACES = 2
"""Of a term that a text has often, so many places are looked at."""

_JOINTS = frozenset(["", " ", "-", "‐", "‑", "\n"])
"""What may stand between two words that are told together."""
_LIGHT = frozenset("一二两三兩不同加上下多少可能来去后前时中内外到得出些几第需要没有使用將将由各所等")
"""Characters that make no word worth telling with only one other."""

_BEHIND = frozenset("上下中内里外后前时由等")
"""Characters that stand behind a word and are no part of it, where a phrase ends with them."""


class _Unit(NamedTuple):
    """A term where it stands in a text."""

    term: str
    start: int
    end: int
    is_pair: bool


@dataclass(frozen=True)
class PhraseFinder:
    """A text in which terms are found again."""

    text: str

    @cached_property
    def units(self) -> list[_Unit]:
        """Return its terms in order; those that count for nothing have no name."""
        units = []
        for run, start in runs(self.text):
            word = word_of(run)
            if word is not None:
                units.append(_Unit(word, start, start + len(run), False))
                continue
            small = folded(run)
            if len(small) == len(run):
                terms = map(pair_term, small, small[1:])
                units += [_Unit(term, at, at + 2, True) for at, term in enumerate(terms, start)]
        return units

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """By term: its places among the units."""
        places: dict[str, list[int]] = {}
        for at, unit in enumerate(self.units):
            if unit.term:
                places.setdefault(unit.term, []).append(at)
        return places

    @cached_property
    def followers(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of terms that stand together."""
        return frozenset(
            (first.term, second.term) for first, second in pairwise(self.units) if self.together(first, second)
        )

    def writes_small(self, term: str) -> bool:
        """Return whether a word stands somewhere in the text without a capital."""
        return any(self.text[self.units[at].start].islower() for at in self.places.get(term, ()))

    def together(self, first: _Unit, second: _Unit) -> bool:
        """Return whether one unit follows another without a sign between them that parts them."""
        if not first.term or not second.term or first.is_pair != second.is_pair:
            return False
        if first.is_pair:
            return second.start == first.start + 1
        return self.text[first.end : second.start] in _JOINTS


def shared_phrases(
    ours: PhraseFinder, theirs: PhraseFinder, terms: Iterable[str], papers_with: Mapping[str, int], most: int
) -> tuple[str, ...]:
    """At most so many phrases that two texts share, as `theirs` writes them, for `terms`, weightiest first.

    A term brings its neighbours along where both texts have them together: `noise` becomes `noise schedule`.
    `papers_with` tells how many papers have a term, which shows where a word of Chinese begins and ends.
    """
    phrases: list[str] = []
    told: set[str] = set()
    for term in terms:
        if len(phrases) == most:
            break
        if term in told or term not in ours.places or term not in theirs.places:
            continue
        places = theirs.places[term][:_PLACES]
        found = [_trimmed(_extended(theirs, at, ours), papers_with) for at in places]
        best = max(found, key=lambda units: (len(units), -units[0].start))
        told |= {term, *(unit.term for unit in best)}
        phrase = _written(best, theirs, ours)
        if _worth_telling(best) and not any(_holds(longer, phrase) for longer in phrases):
            phrases = [*(shorter for shorter in phrases if not _holds(phrase, shorter)), phrase]
    return tuple(phrases)


def _holds(longer: str, phrase: str) -> bool:
    return phrase.casefold() in longer.casefold()


def _extended(wording: PhraseFinder, at: int, other: PhraseFinder) -> Sequence[_Unit]:
    """Return the unit at a place with those beside it that the other text has in the same order."""
    units = wording.units
    most = _MOST_PAIRS if units[at].is_pair else _MOST_WORDS
    first = last = at

    def shared(left: int) -> bool:
        one, two = units[left], units[left + 1]
        return (one.term, two.term) in other.followers and wording.together(one, two)

    while last - first + 1 < most and last + 1 < len(units) and shared(last):
        last += 1
    while last - first + 1 < most and first > 0 and shared(first - 1):
        first -= 1
    return units[first : last + 1]


def _trimmed(units: Sequence[_Unit], papers_with: Mapping[str, int]) -> Sequence[_Unit]:
    """Pairs of characters without those at the ends that are much rarer than their neighbours.

    Such a pair holds the end of one word and the beginning of another: of 步采样 it leaves 采样.
    """

    def rarer(edge: _Unit, inner: _Unit) -> bool:
        return 2 * papers_with.get(edge.term, 0) < papers_with.get(inner.term, 0)

    while len(units) > 1 and units[0].is_pair and rarer(units[0], units[1]):
        units = units[1:]
    while len(units) > 1 and units[0].is_pair and (units[-1].term[1] in _BEHIND or rarer(units[-1], units[-2])):
        units = units[:-1]
    return units


def _worth_telling(units: Sequence[_Unit]) -> bool:
    return len(units) > 1 or not units[0].is_pair or _LIGHT.isdisjoint(units[0].term)


def _written(units: Sequence[_Unit], wording: PhraseFinder, other: PhraseFinder) -> str:
    """Return a phrase as the text writes it, on one line, without capitals of titles and sentences."""
    written = wording.text[units[0].start : units[-1].end]
    capitals = [unit for unit in units if wording.text[unit.start].isupper() and not unit.is_pair]
    names = [
        unit
        for unit in capitals
        if not wording.text[unit.start + 1 : unit.end].islower()
        or not (wording.writes_small(unit.term) or other.writes_small(unit.term))
    ]
    return " ".join((written if names else written.lower()).split())
