"""Papers that nobody wrote: titles and abstracts with the statistics of real ones, the same ones every time.

Words follow Zipf's law, as in any language; most words of an abstract belong to the language, the others to one or two
topics, each with some hundred words of its own, of which a few are frequent; topics are of very different sizes.
"""

from __future__ import annotations

import random
from bisect import bisect
from itertools import accumulate

GENERAL = 8_000
"""How many words belong to no topic."""
TOPIC_WORDS = 150
PAPERS_PER_TOPIC = 50
_SYLLABLES = [first + vowel for first in "bdfgklmnprtvz" for vowel in "aeiou"]


class _Words:
    """A vocabulary from which words are drawn by Zipf's law."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._sums = list(accumulate(1 / (rank + 2) for rank in range(len(words))))

    def draw(self, chance: random.Random) -> str:
        """Return one word; the n-th of them about 1/n as often as the first."""
        return self._words[bisect(self._sums, chance.random() * self._sums[-1])]


def made_up_papers(number: int, seed: int = 1) -> dict[str, tuple[str, str]]:
    """Make `number` papers by key, each with its title and an abstract of about 120 words."""
    chance = random.Random(seed)
    general = _Words(_vocabulary(chance, GENERAL))
    topics = [_Words(_vocabulary(chance, TOPIC_WORDS)) for _ in range(max(2, number // PAPERS_PER_TOPIC))]
    sizes = list(accumulate(1 / (rank + 5) for rank in range(len(topics))))

    def words(topic: _Words, second: _Words, count: int, share: float) -> str:
        found = []
        for _ in range(count):
            about = topic if chance.random() < 0.75 else second
            found.append((about if chance.random() < share else general).draw(chance))
        return " ".join(found)

    papers = {}
    for at in range(number):
        topic = topics[bisect(sizes, chance.random() * sizes[-1])]
        second = chance.choice(topics)
        title = words(topic, second, chance.randint(5, 11), 0.7).capitalize()
        sentences = [words(topic, second, chance.randint(12, 28), 0.3).capitalize() for _ in range(6)]
        papers[f"paper{at}"] = (title, ". ".join(sentences) + ".")
    return papers


def _vocabulary(chance: random.Random, number: int) -> list[str]:
    """Different words, the frequent ones short, as in a language."""
    words: dict[str, None] = {}
    while len(words) < number:
        syllables = 2 + min(3, len(words).bit_length() // 5 + chance.randint(0, 1))
        words["".join(chance.choices(_SYLLABLES, k=syllables)) + chance.choice("bdklmt")] = None
    return list(words)
