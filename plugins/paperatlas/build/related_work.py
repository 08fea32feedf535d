"""Related papers: found again where something has changed, else taken from the cache of a project."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from paperatlas.atlas import Atlas
from paperatlas.similarity.cache import load_related_work, save_related_work
from paperatlas.similarity.related_work import NO_RELATED_WORK, RelatedWhenAsked, RelatedWork, find_related_work


def current_related_work(
    atlas: Atlas, language: str, earlier: RelatedWork, cache: Path | None, processes: int = 1
) -> RelatedWork:
    """Find related papers, as far as something has changed since `earlier`, else since what the cache holds."""
    earlier = _loaded(earlier, cache)
    found = find_related_work(atlas, language, earlier, processes)
    if cache is not None and found is not earlier:
        save_related_work(cache, found)
    return found


def related_when_asked(atlas: Atlas, language: str, earlier: RelatedWork, cache: Path | None) -> RelatedWhenAsked:
    """Return the related papers of each paper, found when they are asked for, from the same as above."""
    save = partial(save_related_work, cache) if cache else lambda _: None
    return RelatedWhenAsked(atlas, language, _loaded(earlier, cache), save)


def _loaded(earlier: RelatedWork, cache: Path | None) -> RelatedWork:
    return load_related_work(cache) if earlier is NO_RELATED_WORK and cache is not None else earlier
