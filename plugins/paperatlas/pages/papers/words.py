"""The words that the papers of a divided table are found by: which papers have each, in pieces that are loaded alone.

A reader's word finds the papers that have a word which begins with it. Chinese and Japanese, which divide no words,
are written as pairs of neighbouring characters: a text with all pairs of a phrase has the phrase, but for rare chances.
`templates/assets/search-papers.js` divides what a reader types in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paperatlas.text.folding import fold

_PIECE = 5000
"""How many papers are named in a piece: some 8 kB when it is compressed."""
_UNDIVIDED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of scripts without blanks between words: kana and Chinese characters."""
_RUN = re.compile(rf"([{_UNDIVIDED}]+)|([^\W_{_UNDIVIDED}]+)")
_FROM_A_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=([A-Z][^\W_]*))")
"""What follows a capital letter within a word: `Net` of ResNet, `BERTa` of RoBERTa."""


@dataclass(frozen=True, slots=True)
class WordPiece:
    """Some words that follow each other, and for each the papers that have it.

    A list of papers is the number of the first, then by how much each further one is higher than the one before.
    """

    words: list[str]
    papers: list[list[int]]


def word_pieces(texts: Iterable[Sequence[str]]) -> list[WordPiece]:
    """Return the pieces with the words of all papers; `texts` are those of each, by its number.

    Words are in the order in which JavaScript compares them, by units of UTF-16.
    """
    found: dict[str, list[int]] = {}
    for number, of_paper in enumerate(texts):
        for word in {word for text in of_paper for word in words_of(text)}:
            found.setdefault(word, []).append(number)
    pieces: list[WordPiece] = []
    room = 0
    for word in sorted(found, key=lambda word: word.encode("utf-16-be")):
        numbers = found[word]
        if room < len(numbers):
            pieces.append(WordPiece([], []))
            room = _PIECE
        pieces[-1].words.append(word)
        pieces[-1].papers.append([numbers[0], *(after - before for before, after in pairwise(numbers))])
        room -= len(numbers)
    return pieces


def words_of(text: str) -> Iterator[str]:
    """Yield the words that a text is found by, folded: also what follows a capital letter within one."""
    for characters, word in _RUN.findall(_folded(text)):
        if word:
            yield word
        yield from (characters[at : at + 2] for at in range(len(characters)))
    for rest in _FROM_A_CAPITAL.findall(text):
        yield _folded(rest)


def _folded(text: str) -> str:
    """Return a text without case, accents and, which JavaScript takes for these, the vowel signs of any script."""
    folded = fold(text)
    if folded.isascii():
        return folded
    return "".join(character for character in folded if not unicodedata.category(character).startswith("M"))
