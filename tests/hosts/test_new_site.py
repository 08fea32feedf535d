"""The site that `paperatlas new site` writes, built by MkDocs itself with Material, strictly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from paperatlas.cli import run_command_line


def build(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def page(folder: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((folder / "site" / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_with_the_address_of_its_repository_pages_can_be_edited(tmp_path: Path) -> None:
    assert run_command_line(["new", "site", str(tmp_path)]) == 0
    configuration = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    written = configuration.replace("# repo_url:", "repo_url:").replace("# edit_uri:", "edit_uri:")
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    build(tmp_path)
    links = [page(tmp_path, address).select_one("a[rel=edit]") for address in ("", "papers/ddpm")]
    start = "https://github.com/example/my-field/edit/main/"
    assert [str(link and link["href"]).partition("#")[0].removeprefix(start) for link in links] == [
        "docs/index.md",
        "bib/library.bib",
    ]
