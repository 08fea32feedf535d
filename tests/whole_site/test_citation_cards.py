"""The cards beside citations, in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.whole_site.conftest import wait_until_quiet

PATH = "directions/diffusion/"


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(address + PATH)
        yield page


def citation(page: Page) -> Locator:
    return page.locator('a.pa-cite[data-pa-card="fastdpm"]').first


def test_hovering_shows_the_card_and_asks_nobody(page: Page) -> None:
    wait_until_quiet(page)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.context.set_offline(True)
    citation(page).hover()
    card = page.get_by_role("tooltip").and_(page.locator("#pa-cite-card"))
    expect(card).to_contain_text("On Fast Sampling of Diffusion Probabilistic Models")
    expect(card).to_contain_text("Zhifeng Kong")
    expect(card).to_contain_text("2021")
    expect(card.locator(".pa-cite-card__abstract")).not_to_be_empty()
    # The pointer can go to the card, and its going elsewhere closes it.
    card.hover()
    page.wait_for_timeout(300)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()
    # What the theme's search still loads late is no business of the card.
    assert [url for url in requests if "/assets/" not in url] == []


def test_the_keyboard_shows_and_hides_it(page: Page) -> None:
    link = citation(page)
    page.keyboard.press("Tab")
    link.focus()
    card = page.locator("#pa-cite-card")
    expect(card).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "pa-cite-card")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()
    expect(link).not_to_have_attribute("aria-describedby", "pa-cite-card")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    page.locator("h1").click()
    expect(card).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_every_card_stays_inside_the_window(chromium: Browser, address: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        page.goto(address + PATH)
        for link in page.locator("a.pa-cite").all()[:12]:
            link.scroll_into_view_if_needed()
            link.hover()
            box = page.locator(".pa-cite-card:visible").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            page.keyboard.press("Escape")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_moves_for_those_who_want_no_motion(chromium: Browser, address: str) -> None:
    with chromium.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address + PATH)
        citation(page).hover()
        card = page.locator(".pa-cite-card:visible")
        assert card.evaluate("card => getComputedStyle(card).animationName") == "none"


def test_without_scripts_citations_are_links(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + PATH)
        assert citation(page).get_attribute("href") == "../../papers/fastdpm/"
        assert not page.locator("section.pa-card-store").is_visible()
        assert page.locator("#pa-cite-card").count() == 0


def test_a_reference_leads_back_to_its_citation(page: Page, address: str) -> None:
    page.goto(f"{address}{PATH}#pa-ref-fastdpm")
    reference = page.locator("#pa-ref-fastdpm")
    expect(reference).to_be_visible()
    reference.locator(".pa-ref__back a").first.click()
    expect(page.locator("#pa-cite-fastdpm-1")).to_be_in_viewport()
