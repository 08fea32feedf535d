"""Texts -> terms: words, and pairs of neighbouring characters where a script has no spaces.

Nothing but the standard library has a part in it, so that a library has the same terms on every machine. Korean has
spaces and is read as words; Thai, Lao and Khmer have none and are read as words all the same, which finds little.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSPACED = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]")
_RUN = re.compile(rf"([{_UNSPACED}]+|[^\W_{_UNSPACED}]+)")

_ENGLISH = """
a about above across after again against all almost along already also although among an and another any are as
at away be became because become been before behind being below between both but by can cannot could did do does
done down during each either else enough even ever every first for from further had has have having here how
however i if in instead into is it its itself just last later less let like made make many may might more most
much must neither never new next no none nor not novel now of off often on once one only onto or other others
our out over own paper papers per propose proposed proposes rather same second see several shall should show
shown shows since so some still such than that the their them themselves then there these they this those though
three through thus to together too toward towards two under until up upon us use used uses using very via was we
well were what when where whether which while who whom whose why will with within without would yet you your
"""
FUNCTION_WORDS = frozenset(_ENGLISH.split())
"""English words that say nothing of what a text is about."""

FUNCTION_CHARACTERS = frozenset(
    "的了在是和与與及其之为為以而并並且但也都被把这這那该該每们們于於则則即又再就还還更最者它他她此只仍却若如"
)
"""Chinese characters of which the same holds, wherever they stand."""


def split_runs(text: str) -> list[str]:
    """Return `text` in parts: by turns what holds no letter or digit, perhaps nothing, and what does, called a run.

    A run is a word, or what stands between two signs in a script without spaces. They are at the odd places: this is
    one call of the regular expression engine, where a match for each run would take ten times as long.

    >>> split_runs("Zero-shot 学习!")
    ['', 'Zero', '-', 'shot', ' ', '学习', '!']
    """
    return _RUN.split(text)


def runs(text: str) -> list[str]:
    """Return the runs of `text` in order, as written."""
    return _RUN.split(text)[1::2]


def folded(run: str) -> str:
    """Return a part as it is compared: case is folded, and full-width letters are as narrow ones (Unicode's NFKC)."""
    return run.lower() if run.isascii() else unicodedata.normalize("NFKC", run).casefold()


# As for `word_term`: the words of a large dictionary, each as it is written.
@lru_cache(maxsize=1 << 16)
def word_of(run: str) -> str | None:
    """Return the term of a part that is a word, as `word_term` has it; None if it is in a script without spaces."""
    return None if _UNSPACED_RUN.match(run) else word_term(folded(run))


def terms_of(text: str) -> list[str]:
    """Return the terms of `text` in order, as often as they occur."""
    if text.isascii():
        return list(filter(None, map(word_of, runs(text))))
    terms: list[str] = []
    for run in runs(folded(text)):
        if _UNSPACED_RUN.match(run):
            terms += filter(None, map(pair_term, run, run[1:]))
        elif term := word_term(run):
            terms.append(term)
    return terms


# The words of a large dictionary, at 150 bytes each: 10 MB when full.
@lru_cache(maxsize=1 << 16)
def word_term(word: str) -> str:
    """Return what a folded word counts as; nothing for a function word, a single letter or a number.

    English plurals count as their singular, by the rules of Harman, "How effective is suffixing?" (1991), for `s`;
    that also cuts other words that end so, in any language, but all alike.
    """
    if len(word) < 2 or word in FUNCTION_WORDS or word.isdecimal():
        return ""
    if len(word) > 3 and word.endswith("s"):
        if word.endswith("ies") and word[-4] not in "ae":
            return word[:-3] + "y"
        if word[-2] not in "us" and not (word.endswith("es") and word[-3] in "aeo"):
            return word[:-1]
    return word


def pair_term(first: str, second: str) -> str:
    """Return what two neighbouring characters count as; nothing if one of them is a function character."""
    return "" if first in FUNCTION_CHARACTERS or second in FUNCTION_CHARACTERS else first + second
