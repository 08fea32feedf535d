"""What was saved is in a large site before Zensical has written all of it, as Zensical writes it then."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.hosts.zensical import preview
from paperatlas.hosts.zensical.preview import idle_languages, show_saved
from paperatlas.hosts.zensical.program import build_folder
from paperatlas.hosts.zensical.staging import StagedSite, read_staged, stage_site
from tests.hosts.host_sites import SITE, copy_of

WORDS = "A sentence that was saved."
PAGES = ("directions/dough/index.html", "papers/cold/index.html")


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> StagedSite:
    """A site that Zensical has built, in both languages."""
    root = copy_of(SITE, tmp_path_factory.mktemp("preview") / "site")
    site = stage_site(read_configuration(root / "mkdocs.yml"), root / ".cache/paperatlas/zensical", is_served=True)
    build(site)
    return site


@pytest.fixture(autouse=True)
def _even_a_small_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "FROM_PAGES", 2)


def build(staged: StagedSite) -> None:
    for folder in staged.folders:
        build_folder(staged.stage.root / folder.configuration, staged.configuration.root, strict=False, clean=False)


def saved(before: StagedSite) -> StagedSite:
    """What is staged when a note and an entry have some words more."""
    root = before.configuration.root
    note, library = root / "docs/directions/dough.en.md", root / "bib/dough.bib"
    note.write_text(f"{note.read_text(encoding='utf-8')}\n{WORDS}\n", encoding="utf-8")
    text = library.read_text(encoding="utf-8")
    at = text.index("{cold,") + len("{cold,")
    library.write_text(f"{text[:at]} annotation = {{{WORDS}}},{text[at:]}", encoding="utf-8")
    site = read_staged(read_configuration(root / "mkdocs.yml"), before.stage.root, before, is_served=True)
    assert site.write_saved({note, library}, before)
    return site


def test_pages_that_were_saved_are_there_as_zensical_makes_them(staged: StagedSite) -> None:
    languages = idle_languages(staged)
    assert languages == ["zh", "en"]
    site = staged.stage.root / staged.folders[0].whole_site / "en"
    others = {path: path.stat().st_mtime_ns for path in site.rglob("*.html") if not str(path).endswith(PAGES)}
    after = saved(staged)
    show_saved(after, languages)
    early = {page: (site / page).read_text(encoding="utf-8") for page in PAGES}
    assert [WORDS in text for text in early.values()] == [True, True]
    assert others == {path: path.stat().st_mtime_ns for path in others}
    assert "en" not in idle_languages(after)
    build(after)
    assert early == {page: (site / page).read_text(encoding="utf-8") for page in PAGES}
    assert idle_languages(after) == ["zh", "en"]


def test_what_zensical_has_written_meanwhile_stays(staged: StagedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    page = staged.stage.root / staged.folders[0].whole_site / "en" / PAGES[0]
    after, run = saved(staged), subprocess.run

    def write_first(*arguments: Any, **options: Any) -> Any:
        page.write_text("all of it", encoding="utf-8")
        return run(*arguments, **options)

    monkeypatch.setattr(subprocess, "run", write_first)
    show_saved(after, ["en"])
    assert page.read_text(encoding="utf-8") == "all of it"


def test_nothing_of_it_is_taken_for_what_somebody_has_edited(staged: StagedSite) -> None:
    show_saved(saved(staged), ["en"])
    for is_served in (False, True):
        site = stage_site(staged.configuration, staged.stage.root, is_served=is_served)
        assert site.stage.edited == []


def test_a_small_site_is_left_to_zensical(staged: StagedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "FROM_PAGES", 2000)
    assert idle_languages(staged) == []
