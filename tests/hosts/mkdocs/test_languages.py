"""Sites of two languages."""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from paperatlas.hosts.mkdocs.language_site import LanguageSite
from paperatlas.notes import CitationCluster, body
from paperatlas.notes.citations.find import find_citations
from paperatlas.similarity.related_work import NO_RELATED_WORK
from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite, Built

LANGUAGES: list[dict[str, object]] = [
    {"locale": "zh", "name": "中文", "default": True},
    {"locale": "en", "name": "English"},
]
THEME = {"name": "material", "language": "zh", "font": False}
FILES = {
    "bib/a.bib": entry("nice", keywords="flows/models", abstract="In English.", abstract_zh="中文摘要。"),
    "docs/index.md": "# 首页\n\n<!-- paperatlas: directions -->\n",
    "docs/index.en.md": "# Home\n\n<!-- paperatlas: directions -->\n",
    "docs/directions/flows.md": "---\ntitle: 流\ngroups:\n- slug: models\n  title: 模型\n---\n# 流\n\n见 [@nice]。\n",
    "docs/directions/flows.en.md": "---\ntitle: Flows\ngroups:\n- slug: models\n  title: Models\n---\n# Flows\n\n[@nice]\n",
}


def build(
    build_site: BuildSite,
    files: dict[str, str],
    *,
    strict: bool = False,
    flipped: bool = False,
    structure: str = "suffix",
    languages: list[dict[str, object]] = LANGUAGES,
    **settings: Any,
) -> Built:
    i18n = {"languages": deepcopy(languages), "docs_structure": structure}
    plugins: list[dict[str, object]] = [{"i18n": i18n}, {"paperatlas": {}}]
    return build_site(
        files,
        plugins=plugins[::-1] if flipped else plugins,
        theme=THEME,
        site_url="https://example.org/atlas/",
        strict=strict,
        home=structure == "suffix",
        **settings,
    )


def in_folders(files: dict[str, str]) -> dict[str, str]:
    """The same pages where `docs_structure: folder` has them."""
    moved = {}
    for name, text in files.items():
        folder, path = name.split("/", 1)
        language = "en" if path.endswith(".en.md") else "zh"
        moved[f"docs/{language}/{path.replace('.en.md', '.md')}" if folder == "docs" else name] = text
    return moved


@pytest.mark.parametrize("flipped", [False, True])
def test_a_site_of_two_languages(build_site: BuildSite, flipped: bool) -> None:
    site = build(build_site, FILES, strict=True, flipped=flipped)
    assert site.warnings == []
    has_every_page_in_both_languages(site)
    switches_languages(site)
    lists_both_languages_in_its_sitemap(site)


def has_every_page_in_both_languages(site: Built) -> None:
    chinese = {
        "",
        "directions/flows/",
        "papers/",
        "papers/nice/",
        "people/",
        "problems/",
        "reading/",
        "venues/",
        "years/",
    }
    assert site.addresses() == chinese | {f"en/{address}" for address in chinese} | {"404.html"}
    for prefix, language, heading, abstract in (
        ("", "zh", "论文", "中文摘要。"),
        ("en/", "en", "Papers", "In English."),
    ):
        page = site.page(f"{prefix}papers/nice/")
        assert page.html
        assert page.html["lang"] == language
        assert abstract in page.get_text()
        assert site.page(f"{prefix}papers/").select_one("h1").get_text() == heading  # type: ignore[union-attr]
        assert site.page(f"{prefix}directions/flows/").select_one('a.pa-cite[href="../../papers/nice/"]')
        assert site.page(prefix).select_one('.pa-card a[href="directions/flows/"]')
        assert (site.root / prefix / "atlas.json").is_file()


def switches_languages(site: Built) -> None:
    switch = site.page("papers/nice/").select("a.md-select__link")
    assert [(link["hreflang"], link["href"]) for link in switch] == [("zh", "./"), ("en", "../../en/papers/nice/")]
    switch = site.page("en/papers/nice/").select("a.md-select__link")
    assert [(link["hreflang"], link["href"]) for link in switch] == [("zh", "../../../papers/nice/"), ("en", "./")]
    not_found = site.page("404.html")
    for links in (not_found.select("a.md-select__link"), not_found.select('link[rel="alternate"][hreflang]')):
        assert [(link["hreflang"], link["href"]) for link in links] == [("zh", "/atlas/"), ("en", "/atlas/en/")]


