"""Small sites, built by MkDocs, and one by each host."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.conftest import REPOSITORY, write_files
from tests.hosts.host_sites import HostSite, build_site_of, with_repository

REPOSITORY_ADDRESS = "https://example.org/paperatlas"


def run(*command: str, cwd: Path, **environment: str) -> str:
    """Run a program that has to succeed; return what it printed."""
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    build = (sys.executable, "-m", "hatchling", "build", "--directory", str(folder), "--target", "sdist")
    run(*build, cwd=REPOSITORY, REPO_URL=REPOSITORY_ADDRESS)
    (packed,) = folder.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder / packed.name.removesuffix(".tar.gz")


@pytest.fixture(scope="session")
def wheel(sdist: Path) -> Path:
    """The wheel, built from the source distribution."""
    build = (sys.executable, "-m", "hatchling", "build", "--directory", str(sdist.parent), "--target", "wheel")
    run(*build, cwd=sdist, REPO_URL="")
    (built,) = sdist.parent.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> HostSite:
    """The bilingual site, with a repository, as MkDocs builds it."""
    root = with_repository(tmp_path_factory.mktemp("hosts") / "project")
    return HostSite(root / "site", build_site_of(root, "mkdocs", "build", "--quiet"))


@pytest.fixture(scope="session")
def by_properdocs(by_mkdocs: HostSite) -> HostSite:
    """The same as ProperDocs builds it, in the same folder and with the same cache."""
    site = by_mkdocs.root.parent.with_name("properdocs")
    command = ("properdocs", "build", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", str(site))
    return HostSite(site, build_site_of(by_mkdocs.root.parent, *command))


@pytest.fixture(scope="session")
def by_zensical(tmp_path_factory: pytest.TempPathFactory) -> HostSite:
    """The same as Zensical builds it."""
    root = with_repository(tmp_path_factory.mktemp("zensical") / "project")
    return HostSite(root / "site", build_site_of(root, "paperatlas", "zensical", "build"))


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

    def build_it(
        files: Mapping[str, str], options: dict[str, Any] | None = None, *, home: bool = True, **settings: Any
    ) -> Built:
        index = {"docs/index.md": "# Home\n"} if home else {}
        write_files(tmp_path, {**index, "mkdocs.yml": "site_name: Test\n", **files})
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
