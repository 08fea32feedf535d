"""The texts by which papers are compared: title, method and abstracts, in all languages together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from paperatlas.atlas import Paper
from paperatlas.similarity.nearest import NOTHING, Comparison, compare
from paperatlas.similarity.terms import terms_of
from paperatlas.similarity.vectors import Counts

_NAMED = 2
"""A word of the title, or of the method's name, counts as so many of the abstract."""


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """The papers' texts, compared, and a digest of each by which a change is seen."""

    digests: Mapping[str, str]
    comparison: Comparison


NO_TEXTS = ComparedTexts({}, NOTHING)


def compare_texts(papers: Mapping[str, Paper], before: ComparedTexts = NO_TEXTS) -> ComparedTexts:
    """Compare the texts of `papers` by key. What `before` found and still holds is kept; the result is the same."""
    digests: dict[str, str] = {}
    counts: dict[str, Counts] = {}
    for key, paper in papers.items():
        names, abstracts = f"{paper.method}\n{paper.title.text}", "\n".join(abstract_texts_of(paper))
        digests[key] = hashlib.sha256(f"{names}\0{abstracts}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        if digests[key] == before.digests.get(key):
            counts[key] = before.comparison.counts[key]
        else:
            counts[key] = _counts(names, abstracts)
    if digests == before.digests:
        return before
    return ComparedTexts(digests, compare(counts, before.comparison))


def abstract_texts_of(paper: Paper) -> list[str]:
    """Return the abstracts of a paper in every language it has one in, in the order of its fields."""
    names = [name for name in paper.entry.fields if name == "abstract" or name.startswith("abstract_")]
    return [text.text for name in names if (text := paper.entry.text(name))]


def _counts(names: str, abstracts: str) -> Counts:
    counts = Counter(terms_of(names))
    for term in counts:
        counts[term] *= _NAMED
    counts.update(terms_of(abstracts))
    return counts
