"""The site that `paperatlas new site` writes, built by MkDocs itself with Material, strictly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from paperatlas.cli import run_command_line


def build(folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "REPO_URL": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def page(folder: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((folder / "site" / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def edit_links(folder: Path) -> list[str]:
    """Where the home page and a paper's are edited."""
    links = [page(folder, address).select_one("a[rel=edit]") for address in ("", "papers/ddpm")]
    return [str(link["href"]).partition("#")[0] for link in links if link]


def test_pages_can_be_edited_where_the_workflow_knows_the_repository(tmp_path: Path) -> None:
    assert run_command_line(["new", "site", str(tmp_path)]) == 0
    assert "REPO_URL: " in (tmp_path / ".github/workflows/site.yml").read_text(encoding="utf-8")
    told = build(tmp_path, REPO_URL="https://github.com/example/my-field")
    assert "WARNING" not in told
    start = "https://github.com/example/my-field/edit/main/"
    assert edit_links(tmp_path) == [f"{start}docs/index.md", f"{start}bib/library.bib"]


def test_without_a_repository_there_is_no_link_to_edit_pages(tmp_path: Path) -> None:
    assert run_command_line(["new", "site", str(tmp_path)]) == 0
    assert "WARNING" not in build(tmp_path)
    assert edit_links(tmp_path) == []
