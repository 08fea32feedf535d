"""By keys alone: what has the focus is seen, Escape closes and gives the focus back, axe-core finds nothing of what is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.whole_site.test_access import AXE, CHECK, FEWER

FOCUSED = """() => {
  const element = document.activeElement;
  const look = (one) => {
    const { outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth } = getComputedStyle(one);
    return [outlineStyle !== 'none' && outlineWidth, boxShadow, stroke, strokeWidth].join();
  };
  // A drawing shows on a shape which of its links has the focus.
  const shown = element.matches('svg a') ? element.querySelector('rect, circle') : element;
  const focused = look(shown);
  element.blur();
  const differs = focused !== look(shown);
  element.focus({ focusVisible: true, preventScroll: true });
  return [differs, element.name || element.dataset.paSlug || element.type || element.getAttribute('href') || element.tagName];
}"""


@pytest.fixture(scope="module", params=[("light", "en/"), ("dark", "")], ids=["light", "dark"])
def start(chromium: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[tuple[Page, str]]:
    """A window that the tests share, for each scheme, and the address of the site in one of its languages."""
    scheme, folder = request.param
    permissions = ["clipboard-read", "clipboard-write"]
    with chromium.new_context(color_scheme=scheme, reduced_motion="reduce", permissions=permissions) as context:
        yield context.new_page(), address + folder


def walk(page: Page, steps: int) -> list[str]:
    """Go through what can have the focus, and return it; each is seen to have it."""
    found: list[str] = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        seen, name = page.evaluate(FOCUSED)
        assert seen, name
        found.append(name)
    return found


def findings(page: Page, opened: str) -> list[str]:
    """What axe-core finds of what is open; it takes what this covers for buttons that are too small."""
    page.evaluate(FEWER)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    told: list[str] = page.evaluate(CHECK.replace("document", f"'{opened}'", 1))
    return told


def test_the_filters_of_the_list(start: tuple[Page, str]) -> None:
    page, home = start
    page.goto(f"{home}papers/")
    page.locator("input[name=text]").focus()
    page.keyboard.type("girshick")
    assert walk(page, 5) == ["direction", "year", "venue", "code", "reset"]
    page.keyboard.press("Enter")
    expect(page.locator("input[name=text]")).to_have_value("")
    walk(page, 4)


def test_cite_and_the_search(start: tuple[Page, str]) -> None:
    page, home = start
    page.goto(f"{home}papers/fastdpm/")
    page.locator("[data-pa-choice=to-read]").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    cite = page.locator("a[data-pa-copy=cite-bibtex]")
    expect(cite).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@inproceedings{fastdpm,")
    expect(cite).to_be_focused()
    page.locator(".pa-cite-as summary").focus()
    page.keyboard.press("Enter")
    assert walk(page, 2)[0] == "button"
    page.keyboard.press("/")
    page.keyboard.type("diffusion")
    expect(page.locator(".md-search-result__item .md-tag").first).to_be_visible()
    assert findings(page, ".md-search") == []
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).not_to_be_focused()
    expect(page.locator("#cite-bibtex")).to_be_focused()


def test_papers_are_compared(start: tuple[Page, str]) -> None:
    page, home = start
    page.goto(f"{home}compare/")
    field, found = page.locator("#compare-add"), page.locator("#compare-found")
    field.focus()
    page.keyboard.type("ddpm")
    expect(found).to_be_visible()
    assert findings(page, ".pa-chosen") == []
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".pa-chosen__frame tbody tr")).to_have_count(1)
    expect(field).to_be_focused()
    walk(page, 5)
    assert findings(page, ".pa-chosen") == []


def test_a_direction_of_the_map(start: tuple[Page, str]) -> None:
    page, home = start
    page.goto(f"{home}map/")
    page.locator("a.pa-overview__box").first.focus()
    assert walk(page, 2) == ["diffusion", "normalizing-flows"]
    page.keyboard.press("Enter")
    expect(page.locator(".pa-overview__read a").first).to_be_visible()
    assert findings(page, "#directions") == []
    page.keyboard.press("Escape")
    assert "d=" not in page.url
    assert page.evaluate(FOCUSED)[1] == "normalizing-flows"


def test_a_graph_on_the_whole_screen(start: tuple[Page, str]) -> None:
    page, home = start
    page.goto(f"{home}directions/data-copying/")
    # Where a browser gives no whole screen, the graph fills its window; else Escape is the browser's own.
    page.evaluate("() => { Element.prototype.requestFullscreen = () => Promise.reject(new Error()); }")
    button = page.locator(".pa-graph__buttons button").last
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pa-graph--full")).to_be_visible()
    assert findings(page, "#graph") == []
    walk(page, 2)
    page.keyboard.press("Escape")  # closes the card of the method first
    page.keyboard.press("Escape")
    expect(page.locator(".pa-graph--full")).to_have_count(0)
    expect(button).to_be_focused()
