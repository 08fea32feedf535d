"""Related work kept on disk: the next build looks only at the papers near those that have changed.

What it says of a paper is used if the digests of what went into it are still the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from paperatlas.similarity.candidates import Neighbour
from paperatlas.similarity.derived import DerivedRelations
from paperatlas.similarity.naming import NamedMethods
from paperatlas.similarity.nearest import Comparison, Neighbours, Vectors
from paperatlas.similarity.paper_texts import ComparedTexts
from paperatlas.similarity.related_work import NO_RELATED_WORK, RelatedWork
from paperatlas.similarity.vectors import Counts, Vector, frequencies
from paperatlas.storage.cache import Cache

FILE = "related.cache"
"""The name of the file in the folder of the cache."""


class _Texts(NamedTuple):
    """What cannot be had from the counts of terms in less time than it takes to read it; all by paper."""

    digests: Mapping[str, str]
    counts: Mapping[str, Counts]
    heads: Mapping[str, Vector]
    floors: Mapping[str, Neighbour | None]
    neighbours: Mapping[str, Neighbours]


class _Stored(NamedTuple):
    texts: _Texts
    methods: NamedMethods
    derived: Mapping[str, DerivedRelations]


_STORED = Cache(_Stored)


def load_related_work(folder: Path) -> RelatedWork:
    """Return what the last build found; nothing if there is none, or another program wrote it."""
    stored = _STORED.load(folder / FILE)
    if stored is None or not _is_of_one_library(stored):
        return NO_RELATED_WORK
    digests, counts, heads, floors, neighbours = stored.texts
    papers_with = frequencies(counts.values())
    comparison = Comparison(counts, heads, floors, neighbours, papers_with, Vectors(counts, papers_with))
    return RelatedWork(ComparedTexts(digests, comparison, stored.methods), stored.derived)


def save_related_work(folder: Path, work: RelatedWork) -> None:
    """Keep what was found."""
    texts, found = work.texts, work.texts.comparison
    kept = _Texts(texts.digests, found.counts, found.heads, found.floors, found.neighbours)
    _STORED.save(folder / FILE, _Stored(kept, texts.methods, work.derived))


def _is_of_one_library(stored: _Stored) -> bool:
    """Return whether all parts speak of the same papers, as those that were written do."""
    papers = stored.texts.digests.keys()
    return (
        all(part.keys() == papers for part in (*stored.texts, stored.methods.named))
        and stored.methods.first_words.keys() <= papers
        and all(
            derived.found.keys() <= papers
            and papers >= {other for found in derived.found.values() for other in found.looked_at}
            for derived in stored.derived.values()
        )
    )
