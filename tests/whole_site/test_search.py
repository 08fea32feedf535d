"""A search whose index is loaded in pieces, in a browser: a small site of two languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, expect

from tests.atlas.test_assemble import entry
from tests.conftest import write_files
from tests.whole_site.conftest import headers_of, served, wait_until_quiet
from tests.whole_site.test_keyboard import findings

LANGUAGES = [{"locale": "zh", "name": "中文", "default": True}, {"locale": "en", "name": "English"}]
GROUPS = "groups:\n- slug: models\n  title: {}\n"
FILES = {
    "mkdocs.yml": "site_name: Test\n",
    "bib/a.bib": entry(
        "attention",
        title="Attention Is All You Need",
        shorttitle="Transformer",
        langid="english",
        author="Vaswani, Ashish and Shazeer, Noam",
        keywords="models/models",
        abstract="Sequences are transduced without recurrence.",
        abstract_zh="只用注意力机制，不用循环神经网络。",
    )
    + entry(
        "efficient",
        title="Efficient Transformers: A Survey",
        shorttitle="Efficient Transformers",
        abstract="Compares many transformer variants.",
        abstract_zh="比较许多变体。",
    )
    + "".join(entry(f"flow{number}", title=f"Normalizing Flows {number}") for number in range(20)),
    "docs/index.md": "# 首页\n\n欢迎。\n",
    "docs/index.en.md": "# Home\n\n[Papers](papers/index.md).\n\n## Recurrent sections\n\nOf the pagoda.\n",
    "docs/directions/models.md": "---\ntitle: 神经模型\n" + GROUPS.format("模型") + "---\n# 神经模型\n\n用于序列。\n",
    "docs/directions/models.en.md": "---\ntitle: Models\n" + GROUPS.format("Models") + "---\n# Models\n\nText.\n",
}
BUTTON, INPUT, PAGES = ".pa-search-open", ".pa-search__input", ".pa-search__page > a.pa-search__whole"


def build_site(root: Path, search: str = "pagefind", **theme: object) -> Path:
    write_files(root, FILES)
    config = load_config(
        str(root / "mkdocs.yml"),
        site_url="https://example.org/atlas/",
        theme={"name": "material", "language": "zh", "font": False, **theme},
        plugins=[
            {"search": {"lang": ["zh", "en"], "pipeline": []}},
            {"i18n": {"languages": LANGUAGES}},
            {"paperatlas": {"search": search}},
        ],
    )
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: below the root of its host, as with GitHub Pages."""
    published = site.parent / "host" / "atlas"
    shutil.copytree(site, published)
    with served(published.parent, headers_of(published)) as host:
        yield f"{host}atlas/"


def search(page: Page, typed: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.insert_text(typed)
    expect(page.locator(PAGES).first).to_be_visible()


# where, what is typed, the first page that is found
SEARCHES = [
    ("", "注意力", "papers/attention/"),
    ("", "神经", "directions/models/"),
    ("", "神经网络", "papers/attention/"),
    ("", "Transformer", "directions/models/"),
    ("", "Attention Is All You Need", "papers/attention/"),
    ("", "transformers", "papers/efficient/"),
    ("", "Vaswani", "papers/attention/"),
    ("papers/", "模型", "directions/models/"),
    ("en/", "attention", "en/papers/attention/"),
    ("en/", "transduce", "en/papers/attention/"),
    ("en/", "recurring sections", "en/"),
    ("en/papers/attention/", "model", "en/directions/models/"),
]


@pytest.mark.parametrize(("path", "typed", "first"), SEARCHES)
def test_the_right_page_is_found_first(page: Page, address: str, path: str, typed: str, first: str) -> None:
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: errors.append(f"{message.location['url']}: {message.text}"))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    wait_until_quiet(page)
    assert not [url for url in asked if "pagefind" in url]
    search(page, typed)
    found = [link.get_attribute("href") for link in page.locator(PAGES).all()]
    assert found[0] == address + first
    assert len(found) == len(set(found))
    assert all((f"{address}en/" in str(link)) == path.startswith("en/") for link in found)
    assert not [url for url in asked if "search_index" in url or not url.startswith(address)]
    # Material's language switch looks for a sitemap of each language.
    assert [error for error in errors if "sitemap.xml: " not in error] == []


ONLY_AS_A_WHOLE = {"神经网络"}
"""Material finds a part of a compound in a title before the whole of it in a text."""


