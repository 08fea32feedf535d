"""The obvious ways to find related papers, which derived relations have to beat."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from paperatlas.atlas import Atlas
from paperatlas.similarity.paper_texts import abstract_texts_of

Rankings = Mapping[str, Sequence[str]]
"""By key: the other papers, most related first."""

_WORD = re.compile(r"\b\w\w+\b")


def texts_of(atlas: Atlas) -> dict[str, str]:
    """Return the title and the abstracts of each paper, in every language."""
    return {key: " ".join([paper.title.text, *abstract_texts_of(paper)]) for key, paper in atlas.papers.items()}


def by_group(atlas: Atlas) -> Rankings:
    """Return papers of the same group, then those of the same direction; alike ones in the library's order."""
    groups = {key: frozenset(paper.placements) for key, paper in atlas.papers.items()}
    directions = {key: {place.direction for place in places} for key, places in groups.items()}

    def apart(key: str, other: str) -> tuple[bool, bool]:
        return not groups[key] & groups[other], not directions[key] & directions[other]

    return {key: sorted((other for other in groups if other != key), key=partial(apart, key)) for key in groups}


def by_tf_idf(texts: Mapping[str, str]) -> Rankings:
    """Plain TF-IDF as textbooks and scikit-learn have it: words of two letters or more, smoothed idf, cosine."""
    counts = {key: Counter(_WORD.findall(text.lower())) for key, text in texts.items()}
    papers_with = Counter(word for words in counts.values() for word in words)
    vectors = {}
    for key, words in counts.items():
        vector = {
            word: number * (1 + math.log((1 + len(texts)) / (1 + papers_with[word]))) for word, number in words.items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        vectors[key] = {word: weight / length for word, weight in vector.items()}
    return _ranked({key: (vector, vector) for key, vector in vectors.items()})


def by_bm25(texts: Mapping[str, str], k1: float = 1.2, b: float = 0.75) -> Rankings:
    """BM25 (Robertson and Zaragoza, 2009) with its usual constants; a paper's own text is the query."""
    counts = {key: Counter(_WORD.findall(text.lower())) for key, text in texts.items()}
    papers_with = Counter(word for words in counts.values() for word in words)
    lengths = {key: sum(words.values()) for key, words in counts.items()}
    mean = sum(lengths.values()) / (len(lengths) or 1)
    both = {}
    for key, words in counts.items():
        flattened = k1 * (1 - b + b * lengths[key] / mean)
        weights = {
            word: math.log(1 + (len(texts) - papers_with[word] + 0.5) / (papers_with[word] + 0.5))
            * number
            * (k1 + 1)
            / (number + flattened)
            for word, number in words.items()
        }
        both[key] = (dict.fromkeys(words, 1.0), weights)
    return _ranked(both)


def by_coupling(atlas: Atlas) -> Rankings:
    """Return papers by how many of the papers of the atlas both cite (bibliographic coupling); equal ones by key."""
    cites = {key: {each.cited for each in atlas.citations_from.get(key, ())} for key in atlas.papers}

    def uncoupled(key: str, other: str) -> tuple[int, str]:
        return -len(cites[key] & cites[other]), other

    return {key: sorted(cites.keys() - {key}, key=partial(uncoupled, key)) for key in cites}


def _ranked(vectors: Mapping[str, tuple[Mapping[str, float], Mapping[str, float]]]) -> Rankings:
    """Rank papers by the product of the first vector of one and the second of the others; equal ones by key."""
    index: dict[str, list[tuple[str, float]]] = {}
    for key, (_, weights) in vectors.items():
        for word, weight in weights.items():
            index.setdefault(word, []).append((key, weight))
    found = {}
    for key, (query, _) in vectors.items():
        scores = dict.fromkeys(vectors, 0.0)
        for word, weight in query.items():
            for other, theirs in index[word]:
                scores[other] += weight * theirs
        del scores[key]
        found[key] = sorted(scores, key=lambda other: (-scores[other], other))
    return found
