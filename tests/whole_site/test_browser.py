"""What happens in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.whole_site.conftest import FOLDER, PUBLISHED, BuiltSite, wait_until_quiet

PAGES = (
    "", "directions/diffusion/", "directions/transformer/", "papers/", "papers/fastdpm/", "map/", "compare/?p=ddpm", "about/",
)  # fmt: skip
REPOSITORY_LINK = ".md-header__source a"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_no_other_host_and_has_no_error(page: Page, address: str, path: str) -> None:
    foreign: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if not request.url.startswith(address) else None)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + path)
    # What the theme's script asks for comes with its components, maybe after a first silence of the network.
    page.wait_for_function("window.component$")
    wait_until_quiet(page)
    assert [url for url in foreign if not url.startswith("data:")] == []
    assert errors == []
    expect(page.locator(REPOSITORY_LINK)).to_have_attribute("href", PUBLISHED["REPO_URL"])
    expect(page.locator(REPOSITORY_LINK)).to_be_visible()


@pytest.mark.parametrize("path", ["directions/diffusion/", "directions/transformer/", "map/"])
def test_no_label_of_a_graph_is_cut_or_too_small(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    cut = page.evaluate(
        """() => [...document.querySelectorAll('svg a.pa-node')].filter((node) => {
          const box = node.querySelector('rect').getBBox();
          return [...node.querySelectorAll('text')].some((text) => {
            const label = text.getBBox();
            return label.x < box.x || label.x + label.width > box.x + box.width
              || label.y < box.y || label.y + label.height > box.y + box.height;
          });
        }).map((node) => node.dataset.key)"""
    )
    assert cut == []
    size = page.evaluate(
        """() => {
          const svg = document.querySelector('svg.pa-graph__svg');
          return parseFloat(getComputedStyle(svg.querySelector('a.pa-node text')).fontSize);
        }"""
    )
    assert size >= 11


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(chromium: Browser, address: str, path: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_from_home_to_the_code_in_three_clicks(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="扩散概率模型").first.click()
    page.get_by_role("link", name="FastDPM", exact=True).first.click()
    code = page.locator(".pa-actions a.pa-link--code")
    expect(code).to_have_attribute("href", "https://github.com/FengNiMa/FastDPM_pytorch")


def test_papers_are_filtered_and_the_address_remembers(page: Page, address: str, atlas_site: BuiltSite) -> None:
    placed = [paper for paper in atlas_site.data["papers"] if "zero-shot" in paper["directions"]]
    with_code = [paper for paper in placed if paper["code"]]
    assert 0 < len(with_code) < len(placed)
    rows = page.locator("#papers-table tbody tr:visible")
    page.goto(address + "papers/")
    total = rows.count()
    page.get_by_role("searchbox", name="筛选").fill("kong ping")
    expect(rows).to_have_count(2)
    page.get_by_role("searchbox", name="筛选").fill("")
    page.get_by_role("combobox", name="方向").select_option("zero-shot")
    expect(rows).to_have_count(len(placed))
    page.get_by_label("只看有代码的").check()
    expect(rows).to_have_count(len(with_code))
    expect(page.locator(".pa-filter__count")).to_have_text(f"显示 {len(with_code)} / {total} 篇")
    page.reload()
    expect(rows).to_have_count(len(with_code))
    page.get_by_role("button", name="重置").click()
    expect(rows).to_have_count(total)
    page.get_by_role("searchbox", name="筛选").fill("no such paper")
    expect(page.locator(".pa-filter__none")).to_be_visible()


def test_papers_are_found_by_every_author_and_sorted_on_a_phone_in_both_languages(
    page: Page, address: str, atlas_site: BuiltSite
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + "papers/?venue=CVPR&direction=nosuch")
    expect(page.locator(".pa-filter__unknown")).to_have_text("方向：这里没有“nosuch”，已忽略。")
    written = [paper["key"] for paper in atlas_site.data["papers"] if "Ross Girshick" in str(paper["authors"])]
    rows = page.locator("#papers-table tbody tr:visible")
    page.get_by_role("combobox", name="会议或期刊").select_option("")
    page.get_by_role("searchbox", name="筛选").fill("ross Gírshick")
    expect(rows).to_have_count(len(written))
    assert len(written) >= 8
    page.get_by_role("combobox", name="排序").select_option("year")
    years = [year.split(".")[0] for year in rows.locator(".pa-number").all_inner_texts()]
    assert years == sorted(years)
    page.locator('a.md-select__link[hreflang="en"]').evaluate("link => link.click()")
    page.wait_for_url(re.compile("en/papers/.*sort=year"))
    expect(rows).to_have_count(len(written))


def test_papers_are_found_by_words_of_their_abstracts(page: Page, address: str, atlas_site: BuiltSite) -> None:
    papers = atlas_site.data["papers"]
    found = [paper for paper in papers if "匈牙利" in paper["abstract"]]
    assert found
    assert not [paper for paper in papers if "匈牙利" in paper["title"]]
    page.goto(address + "papers/?text=匈牙利")
    expect(page.locator("#papers-table tbody tr:visible")).to_have_count(len(found))


def test_papers_are_sorted(page: Page, address: str) -> None:
    page.goto(address + "papers/")
    year = page.locator("#papers-table thead th").nth(2)
    first = page.locator("#papers-table tbody tr").first.locator("td").nth(2)
    year.get_by_role("button").click()
    expect(year).to_have_attribute("aria-sort", "ascending")
    expect(first).to_have_text("2009")
    year.get_by_role("button").click()
    expect(year).to_have_attribute("aria-sort", "descending")


def test_the_table_is_whole_without_scripts(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + "papers/")
        assert page.locator("#papers-table tbody tr:visible").count() == page.locator("#papers-table tbody tr").count()
        assert not page.locator(".pa-filter").is_visible()


# where, what is typed, the first pages that are found
SEARCHES = [
    ("", "扩散模型", ["directions/diffusion/"]),
    ("", "自监督", ["directions/self-supervised/"]),
    ("", "FastDPM", ["directions/diffusion/", "papers/fastdpm/"]),
    ("", "Zhifeng Kong", ["people/Zhifeng_Kong/"]),
    ("en/", "normalizing flow", ["en/directions/normalizing-flows/"]),
    ("en/", "DETR", ["en/directions/transformer/", "en/papers/detr/"]),
    ("en/", "Denoising Diffusion Probabilistic Models", ["en/papers/ddpm/"]),
    ("en/", "Zhifeng Kong", ["en/people/Zhifeng_Kong/"]),
]


def test_chinese_words_are_found_whole(page: Page, address: str, atlas_site: BuiltSite) -> None:
    """Of 扩散 the theme looks for 扩 alone, which is in other words as well."""
    index = json.loads((atlas_site.root / "search/zh.json").read_text(encoding="utf-8"))
    texts: dict[str, str] = {}
    for entry in index["docs"]:
        where = entry["location"].partition("#")[0]
        texts[where] = texts.get(where, "") + (entry["title"] + entry["text"]).replace("\u200b", "")
    page.goto(address)
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").fill("扩散")
    page.keyboard.press("End")  # the theme looks at the field when a key is let go
    links = page.locator(".md-search-result__item > a:first-child")
    expect(links.first).to_have_attribute("href", re.compile("/directions/diffusion/"))
    found = [
        link.removeprefix(f"/{FOLDER}/").partition("?")[0]
        for link in links.evaluate_all("links => links.map((link) => new URL(link.href).pathname)")
    ]
    assert len(found) > 5
    assert [where for where in found[:10] if "扩散" not in texts[where]] == []


@pytest.mark.parametrize(("path", "words", "found"), SEARCHES)
def test_what_the_search_finds_first(page: Page, address: str, path: str, words: str, found: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    wait_until_quiet(page)
    assert not [url for url in asked if "/search/" in url]
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").fill(words)
    page.keyboard.press("End")  # the theme looks at the field when a key is let go
    links = page.locator(".md-search-result__item > a:first-child")
    for place, start in enumerate(found):
        expect(links.nth(place)).to_have_attribute("href", re.compile(re.escape(address + start)), timeout=30_000)


@pytest.mark.parametrize("path", ["", "directions/diffusion/", "papers/", "papers/fastdpm/", "map/", "about/"])
def test_the_language_switch_leads_to_the_same_page(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.locator("html").get_attribute("lang") == "zh"
    page.locator('a.md-select__link[hreflang="en"]').evaluate("link => link.click()")
    page.wait_for_url(f"{address}en/{path}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator('a.md-select__link[hreflang="zh"]').evaluate("link => link.click()")
    page.wait_for_url(address + path)


def test_papers_are_chosen_and_compared(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}compare/")
    assert not [url for url in asked if "compare-data" in url]
    names = page.locator(".pa-chosen tbody th a")
    for typed, name in (("fastdpm", "FastDPM"), ("denoising diffusion implicit", "DDIM")):
        page.get_by_role("combobox", name="添加论文").fill(typed)
        expect(page.locator("#compare-found [aria-selected=true]")).to_contain_text(name)
        page.keyboard.press("Enter")
        expect(names.last).to_have_text(name)
    assert page.url == f"{address}compare/?p=fastdpm,ddim"
    page.locator('a.md-select__link[hreflang="en"]').evaluate("link => link.click()")
    page.wait_for_url(f"{address}en/compare/?p=fastdpm,ddim")
    expect(names).to_have_text(["FastDPM", "DDIM"])
    names.first.click()
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.locator(".pa-chosen tbody th", has_text="FastDPM")).to_be_visible()
    expect(names).to_have_count(3)
    frame = page.locator(".pa-chosen__frame")
    for width in (960, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert frame.evaluate("frame => frame.scrollWidth - frame.clientWidth") == 0
    page.set_viewport_size({"width": 390, "height": 844})
    frame.evaluate("frame => frame.scrollTo(300, 0)")
    assert frame.evaluate("frame => frame.scrollLeft > 100")
    box, head = frame.bounding_box(), names.first.bounding_box()
    assert box
    assert head
    assert box["x"] <= head["x"] < box["x"] + 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_paper_of_the_list_is_cited_with_one_click(page: Page, address: str, atlas_site: BuiltSite) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/papers/?text=fastdpm")
    assert not [url for url in asked if "reading-data" in url]
    cite = page.get_by_role("link", name="Cite: FastDPM")
    cite.click()
    expect(page.locator("#papers-table [data-pa-cite=fastdpm]")).to_have_text("Copied")
    entry = (atlas_site.root / "papers/fastdpm.bib").read_text(encoding="utf-8")
    assert page.evaluate("navigator.clipboard.readText()") == entry.strip()
    expect(cite).to_have_text("Cite")


def test_a_filtered_list_is_compared(page: Page, address: str) -> None:
    page.goto(f"{address}papers/?text=fastdpm")
    expect(page.locator(".pa-filter__compare a[data-pa-most]")).to_have_text("比较论文")
    page.get_by_role("searchbox", name="筛选").fill("kong ping")
    page.locator(".pa-filter__compare a[data-pa-most]", has_text="比较这 2 篇").click()
    expect(page.locator(".pa-chosen tbody th a")).to_have_count(2)
