"""One small bilingual site, as each host builds it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from tests.cli.git import git
from tests.conftest import REPOSITORY, write_files

SITE = REPOSITORY / "tests/sites/bilingual"
DAY = "2026-02-03"
FORMER = ("old-levain", "old-dough")
"""The last part of the addresses that pages had before."""


_GENERATOR = re.compile('<meta name="generator"[^>]*>')


# Pages of two hosts that are the same but for who made them are parsed once.
@cache
def _parsed(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "lxml")


@dataclass(frozen=True)
class HostSite:
    """A site as one host builds it."""

    root: Path
    told: str = ""

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page by its address, but those of what is not found and those of former addresses."""
        return {
            path.relative_to(self.root).as_posix().removesuffix("index.html"): _parsed(
                _GENERATOR.sub("", path.read_text(encoding="utf-8"))
            )
            for path in sorted(self.root.glob("**/*.html"))
            if path.name != "404.html" and path.parent.name not in FORMER
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


def copy_of(site: Path, root: Path) -> Path:
    """Copy a small site."""
    return Path(shutil.copytree(site, root, ignore=shutil.ignore_patterns("site", ".cache")))


_RESULTS = """\
key,task,dataset,metric,value,setting,kind,source,place
levain,rising,Loaves,height (cm),12,,paper,https://bread.example/levain,Table 1
slow,rising,Loaves,height (cm),14,,paper,https://bread.example/slow,Table 2
"""


def with_repository(root: Path) -> Path:
    """Copy the bilingual site, and give it pages of every kind and a repository, committed on a known day."""
    configuration = copy_of(SITE, root) / "mkdocs.yml"
    settings = configuration.read_text(encoding="utf-8").replace(
        "  - paperatlas:\n", "  - paperatlas:\n      results: bib/results\n"
    )
    settings += "\nrepo_url: https://github.com/someone/bread\n"
    write_files(root, {"mkdocs.yml": settings, "bib/results/dough.csv": _RESULTS})
    library, note = root / "bib/dough.bib", root / "docs/directions/dough.md"
    entries = library.read_text(encoding="utf-8")
    library.write_text(entries.replace("@article{levain,", "@article{levain, ids = {old-levain},"), encoding="utf-8")
    written = note.read_text(encoding="utf-8")
    note.write_text(written.replace("---\n", "---\naliases: [old-dough]\n", 1), encoding="utf-8")
    for command in (["init"], ["add", "."], ["commit", "-m", "All", "--date", f"{DAY}T12:00:00+00:00"]):
        git(root, *command)
    return root


def build_site_of(root: Path, *command: str) -> str:
    """Build the site in a folder with a program of this environment; return what it told."""
    settings = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def whole(address: str, link: object) -> str:
    """Where a link of a page leads, on a host of no matter what name."""
    return urljoin(f"https://bread.example/atlas/{address}", str(link))


def article(page: BeautifulSoup) -> Tag:
    """What a page holds without what a theme puts around it."""
    found = page.select_one("article")
    assert found is not None
    return found
