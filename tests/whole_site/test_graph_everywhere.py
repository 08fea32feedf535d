"""The graph of related methods as a table, on paper, on a phone, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.whole_site.conftest import wait_until_quiet
from tests.whole_site.graph import (
    DIFFUSION,
    GRAPHS,
    alive,
    drawn_relations,
    node,
    with_word,
)


class TestTable:
    def test_columns_sort(self, page: Page, address: str) -> None:
        page.goto(f"{address}en/{DIFFUSION}")
        page.locator("#relations-as-text > summary").click()
        table = page.get_by_role("table", name="Relations")
        for name, column in (("Paper", 1), ("Year", 2), ("Relation", 3)):
            head = table.get_by_role("columnheader").nth(column - 1)
            cells = table.locator(f"tbody td:nth-child({column})")
            head.get_by_role("button", name=name).click()
            expect(head).to_have_attribute("aria-sort", "ascending")
            texts = [text.strip().lower() for text in cells.all_inner_texts()]
            assert texts == sorted(texts)
            assert len(set(texts)) > 1
            head.get_by_role("button", name=name).click()
            expect(head).to_have_attribute("aria-sort", "descending")
            texts = [text.strip().lower() for text in cells.all_inner_texts()]
            assert texts == sorted(texts, reverse=True)

    def test_it_says_the_same_as_the_drawing(self, page: Page, address: str) -> None:
        page.goto(address + DIFFUSION)
        assert page.locator("#relations-as-text tbody tr").count() == len(drawn_relations(page))
        described = page.locator(".pa-graph__svg").get_attribute("aria-describedby") or ""
        assert "relations-as-text" in described.split()

    def test_it_is_readable_on_a_phone(self, chromium: Browser, address: str) -> None:
        with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
            page = context.new_page()
            page.goto(f"{address}en/{DIFFUSION}")
            page.locator("#relations-as-text > summary").click()
            table = page.locator("table.pa-relations")
            assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")
            why = table.locator(".pa-evidence-cell").first.bounding_box()
            assert why is not None
            assert why["width"] > 300

    def test_paper_shows_the_whole_drawing_alone(self, page: Page, address: str) -> None:
        alive(page, f"{address}{DIFFUSION}?view=2,380,300")
        page.emulate_media(media="print")
        expect(page.locator("#relations-as-text")).to_be_hidden()  # which says the same
        expect(page.locator(".pa-graph__tools")).to_be_hidden()
        assert page.locator(".pa-graph__canvas").evaluate("canvas => canvas.scrollWidth <= canvas.clientWidth")


class TestPhone:
    @pytest.fixture
    def phone(self, chromium: Browser) -> Iterator[Page]:
        with chromium.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
        ) as context:
            yield context.new_page()

    def test_there_is_a_cue_that_more_is_beside(self, phone: Page, address: str) -> None:
        alive(phone, address + "map/")
        expect(phone.get_by_text("左右滑动查看全图")).to_be_visible()
        view = phone.locator(".pa-graph__view")
        expect(view).to_have_class(with_word("pa-graph__view--after"))
        expect(view).not_to_have_class(with_word("pa-graph__view--before"))
        phone.locator(".pa-graph__canvas").evaluate("canvas => (canvas.scrollLeft = canvas.scrollWidth)")
        expect(view).to_have_class(with_word("pa-graph__view--before"))
        expect(view).not_to_have_class(with_word("pa-graph__view--after"))

    def test_a_tap_shows_the_card_and_a_second_opens_the_page(self, phone: Page, address: str) -> None:
        alive(phone, address + DIFFUSION)
        node(phone, "ddpm").tap()
        card = phone.locator(".pa-graph__card")
        expect(card).to_contain_text("Denoising Diffusion Probabilistic Models")
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        node(phone, "ddpm").tap()
        phone.wait_for_url("**/papers/ddpm/")

    def test_fingers_find_room(self, phone: Page, address: str) -> None:
        alive(phone, address + "map/")
        sizes: list[dict[str, Any]] = phone.locator(
            ".pa-graph__tools :is(input, select, button), .pa-legend__button"
        ).evaluate_all(
            """all => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => {
              const box = one.getBoundingClientRect();
              return { what: one.outerHTML.slice(0, 80), small: box.height < 44 || box.width < 44 };
            })"""
        )
        assert len(sizes) > 10
        assert [size["what"] for size in sizes if size["small"]] == []
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390


class TestStill:
    @pytest.mark.parametrize("path", GRAPHS)
    def test_without_scripts_the_drawing_is_the_same(self, chromium: Browser, address: str, path: str) -> None:
        boxes = """() => {
          const origin = document.querySelector(".pa-graph__canvas").getBoundingClientRect();
          return [...document.querySelectorAll(".pa-graph__svg > g :is(rect, path, text)")].map((part) => {
            const box = part.getBoundingClientRect();
            return [box.x - origin.x, box.y - origin.y, box.width, box.height].map(Math.round).join(" ");
          });
        }"""
        drawn = []
        for scripts in (True, False):
            with chromium.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts) as context:
                page = context.new_page()
                page.goto(address + path)
                if scripts:
                    expect(page.locator("figure.pa-graph--live")).to_be_visible()
                else:
                    expect(page.locator(".pa-graph__tools")).to_be_hidden()
                    expect(page.locator(".pa-legend button")).to_have_count(0)
                drawn.append(page.evaluate(boxes))
        assert len(drawn[0]) > 50
        assert drawn[0] == drawn[1]

    def test_nothing_moves_when_the_scripts_come(self, chromium: Browser, address: str) -> None:
        places = []
        for width in (1280, 390):
            for come in (False, True):
                with chromium.new_context(viewport={"width": width, "height": 844}, has_touch=width < 500) as context:
                    page = context.new_page()
                    if not come:
                        page.route("**/assets/graph*.js", lambda route: route.abort())
                    page.goto(address + DIFFUSION)
                    expect(page.locator("figure.pa-graph--live")).to_have_count(int(come))
                    places.append(
                        [page.locator(s).bounding_box() for s in (".pa-graph__canvas", "#related-directions")]
                    )
        assert places[0] == places[1]
        assert places[2] == places[3]

    @pytest.mark.parametrize("path", ["", "papers/", "papers/ddpm/", "about/"])
    def test_a_page_without_a_graph_asks_for_no_script_of_it(self, page: Page, address: str, path: str) -> None:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(address + path)
        wait_until_quiet(page)
        assert requests
        assert [url for url in requests if "/assets/graph" in url and url.endswith(".js")] == []
