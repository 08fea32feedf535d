"""A site in two languages without a network, from a disk and from a server; and below the root of its host."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from paperatlas.hosts.mkdocs.build_offline import build_offline
from tests.conftest import REPOSITORY
from tests.whole_site.conftest import FOLDER, headers_of, served

SITE_URL = f"https://bread.example/{FOLDER}/"
INPUT, FOUND = ".pa-search__input", ".pa-search__page > a.pa-search__whole"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's sources, with a paper and a direction that had another name."""
    root = tmp_path_factory.mktemp("bread") / "source"
    shutil.copytree(REPOSITORY / "tests/sites/bilingual", root)
    library = root / "bib/dough.bib"
    text = library.read_text(encoding="utf-8")
    library.write_text(text.replace("@article{levain,", "@article{levain,\n  ids = {former, 旧名},"), encoding="utf-8")
    note = root / "docs/directions/dough.md"
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace("---\n", "---\naliases: [batter]\n", 1), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def folder(source: Path) -> Path:
    """The site to be opened from a disk."""
    folder = source.parent / "offline" / FOLDER
    build_offline(str(source / "mkdocs.yml"), str(folder))
    return folder


@pytest.fixture(scope="module")
def published(source: Path) -> Path:
    """The site as it is published, below the root of its host."""
    folder = source.parent / "host" / FOLDER
    config = load_config(str(source / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder


@pytest.fixture(params=["file", "http"])
def start(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Where the site for a disk is opened: without a server, and with one."""
    if request.param == "file":
        yield f"{folder.as_uri()}/"
    else:
        with served(folder.parent, headers_of(folder)) as host:
            yield f"{host}{FOLDER}/"


@pytest.fixture
def cut(chromium: Browser, start: str) -> Iterator[Page]:
    """A page without a network: what is asked of another host fails, and the test with it."""
    asked: list[str] = []
    errors: list[str] = []
    with chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        page = context.new_page()
        if start.startswith("file:"):
            context.set_offline(True)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: errors.append(tell(message)) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
    assert [url for url in asked if not url.startswith((start, "data:", "blob:"))] == []
    # Material's language switch looks for a sitemap of each language.
    assert [error for error in errors if "sitemap.xml" not in error] == []


def tell(message: ConsoleMessage) -> str:
    return f"{message.location['url']}: {message.text}"


def first_link(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("link => link.href"))


SEARCHES = [("index.html", "酵母", ""), ("en/index.html", "yeast", "en/")]


@pytest.mark.parametrize(("path", "typed", "language"), SEARCHES)
def test_search(cut: Page, start: str, path: str, typed: str, language: str) -> None:
    cut.goto(start + path)
    cut.keyboard.press("/")
    expect(cut.locator(INPUT)).to_be_focused()
    cut.keyboard.insert_text(typed)
    expect(cut.locator(FOUND).first).to_be_visible()
    expect(cut.locator(".pa-search mark").first).to_contain_text(re.compile(typed, re.IGNORECASE))
    found = [str(link.evaluate("link => link.href")) for link in cut.locator(FOUND).all()]
    assert len(found) == len(set(found))
    assert all(("/en/" in link) == bool(language) for link in found)
    cut.keyboard.press("Enter")
    cut.wait_for_url(found[0].partition("#")[0] + "*")


def test_graph_filter_cards_and_languages(cut: Page, start: str) -> None:
    cut.goto(f"{start}index.html")
    cut.get_by_role("link", name="面团").first.click()
    expect(cut.locator(".pa-graph--live")).to_be_visible(timeout=15_000)
    cut.locator("a.pa-cite").first.hover()
    expect(cut.locator("#pa-cite-card")).to_be_visible()
    cut.locator("label.md-header__button[for=__lang], .md-select").first.hover()
    cut.locator("a.md-select__link[hreflang=en]").click()
    cut.wait_for_url("**/en/directions/dough.html")
    cut.goto(f"{start}en/papers/index.html")
    rows = cut.locator("#papers-table tbody tr")
    every = rows.count()
    cut.locator("form[data-pa-filter] input[name=text]").fill("zzzz")
    expect(cut.locator(".pa-filter__none")).to_be_visible()
    cut.locator("form[data-pa-filter] button[type=reset]").click()
    expect(rows).to_have_count(every)
    cut.goto(f"{start}en/map.html")
    expect(cut.locator(".pa-graph--live, .pa-map__canvas").first).to_be_visible()


def test_a_former_address_leads_on(cut: Page, start: str) -> None:
    for language in ("", "en/"):
        cut.goto(f"{start}{language}papers/former.html?a=b#abstract")
        cut.wait_for_url(re.compile(r".*/papers/(?!former)[\w-]+\.html\?a=b#abstract$"))
        cut.goto(f"{start}{language}directions/batter.html")
        cut.wait_for_url("**/directions/dough.html")


def test_papers_are_marked_in_two_tabs_and_listed(cut: Page, start: str, folder: Path) -> None:
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('paperatlas'))"
    cut.goto(f"{start}papers/levain.html")
    assert cut.evaluate(kept) == []
    cut.get_by_role("button", name="已读", exact=True).click()
    assert cut.evaluate(kept) == [f"paperatlas.marks:{urlsplit(start).path}"]
    other = cut.context.new_page()
    other.goto(f"{start}en/papers/index.html")
    opener = other.locator("[data-pa-mark=levain] .pa-marks__open")
    expect(opener).to_have_attribute("aria-label", re.compile("^Read: "))
    cut.get_by_role("button", name="星标", exact=True).click()
    expect(opener).to_have_attribute("aria-label", re.compile("^Read, Starred: "))
    opener.focus()
    for key in ("Enter", "Tab", "Space"):
        other.keyboard.press(key)
    expect(cut.get_by_role("button", name="待读", exact=True)).to_have_attribute("aria-pressed", "true")
    cut.get_by_role("link", name="我的阅读").first.click()
    rows = cut.locator("#reading-table tbody tr")
    expect(rows).to_have_count(1)
    # The library itself as the reader's own: every paper is in it, and comes back out of it as from its own page.
    papers = {path.read_text(encoding="utf-8").strip() for path in (folder / "papers").glob("*.bib")}
    cut.locator("[data-pa-read=bib]").set_input_files(folder / "library.bib")
    cut.locator("[data-pa-matches] button").click()
    expect(rows).to_have_count(len(papers))
    with cut.expect_download() as download:
        cut.get_by_role("button", name="BibTeX").click()
    exported = download.value.path().read_text(encoding="utf-8")
    assert {entry.strip() for entry in exported.split("\n\n")} == papers
    cut.locator("[data-pa-do=remove]").click()
    assert cut.evaluate(kept) == []
    expect(other.locator("[data-pa-mark=levain] [aria-pressed=true]")).to_have_count(0)


def links_of(path: Path) -> list[str]:
    return re.findall(r"""<[^>]*?\s(?:href|src|action)=["']?([^"'\s>]+)""", path.read_text(encoding="utf-8"))


def test_everything_leads_somewhere_below_the_root_of_the_host(published: Path) -> None:
    dead = set()
    for path in [*published.rglob("*.html"), published / "feed.xml", published / "en/feed.xml"]:
        here = SITE_URL + path.relative_to(published).as_posix()
        for link in links_of(path):
            if urlsplit(link).scheme and not link.startswith(SITE_URL):
                continue
            url = urljoin(here, link)
            target = unquote(urlsplit(url).path)
            file = published / target.removeprefix(f"/{FOLDER}/")
            if not target.startswith(f"/{FOLDER}/") or not (file / "index.html" if file.is_dir() else file).is_file():
                dead.add((path.relative_to(published).as_posix(), link))
    assert dead == set()


def test_exports_and_redirects_of_former_names(published: Path) -> None:
    lines = (published / "_redirects").read_text(encoding="utf-8").splitlines()
    pairs = dict(line.split()[:2] for line in lines)
    assert pairs[f"/{FOLDER}/en/directions/batter/"] == f"/{FOLDER}/en/directions/dough/"
    for former, now in pairs.items():
        page = published / former.removeprefix(f"/{FOLDER}/")
        new = published / now.removeprefix(f"/{FOLDER}/")
        assert f'rel="canonical" href="https://bread.example{now}"' in (page / "index.html").read_text(encoding="utf-8")
        if "/en/" not in former:
            for suffix in (".bib", ".ris", ".csl.json"):
                old, file = (Path(f"{each}{suffix}") for each in (page, new))
                assert old.read_bytes() == file.read_bytes()


@pytest.fixture
def host(published: Path) -> Iterator[str]:
    with served(published.parent, headers_of(published)) as host:
        yield f"{host}{FOLDER}/"


@pytest.mark.parametrize(("folder", "title"), [("", "没有这个页面"), ("en/", "This page does not exist")])
def test_a_missing_page_searches_and_names_what_is_near(page: Page, host: str, folder: str, title: str) -> None:
    page.goto(f"{host}{folder}directions/duogh/deep/../")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    near = page.locator(f"section:visible [data-pa-near] a[href='/{FOLDER}/{folder}directions/dough/']")
    expect(near).to_be_visible()
    field = page.locator(".pa-not-found section:visible input")
    expect(field).to_have_value("duogh")
    field.fill("yeast" if folder else "面团")
    field.press("Enter")
    page.wait_for_url(f"{host}{folder}?q=*")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
