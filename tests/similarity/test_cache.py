"""Related work is read as it was found, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperatlas.atlas import Atlas
from paperatlas.similarity.cache import _STORED, FILE, _Texts, load_related_work, save_related_work
from paperatlas.similarity.naming import NO_METHODS
from paperatlas.similarity.related_work import NO_RELATED_WORK, RelatedWork, find_related_work
from tests.conftest import ReadFiles
from tests.similarity.test_derived import library


def both_languages(atlas: Atlas) -> RelatedWork:
    return find_related_work(atlas, "zh", find_related_work(atlas, "en"))


def test_what_was_kept_is_what_was_found(read_files: ReadFiles, tmp_path: Path) -> None:
    atlas = library(read_files)
    work = both_languages(atlas)
    save_related_work(tmp_path / "cache", work)
    kept = load_related_work(tmp_path / "cache")
    assert kept.derived == work.derived
    assert kept.texts == replace(work.texts, comparison=replace(work.texts.comparison, recomputed=0))
    assert find_related_work(atlas, "en", kept) is kept
    assert find_related_work(atlas, "zh", kept) is kept
    first = (tmp_path / "cache" / FILE).read_bytes()
    save_related_work(tmp_path / "cache", kept)
    assert (tmp_path / "cache" / FILE).read_bytes() == first


def test_no_file_and_a_damaged_one_are_nothing(read_files: ReadFiles, tmp_path: Path) -> None:
    assert load_related_work(tmp_path) is NO_RELATED_WORK
    save_related_work(tmp_path, both_languages(library(read_files)))
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b"noise", b"noisy"))
    assert load_related_work(tmp_path) is NO_RELATED_WORK


@pytest.mark.parametrize("part", [*_Texts._fields, "methods", "found"])
def test_what_was_forged_of_other_papers_is_nothing(read_files: ReadFiles, tmp_path: Path, part: str) -> None:
    save_related_work(tmp_path, both_languages(library(read_files)))
    stored = _STORED.load(tmp_path / FILE)
    assert stored is not None
    if part == "methods":
        forged = stored._replace(methods=NO_METHODS)
    elif part == "found":
        found = {**stored.derived["en"].found, "none": stored.derived["en"].found["fast"]}
        forged = stored._replace(derived={"en": replace(stored.derived["en"], found=found)})
    else:
        change: dict[str, Any] = {part: {}}
        forged = stored._replace(texts=stored.texts._replace(**change))
    _STORED.save(tmp_path / FILE, forged)
    assert load_related_work(tmp_path) is NO_RELATED_WORK


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(read_files: ReadFiles, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    save_related_work(tmp_path / "file", both_languages(library(read_files)))
    assert load_related_work(tmp_path / "file") is NO_RELATED_WORK
