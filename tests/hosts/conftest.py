"""Small sites, built by MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.conftest import write_files


@dataclass(frozen=True)
class Built:
    """A built site and what MkDocs logged as a warning."""

    root: Path
    warnings: list[str]

    def page(self, address: str) -> BeautifulSoup:
        """A page by its address: `papers/ddpm/`."""
        path = self.root / address / "index.html" if address.endswith("/") or not address else self.root / address
        return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")

    def addresses(self) -> set[str]:
        """The addresses of all pages."""
        return {
            path.relative_to(self.root).as_posix().removesuffix("index.html") for path in self.root.glob("**/*.html")
        }


BuildSite = Callable[..., Built]


@pytest.fixture
def build_site(tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> BuildSite:
    """Write files (path: text) and build them with the plugin; keywords are MkDocs' configuration."""
    # mkdocs-static-i18n replaces this function while it builds, and does not put it back when a strict build stops.
    monkeypatch.setattr(utils, "clean_directory", utils.clean_directory)

    def build_it(files: Mapping[str, str], options: dict[str, Any] | None = None, **settings: Any) -> Built:
        write_files(tmp_path, {"docs/index.md": "# Home\n", "mkdocs.yml": "site_name: Test\n"} | dict(files))
        config = load_config(
            str(tmp_path / "mkdocs.yml"),
            **{"theme": {"name": "mkdocs"}, "plugins": [{"paperatlas": options or {}}]} | settings,
        )
        with caplog.at_level(logging.WARNING, "mkdocs"):
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            except SystemExit as end:  # nothing was to be done
                if end.code:
                    raise
            finally:
                config.plugins.on_shutdown()
        return Built(tmp_path / "site", [record.getMessage() for record in caplog.records])

    return build_it
