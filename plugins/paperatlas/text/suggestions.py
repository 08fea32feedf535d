"""The near miss for a mistyped name.

To compare a name with every other takes long in a big library whose keys were all renamed. So only those are compared
that have the most pairs of neighbouring letters in common with it (Dice's coefficient), which an index finds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from heapq import nsmallest
from itertools import chain, islice

_COMPARED = 30
"""How many names are compared letter by letter."""
_LOOKED_AT = 5000
"""How many names are counted, those first that have a rare pair: thousands of unknown names would take the square of
their number in a library of thousands. In one of a thousand nearly all pairs are counted."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is near `name`, also but for case; empty if none is."""
    return _indexed(tuple(known)).near(name)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean 'ddpm'?` if a known name is near `name`, also but for case; else empty."""
    near = nearest(name, known)
    return f"Did you mean '{near}'?" if near else ""


@dataclass(frozen=True, slots=True)
class _Index:
    """Names without case, each with the one that is written so, and the names that have a pair of letters."""

    written: Mapping[str, str]
    with_pair: Mapping[str, tuple[str, ...]]

    def near(self, name: str) -> str:
        """Return the name that is nearest to `name`, if one is near."""
        folded = name.casefold()
        if folded in self.written:
            return self.written[folded]
        pairs = _pairs(folded)
        having = sorted((self.with_pair.get(pair, ()) for pair in pairs), key=len)
        shared = Counter(islice(chain.from_iterable(having), _LOOKED_AT))
        unlike = ((-count / (len(pairs) + len(candidate)), candidate) for candidate, count in shared.items())
        likely = [candidate for _, candidate in nsmallest(_COMPARED, unlike)]
        near = get_close_matches(folded, likely, n=1, cutoff=0.7)
        return self.written[near[0]] if near else ""


# The keys, directions, groups and types of one library: each is asked for again and again.
@lru_cache(maxsize=4)
def _indexed(known: tuple[str, ...]) -> _Index:
    """Return the index of some names."""
    written = {name.casefold(): name for name in known}
    with_pair: dict[str, list[str]] = defaultdict(list)
    for folded in written:
        for pair in _pairs(folded):
            with_pair[pair].append(folded)
    return _Index(written, {pair: tuple(names) for pair, names in with_pair.items()})


def _pairs(text: str) -> set[str]:
    """Return its pairs of neighbouring letters, with its beginning and its end."""
    return {first + second for first, second in zip(f"\0{text}", f"{text}\0", strict=True)}
