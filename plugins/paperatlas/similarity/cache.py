"""The comparison of texts, kept on disk: the next build looks only at the papers near those that have changed.

What it says of a paper is used if the digest of the paper's texts is still the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from paperatlas.similarity.nearest import Comparison, Neighbour, Neighbours, Vectors
from paperatlas.similarity.paper_texts import NO_TEXTS, ComparedTexts
from paperatlas.similarity.vectors import Counts, Vector, frequencies
from paperatlas.storage.cache import Cache

FILE = "texts.cache"
"""The name of the file in the folder of the cache."""


class _Texts(NamedTuple):
    """What cannot be had from the counts of terms in less time than it takes to read it; all by paper."""

    digests: Mapping[str, str]
    counts: Mapping[str, Counts]
    heads: Mapping[str, Vector]
    floors: Mapping[str, Neighbour | None]
    neighbours: Mapping[str, Neighbours]


_TEXTS = Cache(_Texts)


def load_texts(folder: Path) -> ComparedTexts:
    """Return what the last build compared; nothing if there is none, or another program wrote it."""
    found = _TEXTS.load(folder / FILE)
    if found is None or any(part.keys() != found.digests.keys() for part in found):
        return NO_TEXTS
    digests, counts, heads, floors, neighbours = found
    papers_with = frequencies(counts.values())
    comparison = Comparison(counts, heads, floors, neighbours, papers_with, Vectors(counts, papers_with))
    return ComparedTexts(digests, comparison)


def save_texts(folder: Path, texts: ComparedTexts) -> None:
    """Keep what was compared."""
    found = texts.comparison
    _TEXTS.save(folder / FILE, _Texts(texts.digests, found.counts, found.heads, found.floors, found.neighbours))
