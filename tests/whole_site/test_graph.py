"""The graph of related methods in a browser: alive, and from the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.whole_site.conftest import BuiltSite, wait_until_quiet
from tests.whole_site.graph import (
    DIFFUSION,
    GRAPHS,
    LINEAGE,
    LIT,
    SHOWN,
    alive,
    drawn_relations,
    keys,
    matches,
    neighbourhood,
    node,
    width_of,
    with_word,
)


class TestLight:
    @pytest.mark.parametrize("path", [DIFFUSION, "map/"])
    def test_a_method_under_the_pointer_lights_its_neighbourhood(self, page: Page, address: str, path: str) -> None:
        figure = alive(page, address + path)
        node(page, "fastdpm").hover()
        expect(node(page, "fastdpm")).to_have_class(lit := with_word("pa-lit"))
        assert keys(page, LIT) == neighbourhood(page, "fastdpm")
        assert 1 < len(keys(page, LIT)) < page.locator(".pa-node").count()
        edges = page.locator(".pa-edge.pa-lit")
        assert edges.count() == sum("fastdpm" in (e["source"], e["target"]) for e in drawn_relations(page))
        page.mouse.move(2, 450)
        expect(node(page, "fastdpm")).not_to_have_class(lit)
        expect(figure).not_to_have_class(with_word("pa-graph--lit"))

    def test_its_card_tells_what_it_is_and_leads_to_the_code(
        self, page: Page, address: str, atlas_site: BuiltSite
    ) -> None:
        alive(page, address + DIFFUSION)
        requests: list[str] = []
        wait_until_quiet(page)
        page.on("request", lambda request: requests.append(request.url))
        node(page, "fastdpm").hover()
        card = page.get_by_role("group", name="FastDPM", exact=True)
        expect(card.locator(".pa-cite-card__title")).to_have_text(
            "On Fast Sampling of Diffusion Probabilistic Models", use_inner_text=True
        )
        expect(card).to_contain_text("Zhifeng Kong")
        expect(card).to_contain_text("2021")
        change = next(paper for paper in atlas_site.data["papers"] if paper["key"] == "fastdpm")["change"]
        expect(card.locator(".pa-cite-card__abstract")).to_have_text(change)
        code = card.get_by_role("link", name="代码", exact=True)
        expect(code).to_have_attribute("href", "https://github.com/FengNiMa/FastDPM_pytorch")
        # The pointer can go to the card.
        code.hover()
        page.mouse.move(0, 0)
        expect(card).to_be_hidden()
        assert [url for url in requests if "/assets/" not in url] == []


class TestFilter:
    def test_a_row_of_the_legend_shows_its_relations_alone(self, page: Page, address: str) -> None:
        alive(page, address + DIFFUSION)
        row = page.locator('.pa-legend__row[data-type="accelerates"] button')
        expect(row).to_have_attribute("aria-pressed", "false")
        row.click()
        expect(row).to_have_attribute("aria-pressed", "true")
        wanted = [edge for edge in drawn_relations(page) if edge["type"] == "accelerates"]
        shown = page.locator(".pa-graph__edges .pa-edge:not(.pa-off)")
        assert shown.count() == len(wanted) > 0
        hidden = page.locator(".pa-graph__edges .pa-edge.pa-off").first
        assert hidden.evaluate("edge => getComputedStyle(edge).display") == "none"
        assert keys(page, SHOWN) == {edge[end] for edge in wanted for end in ("source", "target")}
        expect(page.locator(".pa-graph__status")).to_contain_text(f"{len(keys(page, SHOWN))} / ")
        page.locator('.pa-legend__row[data-type="uses"] button').click()
        assert shown.count() > len(wanted)
        page.get_by_role("button", name="清除").click()
        assert page.locator(".pa-off").count() == 0
        expect(row).to_have_attribute("aria-pressed", "false")

    def test_a_group_of_the_legend_shows_its_methods_alone(self, page: Page, address: str) -> None:
        alive(page, address + LINEAGE)
        page.locator('.pa-legend__row[data-group="estimators"] button').click()
        assert keys(page, SHOWN) == keys(page, '.pa-node[data-group="estimators"]') != set()

    def test_the_map_shows_one_direction(self, page: Page, address: str) -> None:
        figure = alive(page, address + "map/")
        figure.get_by_role("combobox", name="方向").select_option("zero-shot")
        assert keys(page, SHOWN) == keys(page, '.pa-node[data-group^="zero-shot/"]') != set()

    def test_years(self, page: Page, address: str) -> None:
        alive(page, address + DIFFUSION)
        page.get_by_label("起始年份").select_option("2022")
        years = {int(year or 0) for year in page.locator(SHOWN).evaluate_all("all => all.map((n) => n.dataset.year)")}
        assert min(years) == 2022
        page.get_by_label("截止年份").select_option("2021")
        expect(page.get_by_label("起始年份")).to_have_value("2021")
        years = {int(year or 0) for year in page.locator(SHOWN).evaluate_all("all => all.map((n) => n.dataset.year)")}
        assert years == {2021}


class TestFind:
    def test_a_method_is_found_and_moved_to(self, page: Page, address: str) -> None:
        alive(page, address + "map/")
        box = page.get_by_role("combobox", name="在图中查找")
        box.fill("swin")
        expect(matches(page).first).to_contain_text("Swin Transformer")
        expect(page.get_by_role("listbox").get_by_role("option", selected=True)).to_have_count(1)
        box.press("Enter")
        expect(node(page, "swin")).to_be_focused()
        expect(node(page, "swin")).to_be_in_viewport(ratio=0.99)
        expect(page.locator(".pa-graph__card")).to_contain_text("Swin Transformer")
        expect(page.get_by_role("listbox")).to_be_hidden()

    def test_the_second_match_by_arrow_and_the_title_by_words(self, page: Page, address: str) -> None:
        alive(page, address + DIFFUSION)
        box = page.get_by_role("combobox", name="在图中查找")
        box.fill("ddpm")
        expect(matches(page)).to_have_text([with_word("DDPM"), with_word("Improved DDPM")], use_inner_text=True)
        box.press("ArrowDown")
        box.press("Enter")
        expect(node(page, "improved-ddpm")).to_be_focused()
        box.fill("sampling fast")
        expect(matches(page).first).to_contain_text("FastDPM")
        box.fill("no such method")
        expect(page.locator(".pa-graph__status")).to_have_text("没有符合的论文")

    def test_what_a_filter_hides_is_found_all_the_same(self, page: Page, address: str) -> None:
        alive(page, f"{address}{DIFFUSION}?group=models")
        expect(node(page, "fastdpm")).to_have_class(with_word("pa-off"))
        page.get_by_role("combobox", name="在图中查找").fill("fastdpm")
        matches(page).click()
        expect(node(page, "fastdpm")).to_be_focused()
        expect(node(page, "fastdpm")).not_to_have_class(with_word("pa-off"))


class TestKeyboard:
    def test_the_graph_is_one_stop_and_arrows_move_inside(self, page: Page, address: str) -> None:
        figure = alive(page, address + DIFFUSION)
        assert page.locator('a.pa-node[tabindex="0"]').count() == 1
        page.locator(".pa-graph__canvas").focus()
        page.keyboard.press("Tab")
        first = page.locator('a.pa-node[tabindex="0"]')
        expect(first).to_be_focused()
        assert first.get_attribute("data-key") == page.locator("a.pa-node").first.get_attribute("data-key")
        expect(figure).to_have_class(with_word("pa-graph--lit"))
        page.keyboard.press("End")
        expect(page.locator("a.pa-node").last).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(".pa-graph__canvas")).to_be_focused()
        expect(figure).not_to_have_class(with_word("pa-graph--lit"))
        expect(page.locator(".pa-graph__card")).to_be_hidden()

    def test_the_card_follows_the_method_and_enter_opens_it(self, page: Page, address: str) -> None:
        alive(page, address + DIFFUSION)
        page.get_by_role("combobox", name="在图中查找").fill("fastdpm")
        page.keyboard.press("Enter")
        described = node(page, "fastdpm").get_attribute("aria-describedby")
        expect(page.locator(f"#{described}")).to_be_visible()
        for _ in range(3):
            page.keyboard.press("Tab")
        expect(page.locator(".pa-graph__card .pa-link--code")).to_be_focused()
        node(page, "fastdpm").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/papers/fastdpm/")

    @pytest.mark.parametrize("path", GRAPHS)
    def test_arrows_reach_every_method(self, page: Page, address: str, path: str) -> None:
        alive(page, address + path)
        left = page.evaluate(
            """() => {
              const reached = new Set();
              const rest = [document.querySelector("a.pa-node")];
              const total = document.querySelectorAll("a.pa-node").length;
              while (rest.length && reached.size < total) {
                const node = rest.pop();
                if (reached.has(node)) continue;
                reached.add(node);
                for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageDown"]) {
                  node.focus({ preventScroll: true });
                  node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
                  rest.push(document.activeElement);
                }
              }
              return total - reached.size;
            }"""
        )
        assert left == 0


class TestView:
    def test_keys_buttons_and_wheel_change_the_size(self, page: Page, address: str) -> None:
        alive(page, address + DIFFUSION)
        canvas = page.locator(".pa-graph__canvas")
        as_drawn = width_of(page)
        canvas.focus()
        page.keyboard.press("+")
        assert width_of(page) == pytest.approx(1.25 * as_drawn, abs=1)
        page.keyboard.press("-")
        page.get_by_role("button", name="放大", exact=True).click()
        page.keyboard.press("0")
        canvas.focus()
        page.keyboard.press("0")
        assert width_of(page) == as_drawn
        canvas.hover()
        page.keyboard.down("Control")
        page.mouse.wheel(0, -60)
        page.keyboard.up("Control")
        page.wait_for_function("width => document.querySelector('.pa-graph__svg').clientWidth > width", arg=as_drawn)

    @pytest.mark.parametrize(
        ("view", "moved"),
        [("", "scrollY"), ("?view=2,380,300", "document.querySelector('.pa-graph__canvas').scrollTop")],
        ids=["page", "drawing"],
    )
    def test_the_wheel_alone_scrolls(self, page: Page, address: str, view: str, moved: str) -> None:
        alive(page, f"{address}{DIFFUSION}{view}")
        page.locator(".pa-graph__canvas").hover()
        before, size = page.evaluate(moved), width_of(page)
        page.mouse.wheel(0, 120)
        page.wait_for_function(f"before => {moved} > before", arg=before)
        assert width_of(page) == size

    def test_a_drawing_is_seen_whole_at_first(self, page: Page, address: str) -> None:
        alive(page, address + DIFFUSION)
        canvas = page.locator(".pa-graph__canvas")
        assert canvas.evaluate(
            "canvas => canvas.scrollHeight <= canvas.clientHeight && canvas.clientHeight < innerHeight"
        )
        assert canvas.evaluate("canvas => canvas.scrollWidth <= canvas.clientWidth")

    def test_a_mouse_drags_the_drawing_and_opens_nothing(self, page: Page, address: str) -> None:
        alive(page, f"{address}{DIFFUSION}?view=2,200,150&method=ddpm#graph")
        canvas = page.locator(".pa-graph__canvas")
        before = canvas.evaluate("canvas => canvas.scrollLeft")
        box = node(page, "ddpm").bounding_box()
        assert box is not None
        page.mouse.move(x := box["x"] + box["width"] - 10, y := box["y"] + 10)
        page.mouse.down()
        page.mouse.move(x - 60, y - 20)
        page.mouse.up()
        assert canvas.evaluate("canvas => canvas.scrollLeft") == before + 60
        assert page.url.startswith(address + DIFFUSION)

    @pytest.mark.parametrize("supported", [True, False], ids=["screen", "window"])
    def test_the_whole_screen(self, page: Page, address: str, *, supported: bool) -> None:
        if not supported:
            page.add_init_script("delete Element.prototype.requestFullscreen")
        figure = alive(page, address + DIFFUSION)
        as_drawn = width_of(page)
        page.get_by_role("button", name="全屏", exact=True).click()
        expect(figure).to_have_class(with_word("pa-graph--full"))
        assert page.evaluate("Boolean(document.fullscreenElement)") is supported
        box = figure.bounding_box()
        assert box == {"x": 0, "y": 0, "width": 1280, "height": 900}
        if supported:
            page.get_by_role("button", name="退出全屏").click()
        else:
            page.keyboard.press("Escape")
        expect(figure).not_to_have_class(with_word("pa-graph--full"))
        assert width_of(page) == as_drawn


class TestLink:
    def test_a_copied_link_restores_what_was_chosen(self, page: Page, address: str) -> None:
        alive(page, f"{address}en/{DIFFUSION}")
        page.locator('.pa-legend__row[data-type="accelerates"] button').click()
        page.get_by_label("To year").select_option("2022")
        page.get_by_role("button", name="Zoom in").click()
        page.get_by_role("combobox", name="Find in the graph").fill("fastdpm")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Copy a link to this view").click()
        expect(page.locator(".pa-graph__status")).to_have_text("Link copied")
        shown, width = keys(page, SHOWN), width_of(page)
        link = page.evaluate("navigator.clipboard.readText()")
        page.goto("about:blank")
        figure = alive(page, link)
        assert keys(page, SHOWN) == shown
        assert width_of(page) == pytest.approx(width, abs=8)
        expect(page.get_by_label("To year")).to_have_value("2022")
        expect(figure).to_have_class(with_word("pa-graph--lit"))
        expect(page.locator(".pa-graph__card")).to_contain_text("On Fast Sampling")
        expect(node(page, "fastdpm")).to_be_in_viewport()

    @pytest.mark.parametrize("width", [390, 1280])
    def test_a_link_to_a_method_of_the_map_leads_to_it(self, chromium: Browser, address: str, width: int) -> None:
        with chromium.new_context(viewport={"width": width, "height": 844}) as context:
            page = context.new_page()
            alive(page, f"{address}map/?method=clip#graph")
            expect(node(page, "clip")).to_be_in_viewport(ratio=0.99)
            expect(page.locator(".pa-graph__card")).to_be_visible()

    def test_the_address_remembers(self, page: Page, address: str) -> None:
        alive(page, address + LINEAGE)
        page.locator('.pa-legend__row[data-group="estimators"] button').click()
        page.wait_for_url("**/influence-functions/?group=estimators")
        page.reload()
        expect(page.locator("figure.pa-graph--live")).to_be_visible()
        assert keys(page, SHOWN) == keys(page, '.pa-node[data-group="estimators"]')

    @pytest.mark.parametrize("query", ["type=x&group=y&from=z&method=nobody&view=a,b", "view=9e9,1,1&to=0"])
    def test_a_link_that_makes_no_sense_breaks_nothing(self, page: Page, address: str, query: str) -> None:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        alive(page, f"{address}{DIFFUSION}?{query}#graph")
        assert errors == []
