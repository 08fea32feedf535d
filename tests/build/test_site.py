"""A built site: related work is kept between builds, exports of papers are files or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from paperatlas.build import site
from paperatlas.build.built_site import BuiltSite, SiteSettings
from paperatlas.build.options import Options, PaperExports
from paperatlas.build.site import build_site, has_paper_files
from tests.conftest import ReadFiles


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


@pytest.mark.parametrize(
    ("options", "files"),
    [
        ({}, {"atlas.json", "atlas.schema.json", "library.bib", "feed.xml"}),
        ({"exports": False}, set()),
        ({"pages": ()}, set()),
        ({"pages": (), "exports": True}, {"library.bib"}),
    ],
)
def test_a_site_has_the_exports_that_it_wants(
    read_files: ReadFiles, options: dict[str, object], files: set[str]
) -> None:
    project = read_files({"bib/a.bib": "@misc{a, title = {A}}"})
    project = replace(project, options=replace(project.options, **options))  # type: ignore[arg-type]
    addresses = {str(file.address) for file in build_site(project, "en", SiteSettings(name="Flows")).files}
    assert addresses & {"atlas.json", "atlas.schema.json", "library.bib", "feed.xml"} == files


@pytest.mark.parametrize(("wanted", "codes"), [("files", ["EXP002"]), ("page", [])])
def test_a_file_in_the_way_of_exports_that_are_none_is_no_problem(
    wanted: PaperExports, codes: list[str], read_files: ReadFiles
) -> None:
    built = built_with(read_files, wanted, {"papers/a.bib": "docs/papers/a.bib"})
    assert [problem.code for problem in built.problems] == codes


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
