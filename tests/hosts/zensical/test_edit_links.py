"""Where pages are edited, as MkDocs has it."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from paperatlas.hosts.zensical.edit_links import edit_url

GITHUB = "https://github.com/a/b"
SITES: list[dict[str, Any]] = [
    {"repo_url": GITHUB},
    {"repo_url": f"{GITHUB}/"},
    {"repo_url": "https://gitlab.com/a/b"},
    {"repo_url": "https://bitbucket.org/a/b"},
    {"repo_url": "https://git.example/a"},
    {"repo_url": GITHUB, "edit_uri": "edit/main/docs"},
    {"repo_url": GITHUB, "edit_uri": "?path=docs/"},
    {"repo_url": GITHUB, "edit_uri": ""},
    {"repo_url": GITHUB, "edit_uri": "https://edit.example/docs/"},
    {"edit_uri": "https://edit.example/docs/"},
    {"repo_url": GITHUB, "edit_uri_template": "edit/main/docs/{path}"},
    {"repo_url": GITHUB, "edit_uri_template": "edit/{path_noext}.txt"},
    {},
]


@pytest.mark.parametrize("path", ["a.md", "../bib/a.bib#L3"])
@pytest.mark.parametrize("site", SITES, ids=str)
def test_a_page_is_edited_where_mkdocs_says(site: dict[str, Any], path: str) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "X", **site})
    config.validate()
    file = File("a.md", "docs", "site", use_directory_urls=True)
    file.edit_uri = path
    assert edit_url(site, path) == (Page(None, file, config).edit_url or "")


def test_a_page_of_many_entries_is_edited_nowhere() -> None:
    assert edit_url({"repo_url": GITHUB}, None) == ""


def test_the_name_of_a_file_stays_in_its_link() -> None:
    assert edit_url({"repo_url": GITHUB, "edit_uri": "edit/"}, 'a"> <b>.md') == f"{GITHUB}/edit/a%22%3E%20%3Cb%3E.md"
    assert edit_url({"edit_uri": "https://x.org/"}, "a b.md") == "https://x.org/a%20b.md"