def lists_both_languages_in_its_sitemap(site: Built) -> None:
    sitemap = (site.root / "sitemap.xml").read_text(encoding="utf-8")
    for address in ("papers/nice/", "en/papers/nice/", "people/", "en/directions/flows/"):
        assert f"<loc>https://example.org/atlas/{address}</loc>" in sitemap
    assert 'hreflang="en" href="https://example.org/atlas/en/papers/nice/"' in sitemap


@pytest.mark.parametrize(
    ("site_url", "action"), [("https://example.org/", "/"), ("https://example.org/atlas/", "/atlas/")]
)
def test_a_search_page_of_the_theme_is_found_in_every_language(
    build_site: BuildSite, site_url: str, action: str
) -> None:
    site = build_site(
        FILES,
        plugins=["search", {"i18n": {"languages": LANGUAGES}}, "paperatlas"],
        theme={"name": "readthedocs", "locale": "zh_CN"},
        site_url=site_url,
    )
    forms = site.page("404.html").select("form")
    assert [form["action"] for form in forms] == [f"{action}search.html"] * 3
    search = site.page("search.html").select_one("html")
    assert search
    assert search["lang"] == site.page("").select_one("html")["lang"]  # type: ignore[index]


def test_a_missing_translation_is_said_and_reported(build_site: BuildSite) -> None:
    files = {name: text for name, text in FILES.items() if name != "docs/directions/flows.en.md"}
    site = build(build_site, files)
    (warning,) = site.warnings
    assert "docs/directions/flows.md:1:1: The page has no translation into 'en'." in warning
    assert "directions/flows.en.md" in warning
    page = site.page("en/directions/flows/")
    assert "its text is shown in Chinese" in page.get_text()
    assert page.select_one("#group-models")
    with pytest.raises(Abort):
        build(build_site, files, strict=True)


def test_a_language_the_site_does_not_have(build_site: BuildSite) -> None:
    site = build(build_site, FILES | {"docs/about.fr.md": "# À propos\n"})
    (warning,) = site.warnings
    assert "docs/about.fr.md:1:1: The site has no language 'fr'. The site's languages are 'zh', 'en'." in warning


def test_a_problem_of_the_library_is_reported_once(build_site: BuildSite) -> None:
    site = build(build_site, FILES | {"bib/b.bib": entry("b", keywords="flows/models", extends="nothing")})
    assert len([warning for warning in site.warnings if "REL001" in warning]) == 1


def test_a_page_that_says_its_language_misses_no_translation(build_site: BuildSite) -> None:
    guide = "---\nlanguage: en\n---\n# Guide\n\nOnly in English.\n"
    site = build(build_site, FILES | {"docs/guide.md": guide}, strict=True)
    assert site.warnings == []
    chinese, english = site.page("guide/"), site.page("en/guide/")
    within = chinese.select_one('article div[lang="en"]')
    assert within
    assert "Only in English." in within.get_text()
    assert chinese.select_one('div[lang="zh"] .pa-untranslated')
    assert "Only in English." in english.get_text()
    assert not english.select_one(".pa-untranslated")


