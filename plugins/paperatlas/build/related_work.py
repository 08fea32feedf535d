"""The comparison of texts that derived relations come from, kept from one build to the next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paperatlas.atlas import Paper
from paperatlas.similarity.cache import load_texts, save_texts
from paperatlas.similarity.paper_texts import NO_TEXTS, ComparedTexts, compare_texts


def kept_comparison(papers: Mapping[str, Paper], before: ComparedTexts, folder: Path | None) -> ComparedTexts:
    """The papers' texts, compared: as far as they have changed since `before`, else since what `folder` keeps."""
    if before is NO_TEXTS and folder is not None:
        before = load_texts(folder)
    found = compare_texts(papers, before)
    if folder is not None and found is not before:
        save_texts(folder, found)
    return found
