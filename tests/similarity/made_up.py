"""Papers made of words that belong to topics, the same ones every time."""

from __future__ import annotations

import random
from collections import Counter


def made_up_counts(number: int) -> dict[str, Counter[str]]:
    """The terms of `number` papers `p0`, `p1`, …: some of any paper, most of one of ten topics."""
    chance = random.Random(3)
    papers = {}
    for at in range(number):
        topic = chance.randrange(10)
        own = [f"topic{topic}word{int(chance.paretovariate(0.7)) % 60}" for _ in range(25)]
        papers[f"p{at}"] = Counter([*own, *(f"word{int(chance.paretovariate(0.5)) % 500}" for _ in range(40))])
    return papers