@pytest.fixture(scope="module")
def theme_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site with the search of its theme."""
    root = tmp_path_factory.mktemp("theme")
    build_site(root, "theme").rename(root / "atlas")
    with served(root) as host:
        yield f"{host}atlas/"


@pytest.mark.parametrize("start", ["", "en/"])
def test_the_search_of_the_theme_finds_the_same_first(page: Page, theme_address: str, start: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(theme_address + start)
    wait_until_quiet(page)
    assert not [url for url in asked if "/search/" in url]
    field, links = page.locator(".md-search__input"), page.locator(".md-search-result__item > a:first-child")
    page.keyboard.press("/")
    for path, typed, first in SEARCHES:
        if path.startswith("en/") != bool(start) or typed in ONLY_AS_A_WHOLE:
            continue
        field.fill(typed)
        field.press("End")
        expect(links.first).to_have_attribute("href", re.compile(f"^{re.escape(theme_address + first)}([?#]|$)"))
        found = [str(link.get_attribute("href")).partition("?")[0] for link in links.all()]
        assert len(found) == len(set(found))
        assert all((f"{theme_address}en/" in link) == bool(start) for link in found)
    assert [url for url in asked if "/search/" in url] == [f"{theme_address}search/{'en' if start else 'zh'}.json"]


# where, what is typed, what the first results are
KINDS = [
    ("", "Transformer", ["方向", "论文"]),
    ("en/", "Transformer", ["Direction", "Paper"]),
    ("en/", "Normalizing Flows 1", ["Paper"]),
    ("en/", "Recurrent", ["Page"]),
]


@pytest.mark.parametrize(("path", "typed", "kinds"), KINDS)
def test_each_result_says_what_it_is(
    page: Page, address: str, theme_address: str, path: str, typed: str, kinds: list[str]
) -> None:
    page.goto(address + path)
    search(page, typed)
    shown = page.locator(f"{PAGES} .pa-search__kind")
    assert shown.all_inner_texts()[: len(kinds)] == kinds
    # An English title names its language on a Chinese page.
    language = None if path else "en"
    title = page.locator(f'{PAGES}[href*="/attention/"] .pa-search__title')
    assert typed != "Transformer" or title.get_attribute("lang") == language
    page.goto(theme_address + path)
    page.keyboard.press("/")
    page.locator(".md-search__input").fill(typed)
    page.locator(".md-search__input").press("End")
    tags = page.locator(".md-search-result__item .md-tag")
    expect(tags.first).to_be_visible()
    assert tags.all_inner_texts()[: len(kinds)] == kinds
    title = page.locator('.md-search-result__link[href*="/attention/"] h1').first
    assert typed != "Transformer" or title.get_attribute("lang") == language


def test_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()
    page.keyboard.insert_text("flows")
    options = page.get_by_role("option")
    expect(page.locator(".pa-search__status")).to_contain_text("2")
    expect(options).to_have_count(9)
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert findings(page, "dialog.pa-search") == []
    page.keyboard.press("ArrowUp")
    more = page.get_by_role("option", name="More pages")
    expect(more).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(options).to_have_count(17)
    expect(options.nth(8)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    chosen = options.nth(9)
    expect(chosen).to_have_attribute("aria-selected", "true")
    assert page.locator(INPUT).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert len({option.get_attribute("id") for option in options.all()}) == 17
    target = chosen.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(target))
    before = page.locator("article a").first
    before.focus()
    page.keyboard.press("s")
    expect(page.locator("dialog.pa-search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.pa-search")).to_be_hidden()
    expect(before).to_be_focused()


def test_a_section_is_found_below_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}en/papers/")
    search(page, "pagoda")
    section = page.locator("a.pa-search__section")
    expect(section).to_contain_text("Recurrent sections")
    expect(section.locator("mark")).to_have_text("pagoda.")
    section.click()
    page.wait_for_url(f"{address}en/#recurrent-sections")
    expect(page.locator("dialog.pa-search")).to_be_hidden()


def test_nothing_is_found(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(BUTTON).click()
    page.keyboard.insert_text("qqqq")
    expect(page.locator(".pa-search__status")).to_have_text("没有找到“qqqq”。")
    page.locator(INPUT).fill("")
    expect(page.locator(".pa-search__status")).to_contain_text("回车打开")


def test_an_index_that_is_lost_is_told(page: Page, address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.insert_text("注意力")
    expect(page.locator(".pa-search__status")).to_have_text("无法载入搜索索引。")


def test_a_site_on_a_disk_says_why_it_has_no_search(page: Page, site: Path) -> None:
    page.goto((site / "en/index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.insert_text("attention")
    expect(page.locator(".pa-search__status")).to_contain_text("served over HTTP")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_dialog_fits_the_window(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    expect(page.locator(BUTTON)).to_be_in_viewport()
    search(page, "Transformer")
    box = page.locator("dialog.pa-search").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_language_follows_instant_navigation(page: Page, tmp_path: Path) -> None:
    with served(build_site(tmp_path, features=["navigation.instant"])) as address:
        page.goto(address)
        search(page, "注意力")
        page.keyboard.press("Escape")
        page.goto(f"{address}en/")
        page.wait_for_function("window.component$")
        page.locator('article a[href$="papers/"]').first.evaluate("link => link.click()")
        expect(page.locator(BUTTON)).to_have_count(1)
        search(page, "attention")
        assert page.locator(PAGES).first.get_attribute("href") == f"{address}en/papers/attention/"
