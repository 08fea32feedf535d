"""Texts -> terms: words, and pairs of neighbouring characters where a script has no spaces.

Nothing but the standard library has a part in it, so that a library has the same terms on every machine. Korean has
spaces and is read as words; Thai, Lao and Khmer have none and are read as words all the same, which finds little.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from paperatlas.similarity.languages import LIGHT_WORDS, function_words

_UNSPACED = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]")
_RUN = re.compile(rf"([{_UNSPACED}]+|[^\W_{_UNSPACED}]+)")

ENGLISH = ("en",)


def _endings(words: str) -> tuple[tuple[str, str], ...]:
    """Return endings in whose place nothing stands."""
    return tuple((word, "") for word in words.split())


_SHORTEST_STEM = 3
_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "de": _endings("ern em en er es e s"),
    "fr": (("eaux", "eau"), ("aux", "al"), *_endings("es s x e")),
    "es": (("ces", "z"), *_endings("es os as s o a e")),
    "it": _endings("i e a o"),
    "pt": (("ões", "ão"), ("ão", "ão"), ("ais", "al"), ("éis", "el"), ("ns", "m"), *_endings("es os as s o a e")),
    "nl": (("heden", "heid"), *_endings("en s e")),
    "ru": _endings(
        "иями ями ами ыми ими ого его ому ему иях ях ах иям ям ам ием ем ом ов ев ей ой ий ый ая яя ое ее ие ые ых их "
        "ую юю ию ия ья ью ы и а я о е у ю ь й"
    ),
}
"""By language: what number, case and gender add to a word, and what stands in its place without them; the first that
fits is taken. After Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages"
(2006): words that differ more stay apart."""
_UNMARKED = {"de": str.maketrans("äöü", "aou"), "es": str.maketrans("áéíóú", "aeiou")}
"""Marks that come and go with number: `Netz`, `Häuser`, `imagen`, `imágenes`."""

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


# A library has texts in a few languages, and in as many pairs of them.
@lru_cache(maxsize=64)
def word_reader(languages: tuple[str, ...] = ENGLISH) -> Callable[[str], str | None]:
    """Return what makes terms of the words of texts in some languages, the first of which says how words end.

    The function it returns gives the term of a run; nothing for a function word, a single letter or a number, and None
    for a run in a script without spaces.
    """
    silent = function_words(languages)
    main = languages[0]

    # The words of a large dictionary, each as it is written, at 150 bytes each: 10 MB when full. Few texts of a library
    # are in any language but English.
    @lru_cache(maxsize=1 << 16 if languages == ENGLISH else 1 << 13)
    def read(run: str) -> str | None:
        if _UNSPACED_RUN.match(run):
            return None
        word = folded(run)
        if len(word) < 2 or word in silent or word.isdecimal():
            return ""
        return _stem(word, main)

    return read


def terms_of(text: str, languages: tuple[str, ...] = ENGLISH) -> list[str]:
    """Return the terms of `text` in order, as often as they occur."""
    read = word_reader(languages)
    if text.isascii():
        return list(filter(None, map(read, runs(text))))
    terms: list[str] = []
    for run in runs(folded(text)):
        if _UNSPACED_RUN.match(run):
            terms += filter(None, map(pair_term, run, run[1:]))
        elif term := read(run):
            terms.append(term)
    return terms


# As for `word_reader`.
@lru_cache(maxsize=64)
def light_terms(languages: tuple[str, ...] = ENGLISH) -> frozenset[str]:
    """Return the terms of words that are no reason alone for two texts to be related: `study`, `Methode`."""
    read = word_reader(languages)
    words = [word for language in {*languages, "en"} for word in LIGHT_WORDS[language]]
    return frozenset(term for word in words if (term := read(word)))


def _stem(word: str, language: str) -> str:
    """Return a folded word without the ending of its number or case; in English, plurals as their singular."""
    if language not in _ENDINGS:
        return _singular(word)
    if (marks := _UNMARKED.get(language)) is not None:
        word = word.translate(marks)
    for ending, instead in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORTEST_STEM:
            stem = word[: -len(ending)]
            doubled = language == "nl" and not instead and stem[-1] == stem[-2] and ending != "s"
            return (stem[:-1] if doubled else stem) + instead
    return word


def _singular(word: str) -> str:
    """Return an English plural as its singular, by the rules of Harman, "How effective is suffixing?" (1991), for `s`.

    That also cuts other words that end so, in any language, but all alike.
    """
    if len(word) > 3 and word.endswith("s"):
        if word.endswith("ies") and word[-4] not in "ae":
            return word[:-3] + "y"
        if word[-2] not in "us" and not (word.endswith("es") and word[-3] in "aeo"):
            return word[:-1]
    return word


def pair_term(first: str, second: str) -> str:
    """Return what two neighbouring characters count as; nothing if one of them is a function character."""
    return "" if first in FUNCTION_CHARACTERS or second in FUNCTION_CHARACTERS else first + second
