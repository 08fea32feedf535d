"""Languages as mkdocs-static-i18n is told them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.build.languages import Languages, meant_translations, read_languages, unknown_languages
from paperatlas.build.project import read_site
from tests.conftest import write_files

EN, ZH, DRAFT = {"locale": "en"}, {"locale": "zh", "default": True}, {"locale": "fr", "build": False}
WRITTEN: list[tuple[Any, Languages]] = [
    (None, Languages(("de",), "de")),
    ({}, Languages(("de",), "de")),
    ({"languages": "en"}, Languages(("de",), "de")),
    ({"languages": [EN, ZH, DRAFT, {}, "x"]}, Languages(("en", "zh"), "zh", translated=True)),
    ({"languages": [EN], "fallback_to_default": False}, Languages(("en",), "en", translated=True, fallback=False)),
    ({"languages": [EN], "docs_structure": "folder"}, Languages(("en",), "en", translated=True, by_folder=True)),
]
SUFFIX = Languages(("en", "zh"), "zh", translated=True)
FOLDER = Languages(("en", "zh"), "zh", translated=True, by_folder=True)
PATHS = [
    # the languages, a page without its language, the language, its path
    (SUFFIX, "a/b.md", "zh", "a/b.md"),
    (SUFFIX, "a/b.md", "en", "a/b.en.md"),
    (FOLDER, "a/b.md", "zh", "zh/a/b.md"),
    (FOLDER, "a/b.md", "en", "en/a/b.md"),
]


@pytest.mark.parametrize(("written", "languages"), WRITTEN)
def test_read(written: Any, languages: Languages) -> None:
    assert read_languages(written, "de") == languages


@pytest.mark.parametrize(("languages", "source", "language", "path"), PATHS)
def test_paths(languages: Languages, source: str, language: str, path: str) -> None:
    assert languages.source_of(source, language) == path
    assert languages.split(path) == (source, "" if path == source else language)


def test_a_suffix_that_is_no_language_of_the_site() -> None:
    found = unknown_languages(["a.fr.md", "a.en.md", "v1.2.md", "b.pt_BR.md"], SUFFIX, Path("/site/docs"))
    assert {source: (problem.code, problem.file) for source, problem in found.items()} == {
        "a.fr.md": ("NOT009", "docs/a.fr.md"),
        "b.pt_BR.md": ("NOT009", "docs/b.pt_BR.md"),
    }
    assert unknown_languages(["a.fr.md"], Languages(("en",), "en"), Path("/site/docs")) == {}


def test_a_folder_that_is_no_language_of_the_site() -> None:
    sources = ["fr/a.md", "zh/a.md", "a.fr.md", "img/a.md", "zh/fr/a.md", "index.md"]
    assert list(unknown_languages(sources, FOLDER, Path("/site/docs"))) == ["fr/a.md"]


NEARLY = [
    (["a.md", "a_en.md"], {"a_en.md": "a.en.md"}),
    (["d/a.md", "d/a.EN.md"], {"d/a.EN.md": "d/a.en.md"}),
    (["a.md", "a-english.md"], {"a-english.md": "a.en.md"}),
    (["a.md", "a.en-US.md"], {"a.en-US.md": "a.en.md"}),
    (["a.md", "a.en.md", "a_en.md"], {}),
    (["a_en.md", "b.md"], {}),
    (["a.md", "a_zh.md", "a_fr.md", "a-b.md"], {}),
]


@pytest.mark.parametrize(("sources", "meant"), NEARLY)
def test_names_that_seem_to_be_those_of_translations(sources: list[str], meant: dict[str, str]) -> None:
    assert meant_translations(sources, SUFFIX) == meant
    assert meant_translations(sources, FOLDER) == meant_translations(sources, Languages(("en",), "en")) == {}


def test_what_follows_from_the_name_of_a_translation_is_not_told(tmp_path: Path) -> None:
    configuration = (
        "site_name: x\nnav:\n  - index.md\nplugins:\n  - paperatlas\n  - i18n:\n      languages:\n"
        "        - {locale: zh, name: 中文, default: true}\n        - {locale: en, name: English}\n"
    )
    write_files(tmp_path, {"mkdocs.yml": configuration, "docs/index.md": "# 甲\n", "docs/index_en.md": "# A\n"})
    problems = [
        each for each in read_site(read_configuration(tmp_path / "mkdocs.yml")).problems if each.code != "LIB002"
    ]
    assert [(each.code, str(each.span), each.hint) for each in problems] == [
        ("NOT009", "docs/index_en.md:1:1", "Rename it to 'index.en.md'.")
    ]
