"""This repository's own atlas, built once for all tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.conftest import REPOSITORY


@dataclass(frozen=True)
class BuiltSite:
    """A site on disk, read with an HTML parser."""

    root: Path
    repository: Path = REPOSITORY

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page by its address from the root: `papers/ddpm/`."""
        return {
            path.relative_to(self.root).as_posix().removesuffix("index.html"): BeautifulSoup(
                path.read_text(encoding="utf-8"), "html.parser"
            )
            for path in sorted(self.root.glob("**/*.html"))
        }

    @cached_property
    def data(self) -> dict[str, Any]:
        """What `atlas.json` holds."""
        loaded: dict[str, Any] = json.loads((self.root / "atlas.json").read_text(encoding="utf-8"))
        return loaded


@pytest.fixture(scope="session")
def atlas_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The atlas, built with `--strict`."""
    root = tmp_path_factory.mktemp("site")
    config = load_config(str(REPOSITORY / "mkdocs.yml"), strict=True, site_dir=str(root))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return BuiltSite(root)
