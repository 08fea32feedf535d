"""The map of an atlas of 1,000 papers, in a browser, from disk: no server, and no network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.large_sites import large_site
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect

from paperatlas.build.templates import shipped_templates
from paperatlas.pages import messages_for
from paperatlas.pages.map import page as map_module
from paperatlas.pages.map.page import map_page
from paperatlas.pages.paper import paper_page
from tests.conftest import built_once, make_site, read_folder, write_files

SHELL = """<!doctype html><html lang="en"><meta charset="utf-8">
<link rel="stylesheet" href="{up}assets/paperatlas.css"><link rel="stylesheet" href="{up}assets/graph.css">
<body>{html}</body></html>
"""


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of 1,000 papers and the pages of some of them, in as little of a theme as pages need."""
    return built_once(tmp_path_factory, "large", _write_large) / "site"


def _write_large(folder: Path) -> None:
    write_files(folder, large_site(1000))
    project = read_folder(folder)
    site = make_site(project.atlas, messages_for("en"), directory_urls=False)
    drawn = map_page(site)
    pages = [drawn, *(paper_page(site, paper) for paper in project.atlas.papers.values() if "BelNet" in paper.name)]
    built = folder / "site"
    shutil.copytree(shipped_templates() / "assets", built / "assets")
    html = {
        f"{page.address.rstrip('/')}.html": SHELL.format(up="../" * (page.address.count("/") - 1), html=page.body.html)
        for page in pages
    }
    write_files(built, html | {file.address: file.text for file in drawn.files})


@pytest.fixture
def requests() -> list[str]:
    """The addresses the page asked for."""
    return []


