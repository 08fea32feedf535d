"""A built site: related work is kept between builds, exports of papers are files or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from paperatlas.build import site
from paperatlas.build.options import Options, PaperExports
from paperatlas.build.site import BuiltSite, SiteSettings, build_site, current_related_work, has_paper_files
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


@pytest.mark.parametrize(
    ("wanted", "papers", "files"),
    [("auto", 999, True), ("auto", 1000, False), ("files", 5000, True), ("page", 1, False)],
)
def test_where_the_exports_of_papers_are(wanted: PaperExports, papers: int, files: bool) -> None:
    assert has_paper_files(Options(paper_exports=wanted), papers) is files


def built_with(read_files: ReadFiles, wanted: PaperExports, files: Mapping[str, str] | None = None) -> BuiltSite:
    project = read_files({"bib/a.bib": "@misc{a, title = {A}}"})
    project = replace(project, options=replace(project.options, paper_exports=wanted))
    return build_site(project, "en", SiteSettings(name="Flows", files=files or {}))


@pytest.mark.parametrize(("wanted", "expected"), [("files", True), ("page", False)])
def test_exports_of_papers_are_said_to_be_where_they_are(
    wanted: PaperExports, expected: bool, read_files: ReadFiles
) -> None:
    built = built_with(read_files, wanted)
    files = {str(file.address): file for file in built.files}
    assert ("papers/a.bib" in files) is expected
    assert ("instead of the last slash, and likewise" in files["llms.txt"].text) is expected
    page = built.pages["papers/a.md"].make()
    assert ('href="../a.bib" download>' in page.body.html) is expected
    assert ('data-pa-export=".bib"' in page.body.html) is not expected


@pytest.mark.parametrize(
    ("options", "language", "there"),
    [
        ({}, "en", True),
        ({"paper_exports": "page"}, "en", True),
        ({"pages": ("home", "papers")}, "en", False),
        ({"pages": ("home", "papers"), "paper_exports": "page"}, "en", True),
        ({"exports": False}, "en", True),
        ({"exports": False, "paper_exports": "files", "pages": ("reading",)}, "en", False),
        ({"pages": ()}, "en", False),
    ],
)
def test_scripts_with_exports_are_there_where_a_page_loads_them(
    read_files: ReadFiles, options: dict[str, object], language: str, there: bool
) -> None:
    project = read_files({"bib/a.bib": "@misc{a, title = {A}}"})
    project = replace(project, options=replace(project.options, **options))  # type: ignore[arg-type]
    built = build_site(project, language, SiteSettings(name="Flows"))
    assert any(file.address.startswith("assets/exports-") for file in built.files) is there


@pytest.mark.parametrize(("wanted", "codes"), [("files", ["EXP002"]), ("page", [])])
def test_a_file_in_the_way_of_exports_that_are_none_is_no_problem(
    wanted: PaperExports, codes: list[str], read_files: ReadFiles
) -> None:
    built = built_with(read_files, wanted, {"papers/a.bib": "docs/papers/a.bib"})
    assert [problem.code for problem in built.problems] == codes


def test_no_cache_is_fine(read_files: ReadFiles, tmp_path: Path) -> None:
    current_related_work(library(read_files), "en", NO_RELATED_WORK, None)
    assert not (tmp_path / FILE).exists()


RELATED = "@misc{a, title = {A}}\n@misc{b, title = {B}, extends = {a}}\n"


@pytest.mark.parametrize(
    ("library", "version", "codes"),
    [(RELATED, "", ["GRA001"]), (RELATED, "2.0.4", []), ("@misc{a, title = {A}}\n", "", [])],
)
def test_drawings_without_graphviz_are_told(
    library: str, version: str, codes: list[str], read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "GRAPHVIZ", version)
    built = build_site(read_files({"bib/a.bib": library}), "en", SiteSettings(name="Flows"))
    assert [problem.code for problem in built.problems] == codes
