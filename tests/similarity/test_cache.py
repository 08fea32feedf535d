"""A comparison of texts is read as it was found, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperatlas.similarity.cache import _TEXTS, FILE, _Texts, load_texts, save_texts
from paperatlas.similarity.paper_texts import NO_TEXTS, compare_texts
from tests.conftest import ReadFiles
from tests.similarity.test_derived import library


def test_what_was_kept_is_what_was_compared(read_files: ReadFiles, tmp_path: Path) -> None:
    papers = library(read_files).papers
    texts = compare_texts(papers)
    save_texts(tmp_path / "cache", texts)
    kept = load_texts(tmp_path / "cache")
    assert kept.digests == texts.digests
    assert kept.comparison == replace(texts.comparison, recomputed=0)
    assert compare_texts(papers, kept) is kept
    first = (tmp_path / "cache" / FILE).read_bytes()
    save_texts(tmp_path / "cache", kept)
    assert (tmp_path / "cache" / FILE).read_bytes() == first


def test_no_file_and_a_damaged_one_are_no_texts(read_files: ReadFiles, tmp_path: Path) -> None:
    assert load_texts(tmp_path) is NO_TEXTS
    save_texts(tmp_path, compare_texts(library(read_files).papers))
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b"noise", b"noisy"))
    assert load_texts(tmp_path) is NO_TEXTS


@pytest.mark.parametrize("part", _Texts._fields)
def test_a_forged_comparison_of_other_papers_is_no_texts(read_files: ReadFiles, tmp_path: Path, part: str) -> None:
    save_texts(tmp_path, compare_texts(library(read_files).papers))
    texts = _TEXTS.load(tmp_path / FILE)
    assert texts is not None
    change: dict[str, Any] = {part: {}}
    _TEXTS.save(tmp_path / FILE, texts._replace(**change))
    assert load_texts(tmp_path) is NO_TEXTS


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(read_files: ReadFiles, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    save_texts(tmp_path / "file", compare_texts(library(read_files).papers))
    assert load_texts(tmp_path / "file") is NO_TEXTS
