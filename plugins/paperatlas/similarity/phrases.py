"""What two texts have in common, in words for a reader: terms as one of the texts writes them, and runs of them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, islice, pairwise

from paperatlas.similarity.languages import words_shared_by_languages
from paperatlas.similarity.terms import ENGLISH, folded, light_terms, pair_term, split_runs, word_reader

_MOST_WORDS = 3
_MOST_PAIRS = 5
_PLACES = 2
"""Of a term that a text has often, so many places are looked at."""

_JOINTS = frozenset(["", " ", "-", "‐", "‑", "\n"])
"""What may stand between two words that are told together."""
_LIGHT = frozenset("一二两三兩不同加上下多少可能来去后前时中内外到得出些几第需要没有使用將将由各所等")
"""Characters that make no word worth telling with only one other."""

_EMPTY = frozenset(
    re.findall("..", "研究方法技术技術分析应用應用提出进行進行结果結果问题問題")
    + re.findall("..", "表明实现實現采用採用基于基於通过通過具有设计設計")
)
"""Words that any Chinese title or abstract may have: alone they say nothing of what it is about."""

_SHARED = words_shared_by_languages()

_BEHIND = frozenset("上下中内里外后前时由等")
"""Characters that stand behind a word and are no part of it, where a phrase ends with them."""

Rarer = Callable[[str, str], bool]
"""Whether the first of two terms is in less than half as many papers as the second."""


class PhraseFinder:
    """A text in which terms are found again.

    Its terms stand in flat sequences, each at the same place in all of them: an object for each term of each abstract
    would take most of the memory of a build, and most of the time.
    """

    __slots__ = ("_ends", "_first", "_joined", "_pairs", "_starts", "languages", "terms", "text")

    text: str
    languages: tuple[str, ...]
    """Those whose words its terms were made by."""
    terms: list[str]
    """Its terms in order; those that count for nothing have no name."""

    def __init__(self, text: str, languages: tuple[str, ...] = ENGLISH) -> None:
        """Find the terms of a text in some languages."""
        self.text = text
        self.languages = languages
        parts = split_runs(text)
        words = list(map(word_reader(languages), parts[1::2]))
        offsets = array("L", accumulate(map(len, parts)))
        self.terms = [word for word in words if word is not None]
        self._starts, self._ends = offsets[:-1:2], offsets[1::2]
        self._joined = bytes(map(_JOINTS.__contains__, parts[2:-1:2]))
        self._pairs = bytes(len(words))
        if len(self.terms) != len(words):
            self._split_into_pairs(words)
        self._first = dict(zip(reversed(self.terms), range(len(self.terms) - 1, -1, -1), strict=True))
        self._first.pop("", None)

    def __contains__(self, term: object) -> bool:
        """Return whether the text has a term."""
        return term in self._first

    def _split_into_pairs(self, words: list[str | None]) -> None:
        """Put pairs of characters in the place of each part that is in a script without spaces."""
        units: list[tuple[str, int, int, bool]] = []
        for word, start, end in zip(words, self._starts, self._ends, strict=True):
            if word is not None:
                units.append((word, start, end, False))
                continue
            run = self.text[start:end]
            small = folded(run)
            if len(small) == len(run):
                terms = map(pair_term, small, small[1:])
                units += [(term, at, at + 2, True) for at, term in enumerate(terms, start)]
        self.terms = [term for term, _, _, _ in units]
        self._starts = array("L", [start for _, start, _, _ in units])
        self._ends = array("L", [end for _, _, end, _ in units])
        self._pairs = bytes(pair for _, _, _, pair in units)
        self._joined = bytes(
            pair == other_pair and (after == start + 1 if pair else self.text[end:after] in _JOINTS)
            for (_, start, end, pair), (_, after, _, other_pair) in pairwise(units)
        )

    def places(self, term: str) -> Iterator[int]:
        """Yield the places of a term."""
        at = self._first.get(term, -1)
        while at >= 0:
            yield at
            try:
                at = self.terms.index(term, at + 1)
            except ValueError:
                return

    def follows(self, first: str, second: str) -> bool:
        """Return whether the second of two terms stands somewhere behind the first without a sign that parts them."""
        if first not in self._first or second not in self._first:
            return False
        terms, joined = self.terms, self._joined
        return any(at < len(joined) and joined[at] and terms[at + 1] == second for at in self.places(first))

    def is_pair(self, at: int) -> bool:
        """Return whether the term at a place is a pair of characters."""
        return self._pairs[at] == 1

    def run_around(self, at: int, other: PhraseFinder) -> range:
        """Return the places of a term and of those beside it that another text has in the same order."""
        terms, joined = self.terms, self._joined
        most = _MOST_PAIRS if self._pairs[at] else _MOST_WORDS
        first = last = at
        while last - first + 1 < most and last < len(joined) and joined[last]:
            if not other.follows(terms[last], terms[last + 1]):
                break
            last += 1
        while last - first + 1 < most and first > 0 and joined[first - 1]:
            if not other.follows(terms[first - 1], terms[first]):
                break
            first -= 1
        return range(first, last + 1)

    def written(self, places: range, other: PhraseFinder) -> str:
        """Return a phrase as the text writes it, on one line, without capitals of titles and sentences."""
        text, starts, ends = self.text, self._starts, self._ends
        written = text[starts[places[0]] : ends[places[-1]]]
        if not any(self._is_name(at, other) for at in places):
            written = written.lower()
        return " ".join(written.split())

    def _is_name(self, at: int, other: PhraseFinder) -> bool:
        """Return whether the word at a place has a capital of its own."""
        start, term = self._starts[at], self.terms[at]
        if self._pairs[at] or not self.text[start].isupper():
            return False
        rest = self.text[start + 1 : self._ends[at]]
        return not rest.islower() or not (self._writes_small(term) or other._writes_small(term))

    def _writes_small(self, term: str) -> bool:
        """Return whether a word stands somewhere in the text without a capital."""
        return any(self.text[self._starts[at]].islower() for at in self.places(term))


def shared_phrases(
    ours: PhraseFinder, theirs: PhraseFinder, terms: Iterable[str], rarer: Rarer, most: int
) -> tuple[str, ...]:
    """At most so many phrases that two texts share, as `theirs` writes them, for `terms`, weightiest first.

    A term brings its neighbours along where both texts have them together: `noise` becomes `noise schedule`.
    `rarer` shows where a word of Chinese begins and ends.
    """
    phrases: list[str] = []
    told: set[str] = set()
    for term in terms:
        if len(phrases) == most:
            break
        if term in told or term not in ours or term not in theirs:
            continue
        places = islice(theirs.places(term), _PLACES)
        found = [_trimmed(theirs, theirs.run_around(at, ours), rarer) for at in places]
        best = max(found, key=len)  # the first one among equally long ones
        told.add(term)
        told.update(theirs.terms[best.start : best.stop])
        phrase = theirs.written(best, ours)
        if _worth_telling(theirs, best) and not any(_holds(longer, phrase) for longer in phrases):
            phrases = [*(shorter for shorter in phrases if not _holds(phrase, shorter)), phrase]
    return tuple(phrases)


def _holds(longer: str, phrase: str) -> bool:
    return phrase.casefold() in longer.casefold()


def _trimmed(text: PhraseFinder, places: range, rarer: Rarer) -> range:
    """Return places of pairs of characters without those at the ends that are much rarer than their neighbours.

    Such a pair holds the end of one word and the beginning of another: of 步采样 it leaves 采样.
    """
    if not text.is_pair(places[0]):
        return places
    terms = text.terms
    while len(places) > 1 and rarer(terms[places[0]], terms[places[1]]):
        places = places[1:]
    while len(places) > 1 and (terms[places[-1]][1] in _BEHIND or rarer(terms[places[-1]], terms[places[-2]])):
        places = places[:-1]
    return places


def _worth_telling(text: PhraseFinder, places: range) -> bool:
    """Return whether a phrase says what a text is about: `study` does not, nor does `de` where no language is known."""
    terms = text.terms[places.start : places.stop]
    if text.is_pair(places[0]):
        return len(places) > 1 or (_LIGHT.isdisjoint(terms[0]) and terms[0] not in _EMPTY)
    light = light_terms(text.languages)
    return not all(term in light for term in terms) and not (len(terms) == 1 and terms[0] in _SHARED)
