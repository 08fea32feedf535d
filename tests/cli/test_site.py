"""The site at hand: that of the `mkdocs.yml` here or above."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.configuration import BadSiteError, read_configuration
from paperatlas.build.project import read_site
from paperatlas.cli.site import asked_library, configuration_at_hand
from paperatlas.cli.usage import UsageError
from tests.conftest import write_files

SITE = "site_name: 站\nplugins:\n  - paperatlas:\n      bib: [a.bib, 流]\n"
FILES = {"mkdocs.yml": SITE, "docs/notes/x.md": "# X\n", "a.bib": "@misc{a, title = {A}}\n", "流/b.bib": ""}


@pytest.mark.parametrize("folder", [".", "docs", "docs/notes"])
def test_it_is_found_from_every_folder_below_it(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, FILES)
    monkeypatch.chdir(tmp_path / folder)
    configuration = configuration_at_hand("")
    assert configuration.file == tmp_path / "mkdocs.yml"
    assert list(read_site(configuration).atlas.papers) == ["a"]
    asked = asked_library([], "")
    assert (asked.root, asked.bib, asked.configuration) == (tmp_path, ("a.bib", "流"), configuration)


def test_named_paths_are_of_this_folder_and_of_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, FILES)
    monkeypatch.chdir(tmp_path / "docs")
    asked = asked_library(["../a.bib"], "")
    assert (asked.root, asked.bib, asked.configuration) == (tmp_path / "docs", ("../a.bib",), None)
    with pytest.raises(UsageError, match=r"cannot read 'a\.bib'"):
        asked_library(["a.bib"], "")


def test_without_a_site_it_is_said_what_to_do_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"no mkdocs\.yml in this folder or above it; name a file$"):
        asked_library([], "name a file")


NO_SITES = [
    ("", "has no plugin `paperatlas`"),
    ("plugins: [search]\n", "has no plugin `paperatlas`"),
    ("plugins: [search]\n", "write `- paperatlas` below `plugins`"),
    (
        "plugins:\n  - paperatlas:\n    bib: a\n",
        "mkdocs.yml: 'bib' stands beside the plugin `paperatlas`, not below it",
    ),
    ("plugins: [", "mkdocs.yml"),
    ("plugins:\n  - paperatlas: {bib: 3}\n", "The option 'bib' cannot be used: "),
]


@pytest.mark.parametrize(("text", "message"), NO_SITES)
def test_a_configuration_of_something_else_is_refused(text: str, message: str, tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": text})
    with pytest.raises(BadSiteError) as refused:
        read_configuration(tmp_path / "mkdocs.yml")
    assert message in str(refused.value)


def test_a_site_without_its_docs_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": SITE})
    with pytest.raises(BadSiteError, match="docs_dir"):
        read_site(read_configuration(tmp_path / "mkdocs.yml"))
