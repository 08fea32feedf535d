"""One small bilingual site, built once by each host."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import REPOSITORY

SITE = REPOSITORY / "tests/sites/bilingual"


@dataclass(frozen=True)
class HostSite:
    """A site as one host builds it."""

    root: Path
    told: str = ""

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page by its address, but those of what is not found."""
        return {
            path.relative_to(self.root).as_posix().removesuffix("index.html"): BeautifulSoup(
                path.read_text(encoding="utf-8"), "html.parser"
            )
            for path in sorted(self.root.glob("**/*.html"))
            if path.name != "404.html"
        }

    @cached_property
    def files(self) -> set[str]:
        """All files that are no page."""
        found = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file())
        return {path for path in found if not path.endswith(".html")}

    def found(self, index: str, items: str) -> list[dict[str, Any]]:
        """What a search index holds."""
        loaded: dict[str, Any] = json.loads((self.root / index).read_text(encoding="utf-8"))
        entries: list[dict[str, Any]] = loaded[items]
        return entries


def run(root: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program of this environment in a folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def copy_of(site: Path, root: Path) -> Path:
    """Copy a small site."""
    return Path(shutil.copytree(site, root, ignore=shutil.ignore_patterns("site", ".cache")))


def built_by(command: tuple[str, ...], root: Path) -> HostSite:
    """Copy the bilingual site, with a repository, and build it."""
    with (copy_of(SITE, root) / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("\nrepo_url: https://github.com/someone/bread\n")
    done = run(root, *command)
    assert done.returncode == 0, done.stderr
    return HostSite(root / "site", done.stderr)


@pytest.fixture(scope="session")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> HostSite:
    """The site as MkDocs builds it."""
    return built_by(("mkdocs", "build", "--quiet"), tmp_path_factory.mktemp("mkdocs") / "site")


@pytest.fixture(scope="session")
def by_zensical(tmp_path_factory: pytest.TempPathFactory) -> HostSite:
    """The site as Zensical builds it."""
    return built_by(("paperatlas", "zensical", "build"), tmp_path_factory.mktemp("zensical") / "site")


def whole(address: str, link: object) -> str:
    """Where a link of a page leads, on a host of no matter what name."""
    return urljoin(f"https://bread.example/atlas/{address}", str(link))


def article(page: BeautifulSoup) -> Tag:
    """What a page holds without what a theme puts around it."""
    found = page.select_one("article")
    assert found is not None
    return found
