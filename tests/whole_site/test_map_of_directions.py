"""The map of directions in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.whole_site.graph import SHOWN, alive, keys


def test_two_directions_are_read_beside_the_drawing(page: Page, address: str) -> None:
    page.goto(f"{address}en/map/")
    figure = page.locator(".pa-overview")
    expect(figure.locator(".pa-overview__panel")).to_be_visible()
    expect(figure.locator(".pa-legend")).to_be_visible()
    figure.get_by_role("button", name="Vision Transformers").focus()
    page.keyboard.press("Enter")
    expect(figure.locator(".pa-overview__read")).to_contain_text("Swin Transformer")
    figure.get_by_label("Connected with").select_option("Self-supervised learning")
    relations = figure.locator(".pa-overview__relations li")
    expect(relations.first).to_contain_text("ViT")
    whole = relations.count()
    assert relations.locator(".pa-hint").count() == whole > 10
    drawing, panel = (figure.locator(part).bounding_box() for part in (".pa-overview__canvas", ".pa-overview__panel"))
    assert drawing
    assert panel
    assert panel["x"] >= drawing["x"] + drawing["width"]
    assert panel["height"] <= drawing["height"] + 80
    figure.get_by_role("slider", name="Up to the year").fill("2021")
    assert 0 < relations.count() < whole
    assert page.url == f"{address}en/map/?d=transformer&d=self-supervised&until=2021"
    few = relations.count()
    page.reload()
    expect(relations).to_have_count(few)


def test_a_direction_is_found_among_all_papers(page: Page, address: str) -> None:
    page.goto(f"{address}map/?d=zero-shot")
    page.get_by_role("link", name="在全部论文中查看").click()
    expect(page.locator("figure.pa-graph--live")).to_be_visible()
    expect(page.locator("#graph")).to_be_in_viewport()
    assert keys(page, SHOWN) == keys(page, '.pa-node[data-group^="zero-shot/"]') != set()


def test_the_whole_is_on_the_whole_screen(page: Page, address: str) -> None:
    figure = alive(page, f"{address}map/")
    figure.get_by_role("button", name="全屏").click()
    expect(figure.locator(".pa-graph__svg")).to_be_in_viewport(ratio=0.99)
    figure.get_by_role("button", name="退出全屏").click()
    overview = page.locator(".pa-overview")
    overview.get_by_role("button", name="全屏").click()
    expect(overview.locator("svg.pa-overview__svg")).to_be_in_viewport(ratio=0.99)
    overview.get_by_role("button", name="退出全屏").click()
    expect(overview.get_by_role("button", name="全屏", exact=True)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_map_fits_a_phone_with_and_without_scripts(chromium: Browser, address: str, scripts: bool) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(f"{address}map/?d=diffusion&d=normalizing-flows")
        expect(page.locator(".pa-overview__svg")).to_be_visible()
        # The drawing is seen as a whole: what is cut off at the side, a reader does not look for.
        canvas = page.locator(".pa-overview__canvas")
        assert canvas.evaluate("canvas => canvas.scrollWidth <= canvas.clientWidth")
        expect(page.locator(".pa-overview__panel")).to_be_visible(visible=scripts)
        page.locator("#relations-as-text > summary").click()
        expect(page.locator("#relations-as-text h3").first).to_be_visible()
        if scripts:
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
