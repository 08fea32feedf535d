"""Copy buttons, in a browser with a clipboard, without one, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

BUTTON = "button[data-pa-copy=cite-bibtex]"
SUMMARY = ".pa-cite-as summary"


@pytest.mark.parametrize(("folder", "copied"), [("", "已复制"), ("en/", "Copied")])
def test_the_entry_is_copied(chromium: Browser, address: str, folder: str, copied: str) -> None:
    with chromium.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}{folder}papers/ddpm/")
        page.click(SUMMARY)
        page.click(BUTTON)
        expect(page.locator(BUTTON)).to_have_text(copied)
        text = page.evaluate("navigator.clipboard.readText()")
        assert text == page.inner_text("#cite-bibtex").strip()
        assert text.startswith("@inproceedings{ddpm,")


def test_the_entry_is_copied_with_one_click_at_the_head_of_the_page(chromium: Browser, address: str) -> None:
    with chromium.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}en/papers/ddpm/")
        page.click("a[data-pa-copy=cite-bibtex]")
        expect(page.locator("a[data-pa-copy=cite-bibtex]")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()").startswith("@inproceedings{ddpm,\n")
        assert page.url.endswith("/ddpm/")


def test_where_nothing_may_be_copied_the_text_is_selected(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;"
        )
        page.goto(f"{address}en/papers/ddpm/")
        page.click("button[data-pa-copy=cite-reference]")
        expect(page.locator("button[data-pa-copy=cite-reference]")).to_contain_text("Ctrl+C")
        assert page.evaluate("getSelection().toString()").startswith("Ho, J., Jain, A., & Abbeel, P. (2020).")


def test_without_scripts_there_are_no_dead_buttons(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}papers/ddpm/")
        expect(page.locator(BUTTON)).to_be_hidden()
        page.click(SUMMARY)
        expect(page.locator("#cite-bibtex")).to_be_visible()
