"""Derived relations in a built site, and their comparison kept between builds."""

from __future__ import annotations

from pathlib import Path

from paperatlas.build.site import compared_texts
from paperatlas.similarity.cache import FILE
from paperatlas.similarity.paper_texts import NO_TEXTS, compare_texts
from tests.conftest import ReadFiles
from tests.similarity.test_derived import LIBRARY, library, library_of


def test_a_comparison_is_kept_on_disk_and_in_memory(read_files: ReadFiles, tmp_path: Path) -> None:
    papers = library(read_files).papers
    folder = tmp_path / "cache"
    first = compared_texts(papers, NO_TEXTS, folder)
    assert first.comparison.recomputed == len(papers)
    written = (folder / FILE).stat().st_mtime_ns
    later = compared_texts(papers, NO_TEXTS, folder)
    assert later.comparison.recomputed == 0
    assert later.comparison.neighbours == first.comparison.neighbours
    assert compared_texts(papers, later, folder) is later
    assert (folder / FILE).stat().st_mtime_ns == written


def test_a_changed_paper_is_compared_and_kept(read_files: ReadFiles, tmp_path: Path) -> None:
    compared_texts(library(read_files).papers, NO_TEXTS, tmp_path)
    papers = library_of(read_files, LIBRARY.replace("Two networks", "A reverse process of networks")).papers
    changed = compared_texts(papers, NO_TEXTS, tmp_path)
    assert changed.comparison.neighbours == compare_texts(papers).comparison.neighbours
    assert compared_texts(papers, NO_TEXTS, tmp_path).digests == changed.digests


def test_no_cache_is_fine(read_files: ReadFiles, tmp_path: Path) -> None:
    compared_texts(library(read_files).papers, NO_TEXTS, None)
    assert not (tmp_path / FILE).exists()
