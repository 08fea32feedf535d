"""This repository's own atlas, built once for all tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright

from find_browser import MISSING, find_browser
from paperatlas.build.headers.header_rules import read_rules
from paperatlas.cli import run_command_line
from tests.conftest import REPOSITORY, built_once


class PagesOnDemand(Mapping[str, BeautifulSoup]):
    """The pages of a site by address; one is parsed when a test first asks for it, as all take a minute."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._parsed: dict[str, BeautifulSoup] = {}

    def __getitem__(self, address: str) -> BeautifulSoup:
        if address not in self._parsed:
            text = self._files[address].read_text(encoding="utf-8")
            self._parsed[address] = BeautifulSoup(text, "html.parser")
        return self._parsed[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@dataclass(frozen=True)
class BuiltSite:
    """A site on disk, read with an HTML parser."""

    root: Path
    repository: Path = REPOSITORY

    @cached_property
    def files(self) -> dict[str, Path]:
        """The file of every page by its address from the root: `papers/ddpm/`."""
        return {
            path.relative_to(self.root).as_posix().removesuffix("index.html"): path
            for path in sorted(self.root.glob("**/*.html"))
        }

    @cached_property
    def pages(self) -> PagesOnDemand:
        """Pages by address, to look into some of them."""
        return PagesOnDemand(self.files)

    def trees(self) -> Iterator[tuple[str, html.HtmlElement]]:
        """Yield the address and the elements of every page, one after the other, for what holds of all."""
        for address, path in self.files.items():
            yield address, html.fromstring(path.read_text(encoding="utf-8"))

    @cached_property
    def data(self) -> dict[str, Any]:
        """What `atlas.json` holds."""
        loaded: dict[str, Any] = json.loads((self.root / "atlas.json").read_text(encoding="utf-8"))
        return loaded


FOLDER = "atlas"
"""Where on its host the site is published, as with GitHub Pages."""

PUBLISHED = {"SITE_URL": f"https://someone.github.io/{FOLDER}/", "REPO_URL": "https://github.com/someone/atlas"}
"""What the deploy workflow sets for the build."""


@pytest.fixture(scope="session")
def atlas_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The atlas, built with `--strict` and as it is published."""
    return BuiltSite(built_once(tmp_path_factory, "host", _build_atlas) / FOLDER)


def _build_atlas(host: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in PUBLISHED.items():
            patch.setenv(name, value)
        config = load_config(str(REPOSITORY / "mkdocs.yml"), strict=True, site_dir=str(host / FOLDER))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


class _SiteHandler(SimpleHTTPRequestHandler):
    """Answers with the site's own page where there is none, as hosts do, and with more headers if it is given any."""

    def __init__(self, *arguments: Any, headers: Mapping[str, str], **named: Any) -> None:
        self._headers = headers
        super().__init__(*arguments, **named)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
        """Say nothing of every request."""

    def end_headers(self) -> None:
        for name, value in self._headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, FOLDER, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a browser that is done hangs up."""


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder; the address is that of its root."""
    server = _QuietServer(("127.0.0.1", 0), partial(_SiteHandler, directory=str(folder), headers=headers or {}))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def headers_of(site: Path) -> dict[str, str]:
    """Return the headers that hosts send with every page of a built site."""
    assert run_command_line(["headers", str(site)]) == 0
    everywhere, *_ = read_rules((site / "_headers").read_text(encoding="utf-8"))
    return dict(everywhere.headers)


@pytest.fixture(scope="session")
def address(atlas_site: BuiltSite) -> Iterator[str]:
    """Where the built atlas is served while the tests run."""
    with served(atlas_site.root.parent, headers_of(atlas_site.root)) as host:
        yield f"{host}{FOLDER}/"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium, as found on this machine; Playwright's own download is not used."""
    found = find_browser()
    assert found, MISSING
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


_POLICY = "Content Security Policy"
_QUIET = """() => new Promise((quiet) => {
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(quiet, 500); };
  new PerformanceObserver(wait).observe({type: "resource"});
  wait();
})"""


def wait_until_quiet(page: Page) -> None:
    """Wait until a page is loaded and has asked for nothing for half a second.

    Playwright's own `networkidle` does not come in the headless shell when a page starts a worker.
    """
    page.wait_for_load_state()
    page.evaluate(_QUIET)


def violations_in(page: Page) -> list[str]:
    """Return a list that takes what the browser says from now on of what a Content-Security-Policy stops."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if _POLICY in message.text else None)
    return told


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page in a window of its own, in which nothing moves by itself, and no policy stops anything."""
    permissions = ["clipboard-read", "clipboard-write"]
    size = {"width": 1280, "height": 900}
    with chromium.new_context(viewport=size, reduced_motion="reduce", permissions=permissions) as context:  # type: ignore[arg-type]
        page = context.new_page()
        violations = violations_in(page)
        yield page
    assert violations == []
