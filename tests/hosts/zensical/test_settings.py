"""The configuration of each language, from what a site says for MkDocs and mkdocs-static-i18n."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from paperatlas.build.configuration import read_configuration
from paperatlas.build.languages import Languages
from paperatlas.hosts.long_texts import LONG_TEXTS
from paperatlas.hosts.zensical.layout import language_folders
from paperatlas.hosts.zensical.page_extension import PAGE_EXTENSION
from paperatlas.hosts.zensical.settings import (
    SUPPORTED_PLUGINS,
    automatic_nav,
    ignored_by_zensical,
    read_settings,
    settings_for,
    settings_text,
    site_nav,
)

SITE = """
site_name: Bread
site_url: https://bread.example/atlas
docs_dir: .
theme: {name: material, palette: [{scheme: default, toggle: {name: hell}}, {scheme: slate}]}
extra: {a: 1, status: {hot: 热}}
nav: [index.md, {论文: papers/index.md}, {文档: [a.md, {更多: [b.md]}]}]
extra_css: [own.css]
hooks: [hooks.py]
exclude_docs: x
plugins:
  - search: {lang: [zh]}
  - tags
  - git-revision-date
  - paperatlas
  - i18n:
      languages:
        - {locale: zh, name: 中文, default: true}
        - locale: en
          name: English
          site_name: Loaves
          nav_translations: {论文: Papers, 更多: More}
          theme: {palette: [{toggle: {name: light}}]}
          extra: {status: {hot: Hot}}
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.snippets
  - paperatlas.citations: {bib: x}
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
"""


def settings(text: str, language: str, tmp_path: Path) -> dict[str, Any]:
    """What a site's configuration becomes for a language."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    configuration = read_configuration(file)
    return settings_for(read_settings(configuration), configuration.languages, language)


def test_the_first_language_has_what_the_site_says(tmp_path: Path) -> None:
    found = settings(SITE, "zh", tmp_path)
    assert (found["site_name"], found["site_url"]) == ("Bread", "https://bread.example/atlas/")
    assert found["theme"]["language"] == "zh"
    assert (found["extra"]["a"], found["extra"]["status"]) == (1, {"hot": "热"})
    assert found["nav"] == ["index.md", {"论文": "papers/index.md"}, {"文档": ["a.md", {"更多": ["b.md"]}]}]
    assert found["extra_css"] == ["own.css", "assets/paperatlas.css", "assets/citations.css"]
    assert found["plugins"] == [{"search": {"lang": ["zh"]}}, "tags"]
    assert [name for item in found["markdown_extensions"] for name in ([item] if isinstance(item, str) else item)] == [
        "toc",
        "pymdownx.emoji",
        "tables",
        LONG_TEXTS,
        PAGE_EXTENSION,
    ]
    assert {"tables": {"use_align_attribute": True}} in found["markdown_extensions"]
    assert not {"hooks", "exclude_docs"} & found.keys()


def test_another_language_has_what_the_plugin_is_told_of_it(tmp_path: Path) -> None:
    found = settings(SITE, "en", tmp_path)
    assert (found["site_name"], found["site_url"]) == ("Loaves", "https://bread.example/atlas/en/")
    assert found["nav"] == ["index.md", {"Papers": "papers/index.md"}, {"文档": ["a.md", {"More": ["b.md"]}]}]
    assert found["theme"]["palette"] == [{"scheme": "default", "toggle": {"name": "light"}}, {"scheme": "slate"}]
    assert (found["extra"]["a"], found["extra"]["status"]) == (1, {"hot": "Hot"})
    assert found["extra"]["paperatlas"]["languages"] == [
        {"name": "中文", "lang": "zh", "root": "../"},
        {"name": "English", "lang": "en", "root": "../en/"},
    ]


def test_tags_reach_zensical_as_they_are_written(tmp_path: Path) -> None:
    written = settings_text(settings(SITE, "zh", tmp_path))
    assert "!!python/object/apply:pymdownx.slugs.slugify" in written
    assert "!!python/name:material.extensions.emoji.twemoji" in written
    assert yaml.compose(written) is not None


def test_a_site_in_one_language_has_no_switch(tmp_path: Path) -> None:
    found = settings("site_name: X\nplugins: [paperatlas]\ntheme: {name: mkdocs, locale: de}\n", "de", tmp_path)
    assert "alternate" not in found["extra"]
    assert "nav" not in found


def test_what_has_no_effect_is_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    values = read_settings(read_configuration(tmp_path / "mkdocs.yml"))
    assert ignored_by_zensical(values) == ["plugin git-revision-date", "hooks"]


def test_the_plugins_that_zensical_knows_are_known() -> None:
    from zensical import config as zensical_config

    assert set(zensical_config._PLUGIN_UNSUPPORTED_OPTIONS) == SUPPORTED_PLUGINS


@pytest.mark.parametrize(
    ("sources", "nav"),
    [
        ([], []),
        (["b.md", "index.md", "a.md"], ["index.md", "a.md", "b.md"]),
        (["x-y/b.md", "x-y/index.md", "z.md"], ["z.md", {"X y": ["x-y/index.md", "x-y/b.md"]}]),
        (["iOS/a/b.md", "README.md"], ["README.md", {"iOS": [{"A": ["iOS/a/b.md"]}]}]),
    ],
)
def test_a_site_without_navigation_gets_that_of_mkdocs(sources: list[str], nav: list[Any]) -> None:
    assert list(automatic_nav(sources)) == nav


@pytest.mark.parametrize(
    ("hand_written", "generated", "nav"),
    [
        (["a.md"], ["papers/a.md"], ["a.md"]),
        (["index.md"], ["index.md", "map.md", "papers/index.md"], ["index.md", "papers/index.md", "map.md"]),
        (["map.md"], ["index.md", "map.md", "papers/a.md"], ["index.md", "map.md"]),
    ],
)
def test_lists_follow_the_hand_written_pages(hand_written: list[str], generated: list[str], nav: list[str]) -> None:
    assert site_nav(hand_written, generated) == nav


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], [("zh", "", "site")]),
        (["en"], [("zh", "in-en", "site"), ("en", "", "in-en/site/en")]),
        (
            ["en", "de"],
            [("zh", "in-en/in-de", "site"), ("en", "", "in-en/in-de/site/en"), ("de", "in-en", "in-de/site/de")],
        ),
    ],
)
def test_every_language_is_below_its_own_folder_and_in_the_first_ones_site(
    others: list[str], expected: list[tuple[str, str, str]]
) -> None:
    folders = language_folders(Languages(("zh", *others), "zh"))
    assert [(each.language, each.path, each.site) for each in folders] == expected
    assert all(each.whole_site.startswith(folders[0].whole_site) for each in folders)
