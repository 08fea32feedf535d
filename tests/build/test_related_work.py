"""Related papers: from the cache where nothing has changed."""

from __future__ import annotations

from pathlib import Path

from paperatlas.build.related_work import current_related_work
from paperatlas.similarity.cache import FILE
from paperatlas.similarity.related_work import NO_RELATED_WORK, find_related_work
from tests.conftest import ReadFiles
from tests.similarity.test_derived import LIBRARY, library, library_of


def test_related_work_is_kept_on_disk_and_in_memory(read_files: ReadFiles, tmp_path: Path) -> None:
    atlas = library(read_files)
    folder = tmp_path / "cache"
    first = current_related_work(atlas, "en", NO_RELATED_WORK, folder)
    written = (folder / FILE).stat().st_mtime_ns
    later = current_related_work(atlas, "en", NO_RELATED_WORK, folder)
    assert later.texts.comparison.recomputed == 0
    assert later.derived == first.derived
    assert current_related_work(atlas, "en", later, folder) is later
    assert (folder / FILE).stat().st_mtime_ns == written


def test_a_changed_paper_is_compared_and_kept(read_files: ReadFiles, tmp_path: Path) -> None:
    current_related_work(library(read_files), "en", NO_RELATED_WORK, tmp_path)
    atlas = library_of(read_files, LIBRARY.replace("Two networks", "A reverse process of networks"))
    changed = current_related_work(atlas, "en", NO_RELATED_WORK, tmp_path)
    assert changed.in_language("en") == find_related_work(atlas, "en").in_language("en")
    assert current_related_work(atlas, "en", NO_RELATED_WORK, tmp_path).derived == changed.derived


def test_no_cache_is_fine(read_files: ReadFiles, tmp_path: Path) -> None:
    current_related_work(library(read_files), "en", NO_RELATED_WORK, None)
    assert not (tmp_path / FILE).exists()
