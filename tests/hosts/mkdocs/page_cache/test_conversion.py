"""Pages are converted again when something changes that their HTML depends on, and only then."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from paperatlas.hosts.mkdocs.page_cache import pages
from tests.atlas.test_assemble import entry
from tests.conftest import write_files
from tests.hosts.conftest import BuildSite

LIBRARY = entry("nice", keywords="flows", abstract="Short.") + entry("vae")
PLAIN = "# Plain\n\n![a](img/a.png) [other](other.md#there) [nice](papers/nice.md) [@nice]\n"
FILES = {
    "bib/a.bib": LIBRARY,
    "docs/index.md": "# Home\n",
    "docs/directions/flows.md": "---\ntitle: Flows\n---\n# Flows\n\n[@vae]\n\n## Two\n",
    "docs/plain.md": PLAIN,
    "docs/other.md": "# Other\n\n## There\n",
    "docs/img/a.png": "",
}
EVERY = {"index.md", "directions/flows.md", "plain.md", "other.md"}
TOC: dict[str, Any] = {"markdown_extensions": ["toc", "tables"]}


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that MkDocs converts, by source."""
    found: list[str] = []
    render = Page.render

    def counted(page: Page, config: Any, files: Any) -> None:
        found.append(page.file.src_uri)
        render(page, config, files)

    monkeypatch.setattr(Page, "render", counted)
    return found


CHANGES: list[tuple[str, dict[str, str], list[str], dict[str, Any], set[str]]] = [
    ("nothing", {}, [], {}, set()),
    ("a text", {"docs/plain.md": PLAIN + "More.\n"}, [], {}, {"plain.md"}),
    ("an abstract", {"bib/a.bib": LIBRARY.replace("Short", "Long")}, [], {}, set()),
    ("a cited author", {"bib/a.bib": LIBRARY.replace("Lovelace", "Byron")}, [], {}, set()),
    ("a heading that is linked to", {"docs/other.md": "# Other\n"}, [], {}, {"other.md"}),
    ("a page that is linked to", {"docs/others.md": "# Other\n"}, ["docs/other.md"], {}, {"plain.md", "others.md"}),
    ("a picture", {}, ["docs/img/a.png"], {}, {"plain.md"}),
    ("a paper that is linked to", {"bib/a.bib": entry("vae")}, [], {}, {"plain.md"}),
    ("an option of an extension", {}, [], {"markdown_extensions": [{"toc": {"permalink": True}}]}, EVERY),
    ("an extension", {}, [], TOC | {"markdown_extensions": ["toc", "tables", "pymdownx.tilde"]}, EVERY),
    ("the form of addresses", {}, [], {"use_directory_urls": False}, EVERY),
    ("what of links is checked", {}, [], {"validation": {"absolute_links": "warn"}}, EVERY),
    ("the name of the site", {}, [], {"site_name": "Other"}, set()),
]


@pytest.mark.parametrize(
    ("files", "gone", "settings", "expected"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_what_is_converted_after_a_change(
    build_site: BuildSite,
    tmp_path: Path,
    converted: list[str],
    files: dict[str, str],
    gone: list[str],
    settings: dict[str, Any],
    expected: set[str],
) -> None:
    assert build_site(FILES).warnings == []
    assert set(converted) >= EVERY
    converted.clear()
    write_files(tmp_path, files)
    for name in gone:
        (tmp_path / name).unlink()
    build_site({}, **settings)
    assert {name for name in converted if name in EVERY | expected} == expected


def test_a_page_with_a_warning_is_converted_and_warned_of_in_every_build(
    build_site: BuildSite, converted: list[str]
) -> None:
    files = FILES | {"docs/plain.md": PLAIN + "[gone](gone.md)\n"}
    first = build_site(files).warnings
    assert "'gone.md'" in first[0]
    converted.clear()
    assert build_site({}).warnings == first * 2
    assert [name for name in converted if name in EVERY] == ["plain.md"]


def test_links_to_missing_headings_are_reported_in_every_build(build_site: BuildSite, converted: list[str]) -> None:
    files = FILES | {"docs/other.md": "# Other\n"}
    checked = {"validation": {"links": {"anchors": "warn"}}}
    first = build_site(files, **checked).warnings
    assert "'other.md#there'" in first[0]
    converted.clear()
    assert build_site({}, **checked).warnings == first * 2
    assert converted == []


def slugify(text: str, separator: str) -> str:
    return text.lower() + separator


@pytest.mark.parametrize(
    "extension",
    [
        "pymdownx.snippets",
        "wikilinks",
        {"toc": {"slugify": slugify}},
        {"pymdownx.emoji": {"options": {"custom_icons": ["icons"]}}},
    ],
    ids=["reads files", "of unknown effect", "a function of the site", "with icons of the site"],
)
def test_an_extension_that_may_depend_on_more_than_the_text(
    build_site: BuildSite,
    converted: list[str],
    monkeypatch: pytest.MonkeyPatch,
    extension: Any,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(pages.log, "info", told.append)
    build_site(FILES, markdown_extensions=[deepcopy(extension)])
    converted.clear()
    build_site({}, markdown_extensions=[deepcopy(extension)])
    assert set(converted) >= EVERY
    assert len(told) == 2
    assert told[0].startswith("In every build, pages are converted")


def test_pages_are_in_memory_between_the_builds_of_a_server_without_a_cache(
    tmp_path: Path, converted: list[str]
) -> None:
    write_files(
        tmp_path,
        FILES | {"docs/more.md": "# More\n", "mkdocs.yml": "site_name: Test\nplugins: [paperatlas: {cache: ''}]\n"},
    )
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    converted.clear()
    write_files(tmp_path, {"docs/plain.md": PLAIN + "More.\n"})
    (tmp_path / "docs/more.md").unlink()
    build(config)
    assert converted == ["plain.md"]
    assert not (tmp_path / ".cache").exists()
    write_files(tmp_path, {"docs/more.md": "# More\n"})
    build(config)
    assert converted == ["plain.md", "more.md"]
