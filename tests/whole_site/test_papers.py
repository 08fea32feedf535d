"""The list of the papers of a large library, in a browser, from disk: no server, and no network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from benchmarks.large_sites import large_site
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from paperatlas.atlas.addresses import HOME
from paperatlas.build.templates import shipped_templates
from paperatlas.exports.entry_exports import EntryExports
from paperatlas.exports.scripts import export_scripts
from paperatlas.pages import messages_for
from paperatlas.pages.papers import page as papers_module
from paperatlas.pages.papers.page import papers_pages
from paperatlas.pages.parts import parts_of
from paperatlas.pages.reading.page import reading_page
from tests.conftest import built_once, make_site, read_folder, write_files

SHELL = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<link rel="stylesheet" href="{up}assets/paperatlas.css">
<body>{html}</body></html>
"""
CHINESE = r"""
@article{zhang, author = {张三 and 李四 and 王五 and 赵六 and 孙七}, title = {图神经网络的\emph{谱}方法}, shorttitle = {谱网},
  journaltitle = {软件学报}, date = {2021}, doi = {10.1/2}, code = {https://example.org/z}, keywords = {direction-1, direction-2}}
@misc{bare, title = {A < B \& ``Quotes''}}
"""
PAPERS = 602


@pytest.fixture(scope="session", params=["en", "zh"])
def lists(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same papers as a list in pages, in `divided`, and on one page, in `whole`."""
    language = request.param
    return built_once(tmp_path_factory, f"papers-{language}", partial(_write_lists, language))


def _write_lists(language: str, folder: Path) -> None:
    write_files(folder, large_site(PAPERS - 2, directions=5) | {"bib/chinese.bib": CHINESE})
    site = make_site(read_folder(folder).atlas, messages_for(language), directory_urls=False)
    pages = {"divided": [page.make() for page in papers_pages(site)]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(papers_module, "parts_of", partial(parts_of, most=PAPERS))
        pages["whole"] = [page.make() for page in papers_pages(site)]
    for found in pages.values():
        found.append(reading_page(site))  # has the data of the papers
    exports = list(export_scripts(site.atlas, site.export_scripts, EntryExports(site.atlas)))
    for name, found in pages.items():
        shutil.copytree(shipped_templates() / "assets", folder / name / "assets")
        for page in found:
            path = site.link_from(HOME)(page.address)
            html = SHELL.format(language=language, up="../" * path.count("/"), html=page.body.html)
            write_files(folder / name, {path: html} | {file.address: file.text for file in page.files})
        write_files(folder / name, {file.address: file.text for file in exports})


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty window, in which no script fails."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        assert errors == []


def rows(page: Page) -> list[str]:
    """What the rows that are shown say, and where they lead."""
    found: list[str] = page.evaluate(
        """() => Array.from(document.querySelectorAll('#papers-table tbody tr:not([hidden])'), (shown) => {
          const row = shown.cloneNode(true);
          for (const link of row.querySelectorAll('a')) link.setAttribute('href', link.href);
          return Array.from(row.cells, (cell) => `${cell.className}|${cell.innerHTML.trim()}`).join('\\n')
            .replace(/\\s+/g, ' ').replace(/> (?=<)/g, '>').replace(/ (?=<\\/)/g, '');
        })"""
    )
    return [row.replace("/whole/", "/divided/") for row in found]


def all_rows(page: Page, expected: int) -> list[str]:
    """What a divided list finds: all of it, fifty papers after the other."""
    more, found = page.locator("[data-pa-more]"), page.locator("#papers-table tbody tr")
    for shown in range(0, expected, 50):
        wanted = min(shown + 50, expected)
        while found.count() < wanted:  # a reader who comes near the last row sees more
            found.last.scroll_into_view_if_needed()
            page.wait_for_timeout(20)
        expect(found).to_have_count(wanted)
        if wanted < expected:
            more.click()
    expect(found).to_have_count(expected)
    expect(more).to_be_hidden()
    return rows(page)


def open_whole(page: Page, lists: Path, query: str = "") -> None:
    page.goto((lists / "whole/papers/index.html").as_uri() + query)


def open_divided(page: Page, lists: Path, query: str = "", path: str = "papers/index.html") -> None:
    page.goto((lists / "divided" / path).as_uri() + query)


@pytest.mark.parametrize(
    "query",
    [
        "text=belnet",
        "text=SPARSE+models+of",
        "text=%E7%BD%91%E7%BB%9C",
        "text=%E5%BC%A0%E4%B8%89",
        "text=%E8%B5%B5%E5%85%AD",
        "text=%E8%BD%AF%E4%BB%B6%E5%AD%A6%E6%8A%A5",
        "text=quot",
        "text=ann+author12",
        "text=nosuch",
        "direction=direction-2",
        "direction=direction-1&year=2021",
        "venue=%E8%BD%AF%E4%BB%B6%E5%AD%A6%E6%8A%A5",
        "code=yes",
        "text=net&year=2020",
    ],
)
def test_a_divided_list_finds_what_a_whole_one_does(page: Page, lists: Path, query: str) -> None:
    open_whole(page, lists, f"?{query}")
    found, told = rows(page), page.locator(".pa-filter__count").inner_text()
    assert len(found) < PAPERS
    assert found or query not in ("text=belnet", "text=%E7%BD%91%E7%BB%9C", "code=yes", "direction=direction-2")
    open_divided(page, lists, f"?{query}", "papers/page/2.html")
    expect(page.locator(".pa-filter__count")).to_have_text(told)
    assert all_rows(page, len(found)) == found
    expect(page.locator(".pa-filter__none")).to_be_visible(visible=not found)
    assert page.url.endswith(f"?{query}")


@pytest.mark.parametrize(
    ("text", "whole", "divided"),
    [
        ("quotes", 1, 1),
        ("uotes", 1, 0),
        ('"quotes', 0, 1),
        ("&", 1, 0),
        ("李四王", 0, 0),
        ("经网", 1, 1),
        ("赵 六", 1, 1),
        ("经图", 0, 0),
    ],
)
def test_a_divided_list_finds_words_by_how_they_begin(
    page: Page, lists: Path, text: str, whole: int, divided: int
) -> None:
    for open_list, found in ((open_whole, whole), (open_divided, divided)):
        open_list(page, lists, f"?text={quote(text)}")
        expect(page.locator(".pa-filter__count")).to_contain_text(re.compile(rf"\b{found} (of|/) 602"))


def test_a_divided_list_is_sorted_as_a_whole_one_is(page: Page, lists: Path) -> None:
    query = "?direction=direction-3"
    open_whole(page, lists, query)
    wanted = []
    for head in (2, 0, 0, 3, 1, 4):
        page.locator("#papers-table th button").nth(head).click()
        wanted.append(rows(page))
    open_divided(page, lists, query)
    for head, sorted_rows in zip((2, 0, 0, 3, 1, 4), wanted, strict=True):
        page.locator("#papers-table th button").nth(head).click()
        expect(page.locator("#papers-table th").nth(head)).to_have_attribute("aria-sort", re.compile("ending"))
        first = BeautifulSoup(sorted_rows[0], "html.parser").select_one("a")
        assert first is not None
        expect(page.locator("#papers-table tbody a").first).to_have_text(first.get_text())
        assert all_rows(page, len(sorted_rows)) == sorted_rows


@pytest.mark.parametrize("query", ["?text=belnet", "?direction=direction-2&sort=name", "?text=nosuch"])
def test_what_the_filter_shows_is_exported(page: Page, lists: Path, query: str) -> None:
    exported = []
    for open_list in (open_whole, open_divided):
        open_list(page, lists, query)
        expect(page.locator(".pa-filter__count")).to_contain_text(re.compile(r"\d+ (of|/) 602"))
        with page.expect_download() as download:
            page.locator('[data-pa-export=".bib"]').click()
        assert download.value.suggested_filename == "papers.bib"
        exported.append(re.findall(r"(?m)^@\w+{(.*),$", download.value.path().read_text(encoding="utf-8")))
    open_whole(page, lists, query)
    shown = page.locator("#papers-table tbody tr:visible").evaluate_all("rows => rows.map((row) => row.dataset.slug)")
    assert exported == [shown, shown]
    assert (len(shown) > 100) == ("direction" in query)


def test_where_all_papers_are_shown_the_export_is_the_library(page: Page, lists: Path) -> None:
    open_divided(page, lists)
    page.evaluate(
        "document.addEventListener('click', (event) => { window.kept = event.defaultPrevented; event.preventDefault(); })"
    )
    link = page.locator('[data-pa-export=".bib"]')
    link.click()
    assert page.evaluate("window.kept") is False
    expect(link).to_have_attribute("href", "../library.bib")


def test_a_paper_is_cited_on_its_page_where_nothing_can_be_copied(page: Page, lists: Path) -> None:
    open_divided(page, lists)
    link = page.locator("[data-pa-cite]").first
    expect(link).to_have_attribute("href", re.compile(r"^[^/]+\.html#cite$"))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    own = str(link.get_attribute("href")).removesuffix("#cite")
    with page.expect_request(
        lambda request: request.is_navigation_request() and request.url.endswith(f"/papers/{own}")
    ):
        link.click()


def test_nothing_is_loaded_before_it_is_wanted(page: Page, lists: Path) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    open_divided(page, lists, "?h=belnet")
    data = [url for url in loaded if "papers-data" in url]
    assert data == []
    page.locator("input[type=search]").fill("belnet")
    expect(page.locator("#papers-table tbody tr").first).to_contain_text("BelNet")
    names = {url.rpartition("/")[2].partition("?")[0] for url in loaded if "papers-data" in url}
    assert {"papers-data.js", "papers-data-words-0.js"} <= names
    there = len(list((lists / "divided/assets").glob("papers-data-rows-*.js")))
    assert 0 < len([name for name in names if "-rows-" in name]) < there / 2


def test_what_is_taken_back_shows_the_page_again(page: Page, lists: Path) -> None:
    open_divided(page, lists, path="papers/page/2.html")
    whole, told = rows(page), page.locator(".pa-filter__count").inner_text()
    assert len(whole) == 200
    page.locator("select[name=year]").select_option("2020")
    expect(page.locator(".pa-pager")).to_be_hidden()
    assert page.url.endswith("?year=2020")
    page.locator("button[type=reset]").click()
    expect(page.locator("#papers-table tbody tr")).to_have_count(200)
    assert rows(page) == whole
    expect(page.locator(".pa-filter__count")).to_have_text(told)
    expect(page.locator(".pa-pager")).to_be_visible()
    assert page.url.endswith("2.html")


def test_data_that_is_not_there_is_told_and_tried_again(page: Page, lists: Path) -> None:
    page.route("**/papers-data*.js*", lambda route: route.abort())
    open_divided(page, lists)
    page.locator("input[type=search]").fill("belnet")
    failed = page.locator("form.pa-filter").get_attribute("data-pa-failed")
    expect(page.locator(".pa-filter__count")).to_have_text(failed or "")
    expect(page.locator("#papers-table")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("#papers-table tbody tr")).to_have_count(200)
    page.unroute("**/papers-data*.js*")
    page.locator("input[type=search]").fill("belnet1")
    expect(page.locator("#papers-table tbody tr").first).to_contain_text("BelNet1")


def test_every_paper_is_there_without_scripts(chromium: Browser, lists: Path) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        open_divided(page, lists)
        reached = []
        while True:
            page.wait_for_load_state()  # a page of 200 rows arrives in pieces
            reached += page.locator("#papers-table tbody tr").evaluate_all("rows => rows.map(row => row.innerText)")
            expect(page.locator("form.pa-filter")).to_be_hidden()
            following = page.locator(".pa-pager a[rel=next]")
            if not following.count():
                break
            following.click()
        assert len(set(reached)) == len(reached) == PAPERS
