"""Pages that PaperAtlas writes itself are those that MkDocs would make."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from paperatlas.hosts.mkdocs import direct_pages
from tests.conftest import write_files
from tests.hosts.conftest import BuildSite

LIBRARY = "".join(
    f'@online{{k{number}, title = {{Bits {{\\&}} <b> "{number}"}}, url = {{https://example.org/x{number}}}, author = {{Ho, J. and Xu, K.}}, year = {{202{number % 3}}},\n'
    f"  abstract = {{What {{\\%}} & <i>so</i> {number}.}}, keywords = {{flows/a}}, uses = {{k{number // 2}}}}}\n"
    for number in range(1, 9)
)
NOTE = "---\ntitle: Flows\n---\n# Flows\n\nSee [@k2] and [a paper](../papers/k1.md#abstract).\n"
FILES = {"bib/a.bib": LIBRARY, "docs/directions/flows.md": NOTE}
SEEING_EVERY_PAGE = "def on_page_context(context, page, config, nav):\n    return context\n"
MATERIAL = {"name": "material", "font": False}
I18N = {"i18n": {"languages": [{"locale": "zh", "name": "中文", "default": True}, {"locale": "en", "name": "English"}]}}
SITES: dict[str, dict[str, Any]] = {
    "material": {"theme": MATERIAL, "plugins": ["search", "paperatlas"]},
    "mkdocs": {"theme": {"name": "mkdocs"}, "plugins": ["search", "paperatlas"]},
    "readthedocs": {"theme": {"name": "readthedocs"}, "plugins": ["paperatlas"]},
    "files": {"theme": MATERIAL, "plugins": ["search", "paperatlas"], "use_directory_urls": False},
    "languages": {"theme": MATERIAL, "plugins": [I18N, {"search": {}}, {"paperatlas": {}}]},
    "repository": {
        "theme": MATERIAL | {"features": ["content.action.edit"]},
        "plugins": ["search", "paperatlas"],
        "repo_url": "https://github.com/a/b",
        "edit_uri": "edit/main/docs/",
    },
    "theme of its own": {"theme": MATERIAL | {"custom_dir": "theme"}, "plugins": ["search", "paperatlas"]},
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", SITES)
def test_a_site_is_the_same_whoever_writes_its_pages(
    name: str,
    build_site: BuildSite,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site = SITES[name] | {"site_url": "https://example.org/a/"}
    write_files(
        tmp_path,
        {"theme/main.html": "{% extends 'base.html' %}{% block footer %}{{ page.title|length }}{% endblock %}"},
    )
    ours = build_site(FILES, **deepcopy(site))
    warnings, direct = ours.warnings, contents(ours.root)
    caplog.clear()
    (tmp_path / "hook.py").write_text(SEEING_EVERY_PAGE)
    assert warnings == build_site(FILES, hooks=["hook.py"], **deepcopy(site)).warnings
    theirs = contents(tmp_path / "site")
    assert {path for path in direct.keys() | theirs.keys() if direct.get(path) != theirs.get(path)} <= SEARCH
    assert entries(direct) == entries(theirs)


SEARCH = {"search/search_index.json", "search/en.json", "search/zh.json", "sitemap.xml", "sitemap.xml.gz"}
"""What names the pages in the order in which they were made."""


def entries(files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    index = files.get("search/search_index.json", b"")
    return sorted(index.decode().split('{"location"')), sorted(files["sitemap.xml"].decode().split("<url>"))


def test_a_theme_that_looks_into_pages_is_asked_for_each_of_them(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(direct_pages.log, "info", said.append)
    write_files(
        tmp_path,
        {"theme/main.html": "{% extends 'base.html' %}{% block footer %}{{ page.title|length }}{% endblock %}"},
    )
    build_site(FILES, **SITES["theme of its own"])
    assert len(said) == 1
    assert "treats generated pages" in said[0]
    assert "(see 'people/" in said[0]


def test_a_link_to_a_heading_that_a_page_has_not_is_reported(build_site: BuildSite) -> None:
    note = NOTE.replace("#abstract", "#nowhere")
    built = build_site(FILES | {"docs/directions/flows.md": note}, validation={"links": {"anchors": "warn"}})
    assert [warning for warning in built.warnings if "k1.md#nowhere" in warning]
