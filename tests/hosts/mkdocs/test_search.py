"""A search of our own in place of the theme's."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paperatlas.build.languages import Languages
from paperatlas.build.search import choice
from paperatlas.hosts.mkdocs.search import SiteSearch
from paperatlas.pages import messages_for
from tests.atlas.test_assemble import entry
from tests.build.search.test_index import fragments
from tests.conftest import ReadFiles, make_site
from tests.hosts.conftest import BuildSite
from tests.hosts.mkdocs.test_languages import FILES, LANGUAGES, THEME

OURS = ["assets/search-words.js", "assets/search.js"]


def scripts(page: Any) -> list[str]:
    return [script["src"] for script in page.select("script[src]")]


def test_every_page_of_both_languages_is_found_once(build_site: BuildSite) -> None:
    hidden = "---\nsearch:\n  exclude: true\n---\n# 不找\n"
    files = FILES | {"docs/hidden.md": hidden, "docs/hidden.en.md": hidden}
    site = build_site(
        files,
        plugins=["search", {"i18n": {"languages": LANGUAGES}}, {"paperatlas": {"search": "pagefind"}}],
        theme=THEME,
        site_url="https://example.org/atlas/",
    )
    assert site.warnings == []
    pages = fragments(site.root / "pagefind")
    assert pages.keys() == {
        f"/{address}"
        for address in site.addresses()
        if address.removeprefix("en/") not in ("404.html", "hidden/", "problems/")
    }
    assert "中文摘要" in pages["/papers/nice/"]["content"].replace("\u200b", "")
    assert "In English." in pages["/en/papers/nice/"]["content"]
    assert pages["/en/directions/flows/"]["meta"]["title"] == "Flows"
    entries = json.loads((site.root / "pagefind/pagefind-entry.json").read_text())["languages"]
    assert entries.keys() == {"zh", "en"}


@pytest.mark.parametrize(
    ("ours", "built", "writes"), [(True, ("zh", "en"), True), (True, ("zh",), False), (False, ("zh", "en"), False)]
)
def test_an_index_is_written_where_the_search_is_ours_and_all_languages_are_built(
    ours: bool, built: tuple[str, ...], writes: bool, read_files: ReadFiles
) -> None:
    site = make_site(read_files({}).atlas, messages_for("en"))
    search = SiteSearch(in_scripts=ours)
    for language in built:
        search.collect(site, language, ())
    assert (search.writer(Languages(("zh", "en"), "zh"), "site", None) is not None) is writes


@pytest.mark.parametrize(("pages", "ours"), [(["papers"], True), ([], False)])
def test_papers_without_pages_make_no_site_large(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch, pages: list[str], ours: bool
) -> None:
    monkeypatch.setattr(choice, "LARGE", 1)
    site = build_site({"bib/a.bib": entry("a")}, plugins=["search", {"paperatlas": {"pages": pages}}])
    assert (site.root / "pagefind").exists() is ours
    assert (site.root / "search/search_index.json").exists() is not ours


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_the_search_of_the_theme_gives_way(build_site: BuildSite, theme: str) -> None:
    site = build_site(
        {"bib/a.bib": entry("a")},
        plugins=["search", {"paperatlas": {"search": "pagefind"}}],
        theme={"name": theme} | ({"font": False} if theme == "material" else {}),
    )
    assert site.warnings == []
    home = site.page("")
    assert scripts(home)[-2:] == OURS
    assert "search/main.js" not in scripts(home)
    assert home.select_one('link[href="assets/search.css"]')
    assert not home.select("form, .md-search, #mkdocs_search_modal")
    assert not (site.root / "search/search_index.json").exists()
    assert not (site.root / "search.html").exists()
    assert not [*site.root.glob("assets/javascripts/lunr/*"), *site.root.glob("assets/javascripts/workers/search.*")]
    assert (site.root / "assets/search-words.js").read_text(encoding="utf-8").count("Esc") == 2


@pytest.mark.parametrize("search", ["auto", "theme"])
def test_a_small_site_has_the_search_of_its_theme(build_site: BuildSite, search: str) -> None:
    files = {"bib/a.bib": entry("a")}
    site = build_site(files, plugins=["search", {"paperatlas": {"search": search}}], theme={"name": "material"})
    assert not set(OURS) & set(scripts(site.page("")))
    assert site.page("").select_one(".md-search")
    assert (site.root / "search/search_index.json").is_file()
    assert (site.root / "assets/javascripts/lunr/tinyseg.js").is_file()
    assert not (site.root / "pagefind").exists()


def test_without_a_search_plugin(build_site: BuildSite) -> None:
    site = build_site({"bib/a.bib": entry("a")}, {"search": "pagefind"}, use_directory_urls=False)
    assert "/papers/a.html" in fragments(site.root / "pagefind")
    assert "/papers/index.html" in fragments(site.root / "pagefind")
