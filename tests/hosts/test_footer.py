"""The foot of every page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperatlas.build.built_site import BuiltSite, SiteSettings
from paperatlas.build.site import build_site
from paperatlas.hosts.footer import dated_copyright
from tests.conftest import ReadFiles

AFTER = '<span class="pa-dated">· Library of <time datetime="2026-02-03">2026-02-03</time></span>'
DATED = '<span class="pa-dated">Library of <time datetime="2026-02-03">2026-02-03</time></span>'


@pytest.fixture
def built(read_files: ReadFiles) -> BuiltSite:
    project = read_files({"bib/a.bib": "@misc{a, title = {A}}"})
    return replace(build_site(project, "en", SiteSettings(name="Flows")), library_day="2026-02-03")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", DATED),
        ("© Ada", f"© Ada {AFTER}"),
        (f"© Ada {AFTER.replace('Library of', '文献库更新于')}", f"© Ada {AFTER}"),
        (DATED, DATED),
    ],
)
def test_the_day_of_the_library_follows_what_a_site_says(written: str, expected: str, built: BuiltSite) -> None:
    assert dated_copyright(written, built) == expected


@pytest.mark.parametrize("written", ["", "© Ada"])
def test_a_day_that_is_not_known_is_not_said(written: str, built: BuiltSite) -> None:
    assert dated_copyright(written, replace(built, library_day="")) == written
    assert dated_copyright(f"{written} {DATED}".strip(), replace(built, library_day="")) == written


def test_a_site_in_another_language_says_which_its_words_are_in(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": "@misc{a, title = {A}}"})
    project = replace(project, atlases={"de": project.atlas})
    built = replace(build_site(project, "de", SiteSettings(name="Flows")), library_day="2026-02-03")
    assert dated_copyright("", built).startswith('<span class="pa-dated" lang="en">')