@pytest.fixture
def page(chromium: Browser, large: Path, requests: list[str]) -> Iterator[Page]:
    """The map, ready."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto((large / "map.html").as_uri())
    page.locator(".pa-map canvas").first.wait_for()
    yield page
    context.close()
    assert errors == []


def view(page: Page) -> tuple[float, float, float]:
    """The middle of the map that is shown, and its zoom."""
    x, y, zoom = page.evaluate(
        "() => { const { lat, lng } = paperatlasMap.map.getCenter(); return [lng, lat, paperatlasMap.map.getZoom()]; }"
    )
    return x, y, zoom


def painted(page: Page) -> int:
    """How many dots of the map are not transparent."""
    count: int = page.evaluate(
        """() => Array.from(document.querySelectorAll('.pa-map canvas')).reduce((sum, canvas) => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let painted = 0;
          for (let at = 3; at < data.length; at += 4) painted += data[at] > 100;
          return sum + painted;
        }, 0)"""
    )
    return count


def find(page: Page, words: str) -> None:
    page.locator("#map-find").fill(words)
    expect(page.locator("#map-found [aria-selected=true]")).to_be_visible()
    page.keyboard.press("Enter")


def test_shows_everything_and_asks_nobody_else(page: Page, requests: list[str]) -> None:
    expect(page.locator(".pa-map .pa-filter__count")).to_have_text("1,000 of 1,000 papers, 1,500 of 1,500 relations")
    assert painted(page) > 3000
    assert not page.locator("#map-overview").evaluate("overview => overview.open")
    assert [url for url in requests if not url.startswith("file://")] == []


def test_is_dragged_and_scaled(page: Page) -> None:
    before = view(page)
    box = page.locator(".pa-map__canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + 400, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 200, steps=5)
    page.mouse.up()
    page.wait_for_timeout(400)
    after = view(page)
    assert after[0] > before[0]
    assert after[1] > before[1]
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("() => paperatlasMap.map.getZoom() === 1")
    page.get_by_role("button", name="Whole map").click()
    page.wait_for_function("() => paperatlasMap.map.getZoom() === 0")


def test_moves_by_keyboard(page: Page) -> None:
    before = view(page)
    page.locator(".pa-map__canvas").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("x => paperatlasMap.map.getCenter().lng > x", arg=before[0])
    page.wait_for_timeout(400)
    page.keyboard.press("+")
    page.wait_for_function("() => paperatlasMap.map.getZoom() === 1")
    assert view(page)[0] > before[0]


def test_a_paper_is_found_followed_and_let_go_by_keyboard_alone(page: Page) -> None:
    find(page, "AdaNet")
    card = page.locator(".pa-map__card")
    expect(card.locator("a")).to_contain_text("AdaNet")
    other = card.locator("li button").first
    name = other.text_content() or ""
    other.focus()
    page.keyboard.press("Enter")
    expect(card.locator("a")).to_have_text(name)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_what_is_not_there_is_not_found(page: Page) -> None:
    page.locator("#map-find").fill("nothing of the kind")
    expect(page.locator("#map-found li")).to_have_text("No paper matches.")
    page.keyboard.press("Enter")
    expect(page.locator(".pa-map__card")).to_be_hidden()


def test_a_click_opens_the_paper_under_the_pointer(page: Page) -> None:
    find(page, "BelNet")
    name = page.locator(".pa-map__card a").text_content() or ""
    page.wait_for_timeout(600)
    box = page.locator(".pa-map__canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"/papers/.*\.html"))
    assert name in (page.locator("main, body").first.text_content() or "")


def test_filters_leave_what_they_say(page: Page) -> None:
    count = page.locator(".pa-map .pa-filter__count")
    everything = painted(page)
    page.locator("select[name=type]").select_option("extends")
    expect(count).to_have_text(re.compile(r"^\d\d\d of 1,000 papers, 2\d\d of 1,500 relations$"))
    assert painted(page) < everything
    page.locator("input[name=from]").fill("2020")
    expect(count).to_have_text(re.compile(r"^\d+ of 1,000 papers, \d\d of 1,500 relations$"))
    page.get_by_role("button", name="Reset").click()
    expect(count).to_have_text("1,000 of 1,000 papers, 1,500 of 1,500 relations")
    assert painted(page) == everything
    page.locator("select[name=place]").select_option("Robust images")
    expect(count).to_have_text(re.compile(r"^1\d\d of 1,000 papers, \d+ of 1,500 relations$"))
    page.wait_for_function("() => paperatlasMap.map.getZoom() > 0")


def test_a_link_restores_the_view(page: Page) -> None:
    find(page, "CorNet")
    page.locator("select[name=type]").select_option("uses")
    page.wait_for_timeout(600)
    link = page.locator("[data-pa-tool=link]").evaluate("link => link.href")
    name = page.locator(".pa-map__card a").text_content() or ""
    before, count = view(page), page.locator(".pa-map .pa-filter__count").text_content() or ""
    page.goto("about:blank")
    page.goto(link)
    page.locator(".pa-map canvas").first.wait_for()
    assert view(page) == pytest.approx(before, abs=2)
    expect(page.locator(".pa-map__card a")).to_have_text(name)
    expect(page.locator(".pa-map .pa-filter__count")).to_have_text(count)


def test_without_scripts_the_directions_are_there(chromium: Browser, large: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((large / "map.html").as_uri())
    expect(page.locator("#map")).to_be_hidden()
    expect(page.locator("#map-overview svg circle")).to_have_count(21)
    expect(page.locator("#map-list > li")).to_have_count(21)
    expect(page.locator("#map-list a").first).to_have_attribute("href", "directions/direction-1.html")
    context.close()


MKDOCS = """\
site_name: Large
theme: mkdocs
plugins:
  - paperatlas
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
        - {locale: zh, name: 中文}
"""


def test_mkdocs_writes_what_the_map_loads_for_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_module, "MOST_DRAWN", 20)
    write_files(tmp_path, {**large_site(30, directions=2), "mkdocs.yml": MKDOCS})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    for language in ("", "zh/"):
        folder = tmp_path / "site" / language / "map"
        page = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser")
        loaded = [tag["src"] for tag in page.select("section ~ script, script[defer]")]
        loaded += [tag["href"] for tag in page.select("link[href*=map], link[href*=vendor]")]
        assert len([address for address in loaded if "map" in address or "vendor" in address]) == 9
        for address in loaded:
            assert (folder / str(address)).resolve().is_file()
    data = {language: (tmp_path / "site" / language / "assets/map-data.js").read_text() for language in ("", "zh")}
    assert "extended by" in data[""]
    assert "被扩展" in data["zh"]
    assert (tmp_path / "site/assets/vendor/leaflet/LICENSE").is_file()
    # Two directions; their groups are called the same in both languages, "other papers" are not.
    assert 2 <= len(list((tmp_path / ".cache/paperatlas/layouts").iterdir())) <= 4