def test_every_page_is_parsed_once(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def find(text: str, without_code: str) -> list[CitationCluster]:
        parsed.append(text)
        return find_citations(text, without_code)

    monkeypatch.setattr(body, "find_citations", find)
    # One that both languages show, and all of them as the host hands them over: without the line break at their end.
    files = FILES | {"docs/about.md": "\n# 关于\n\n[@nice] [流](directions/flows.md)\n\n"}
    build(build_site, files)
    assert sorted(parsed) == sorted(set(parsed))
    assert len(parsed) == 5


@pytest.mark.parametrize(
    ("languages", "held"),
    [
        (LANGUAGES, [("zh", True), ("en", False)]),
        # mkdocs-static-i18n builds the default language first, and again where it comes to it.
        (LANGUAGES[::-1], [("zh", True), ("en", True), ("zh", False)]),
    ],
)
def test_what_spares_a_search_is_held_for_the_next_language_alone(
    build_site: BuildSite,
    monkeypatch: pytest.MonkeyPatch,
    languages: list[dict[str, object]],
    held: list[tuple[str, bool]],
) -> None:
    built: list[tuple[str, bool]] = []
    read = LanguageSite.read

    def read_and_note(*given: Any, **wishes: Any) -> LanguageSite:
        site = read(*given, **wishes)
        built.append((site.pages.language, site.built.related_work is not NO_RELATED_WORK))
        return site

    monkeypatch.setattr(LanguageSite, "read", read_and_note)
    build(build_site, FILES, languages=languages)
    assert built == held


NAV = ["index.md", {"Directions": ["directions/flows.md"]}, "papers/index.md", "about.md"]
TRANSLATED = FILES | {
    "docs/about.md": "# 关于\n\n[流](directions/flows.md)、[论文](papers/index.md)、[@nice]\n",
    "docs/directions/only.md": "---\ntitle: 只有中文\n---\n# 只有中文\n\n见 [流](flows.md)。\n",
}


def contents(site: Built) -> dict[str, str]:
    """The text of every file of a site but for links to its sources and when it was built."""
    found = {}
    for path in site.root.glob("**/*"):
        # The sitemap has the pages in the order of their files.
        if (path.is_file() and path.suffix in {".html", ".json", ".bib", ".txt"}) or path.name == "feed.xml":
            lines = path.read_text(encoding="utf-8").splitlines()
            found[path.relative_to(site.root).as_posix()] = "\n".join(line for line in lines if "/edit/" not in line)
    return found


def test_folders_make_the_same_site_as_suffixes(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    settings: dict[str, Any] = {"nav": NAV, "repo_url": "https://github.com/a/b"}
    expected = contents(build(build_site, TRANSLATED, **settings))
    shutil.rmtree(tmp_path / "docs")
    assert contents(build(build_site, in_folders(TRANSLATED), structure="folder", **settings)) == expected


def test_advice_names_the_file_in_the_folder_of_the_language(build_site: BuildSite) -> None:
    files = in_folders({name: text for name, text in FILES.items() if name != "docs/directions/flows.en.md"})
    site = build(build_site, files | {"docs/fr/a.md": "# A\n"}, structure="folder")
    missing, unknown = sorted(site.warnings, key=lambda warning: "NOT009" in warning)
    assert "docs/zh/directions/flows.md:1:1: The page has no translation into 'en'." in missing
    assert "'docs/en/directions/flows.md'" in missing
    assert "docs/fr/a.md:1:1: The site has no language 'fr'." in unknown


GERMAN = {
    "bib/a.bib": entry("nice", keywords="flows/models", abstract_de="Auf Deutsch.")
    + entry(
        "glow", keywords="flows/models", extends="nice", evidence_de="[nice] mit Faltungen", abstract="In English."
    ),
    "docs/index.md": "# Start\n\n<!-- paperatlas: directions -->\n",
    "docs/directions/flows.md": "---\ntitle: Flüsse\ngroups:\n- slug: models\n  title: Modelle\n---\n# Flüsse\n\n[@nice]\n",
}


def language_around(element: Any) -> str:
    """The language of an element: that of the nearest around it that names one."""
    return next(str(each["lang"]) for each in (element, *element.parents) if each.get("lang"))


# an element, what it holds, its language
PARTS = [
    ("", ".pa-card__title a", "Flüsse", "de"),
    ("", ".pa-card__figures > span", "2 papers", "en"),
    ("directions/flows/", "h1", "Flüsse", "de"),
    ("directions/flows/", "#papers", "Papers", "en"),
    ("directions/flows/", "#group-models", "Modelle", "de"),
    ("directions/flows/", ".pa-evidence-cell", "mit Faltungen", "de"),
    ("papers/nice/", ".pa-abstract", "Auf Deutsch.", "de"),
    ("papers/glow/", ".pa-abstract", "In English.", "en"),
    ("papers/nice/", "#cite", "Cite", "en"),
    ("papers/nice/", ".pa-placements a", "Flüsse", "de"),
    ("papers/", "h1", "Papers", "en"),
]


@pytest.mark.parametrize("several", [False, True], ids=["alone", "of three"])
def test_a_language_that_there_are_no_words_in(build_site: BuildSite, several: bool) -> None:
    theme = THEME | {"language": "de"}
    if several:
        languages = [
            {"locale": "de", "name": "Deutsch", "default": True},
            *(one | {"default": False} for one in LANGUAGES),
        ]
        others = {name.replace(".md", f".{one}.md"): text for one in ("zh", "en") for name, text in GERMAN.items()}
        site = build(
            build_site, GERMAN | {n: t for n, t in others.items() if n.startswith("docs/")}, languages=languages
        )
    else:
        site = build_site(GERMAN, theme=theme)
    assert site.warnings == []
    for address, selector, text, language in PARTS:
        page = site.page(address)
        assert page.html
        assert page.html["lang"] == "de"
        element = page.select_one(f"article {selector}")
        assert element, (address, selector)
        assert element.get_text().strip().startswith(text)
        assert language_around(element) == language, (address, selector)
    assert not any(site.page(address).select(".pa-untranslated") for address in site.addresses())
