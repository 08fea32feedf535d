"""What makes two titles the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from paperatlas.text.folding import folded_words

_ARTICLES = frozenset({"a", "an", "the"})
_NUMBER = re.compile(r"\d+")
_SUBTITLE = re.compile(r"\s*(?::|\?|\s[-–—])\s+")
_ALIKE = 0.93
"""How much of two titles' letters must agree, in order, for them to differ by slips alone. `Improved …` and its like
before a title of forty letters is under it."""


def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title without case, accents, punctuation and a leading article."""
    words = folded_words(title)
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def title_letters(title: str) -> str:
    """Return the letters and figures of a title, folded: hyphens, spaces and articles do not tell titles apart."""
    return "".join(title_words(title))


def same_title(one: str, other: str) -> bool:
    """Return whether two titles are those of one work, as far as titles can tell.

    Case, accents, punctuation and formulas' signs make no difference, nor do a few letters, nor a subtitle that one of
    the two lacks. A number or a word more does.
    """
    first, second = title_letters(one), title_letters(other)
    if not first or not second:
        return False
    if first == second:
        return True
    if _NUMBER.findall(first) != _NUMBER.findall(second):
        return False
    heads = [_SUBTITLE.split(title, maxsplit=1) for title in (one, other)]
    if {len(head) for head in heads} == {1, 2} and len(folded_words(heads[0][0])) > 1:
        return title_letters(heads[0][0]) == title_letters(heads[1][0])
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def shared_words(one: str, other: str) -> float:
    """Return the share of the shorter title's words that the other has too: 0 to 1, and 0 without any word."""
    first, second = set(folded_words(one)), set(folded_words(other))
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else 0.0
